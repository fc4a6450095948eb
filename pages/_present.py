"""Present: one screen at a time, large, and nothing else; the arrow keys turn over.

`?present=1` on any page begins it, `screen` says which one: the same link opens the same screen.
Screen 0 is the page's answer with its figures; then each card is a screen.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("_present.css")
COUNTED = "_screens"  # how many screens the page has had so far in this run


def on() -> bool:
    """Whether the page is presented."""
    return st.query_params.get("present") == "1"


def screen() -> int:
    """The screen that the link asks for, 0 where it asks for none that exists."""
    asked = st.query_params.get("screen", "0")
    return int(asked) if asked.isdecimal() else 0


def notes() -> bool:
    """Whether this window is the presenter's own: the notes instead of the screens."""
    return on() and st.query_params.get("notes") == "1"


def begin() -> None:
    """Counts screens anew, and takes away what is not to be seen."""
    st.session_state[COUNTED] = 0
    if on():
        st.html(STYLE)


def shows() -> bool:
    """Whether what comes next is to be drawn: always, but for the other screens of a show."""
    number = st.session_state.get(COUNTED, 0)
    st.session_state[COUNTED] = number + 1
    return not on() or number == screen()


def turn() -> None:
    """The two keys, the way out, and the number of the screen; only while presented."""
    if not on():
        return
    last = max(st.session_state.get(COUNTED, 1) - 1, 0)
    if screen() > last:
        _to(last)
        st.rerun()
    with st.container(horizontal=True, horizontal_alignment="right", key="turn"):
        st.button("Back", shortcut="Left", on_click=_to, args=(max(screen() - 1, 0),))
        st.markdown(f"{screen() + 1} of {last + 1}", width="content")
        st.button("Next", shortcut="Right", on_click=_to, args=(min(screen() + 1, last),))
        st.button("End", shortcut="Escape", on_click=_end)


def offer() -> None:
    """The way in, on every page that has something to show."""
    if not on():
        st.button("Present", icon=":material/slideshow:", type="tertiary", on_click=start)


def start() -> None:
    """Begins at the first screen."""
    st.query_params["present"] = "1"
    st.query_params["screen"] = "0"


def _end() -> None:
    for name in ("present", "screen", "notes"):
        st.query_params.pop(name, None)


def _to(number: int) -> None:
    st.query_params["screen"] = str(number)
