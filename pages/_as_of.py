"""Any page as of an earlier snapshot: by menu and by link, kept from page to page.

The day of that snapshot is taken for today: targets, settings and what had passed its time are
those of then, so that a figure is what it was when it was shown or published. Figures are worked
out by today's method; where that gives another figure than was published, the page says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from arp.lake.brought import newest_with_data, that_brought_data
from arp.views import formats, published_words
from pages import _published, _shell

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.lake.lake import Lake
    from pages._published import Published

AS_OF = "as_of"  # in the link: the snapshot's number
KEPT, PAGE = "_as_of", "_page"  # in the session: the same, and the page of the last run
MENU = "as_of_menu"
NEWEST = 0


def begin(page: str, *, filtered: bool) -> None:
    """Keeps the snapshot from page to page, as the filters are; Back and links lead elsewhere."""
    state = st.session_state
    arrived = state.get(PAGE) != page
    state[PAGE] = page
    if not filtered:
        return
    if arrived and AS_OF not in st.query_params and state.get(KEPT):
        st.query_params[AS_OF] = state[KEPT]
    state[KEPT] = st.query_params.get(AS_OF)


def view() -> _shell.View | None:
    """The newest snapshot; or the one that is asked for, on its own day."""
    row, _ = _asked()
    if row is None:
        return _shell.view()
    then = _shell.view(number=row.snapshot)
    if then is None:
        return None
    one = _set_of(row.snapshot)
    name = one.publication.name if one else ""
    return replace(then, today=_shell.day_of(then.snapshot), published=name)


def is_past() -> bool:
    """Whether an earlier snapshot is shown."""
    return _asked()[0] is not None


def published() -> Published | None:
    """The set that is shown as it was published."""
    row, _ = _asked()
    return _set_of(row.snapshot) if row else None


def menu() -> None:
    """The choice of a snapshot, where there is any: today, published sets, earlier days."""
    options = _options()
    if len(options) == 1:
        return
    row, _ = _asked()
    st.session_state[MENU] = row.snapshot if row else NEWEST
    st.selectbox(
        "As of",
        list(options),
        key=MENU,
        format_func=lambda number: options[number],
        on_change=_chosen,
        width=145,
    )


def banner() -> None:
    """What is shown where it is not the newest, and the way back; or why it is the newest."""
    row, trouble = _asked()
    if trouble:
        st.warning(formats.plain(trouble), icon=":material/history_toggle_off:")
    if row is None:
        return
    one = _set_of(row.snapshot)
    said = published_words.as_it_was(row.at, one.publication if one else None)
    with st.container(horizontal=True, vertical_alignment="center", key="as-of"):
        st.info(formats.plain(said), icon=":material/history:")
        st.button("Back to today", icon=":material/today:", on_click=_back)


def link(one: Published) -> dict[str, str | list[str]]:
    """What a link to a page has after its question mark to show a set as it was published."""
    first, last = one.publication.months
    part = {name: list(values) for name, values in one.publication.where.chosen.items()}
    return {
        AS_OF: str(one.number),
        "from": formats.month(first),
        "to": formats.month(last),
        **part,
    }


def _asked() -> tuple[LedgerRow | None, str]:
    """The change as of which is shown, an earlier one or a published set; else what is wrong."""
    text = st.query_params.get(AS_OF)
    if text is None:
        return None, ""
    lake = _shell.shown_lake()
    history = _shell.history(lake)
    row = next((row for row in history if str(row.snapshot) == text), None)
    if row is None:
        return None, published_words.no_such(text)
    if row is history[0] and _set_of(row.snapshot) is None:
        return None, ""
    if not _reads_whole(str(lake.path), row.snapshot, history[0].snapshot, lake):
        return None, published_words.unreadable(row.snapshot)
    return row, ""


@st.cache_data(max_entries=50, show_spinner="Checking the data")
def _reads_whole(path: str, number: int, newest: int, _lake: Lake) -> bool:
    return _lake.reads_whole(number)


def _set_of(number: int) -> Published | None:
    sets = _published.all_sets(_shell.shown_lake())
    return next((one for one in sets if one.number == number), None)


def _options() -> dict[int, str]:
    """The snapshots of the menu by number: the newest, the published sets, the end of each day."""
    history = _shell.history(_shell.shown_lake())
    sets = _published.all_sets(_shell.shown_lake())
    options = {NEWEST: "Today"}
    options |= {one.number: one.publication.name for one in sets}
    newest = newest_with_data(history)
    seen = {_day(newest)} if newest else set()
    for row in that_brought_data(history):
        if _day(row) not in seen:
            options.setdefault(row.snapshot, published_words.option(row.at))
        seen.add(_day(row))
    asked, _ = _asked()
    if asked is not None:
        options.setdefault(asked.snapshot, _day(asked))
    return options


def _day(row: LedgerRow) -> str:
    return published_words.option(row.at)


def _chosen() -> None:
    """What the menu says."""
    number = st.session_state[MENU]
    one = _set_of(number)
    if number == NEWEST:
        _back()
    elif one is not None:
        open_set(one)
    else:
        st.query_params[AS_OF] = str(number)


def open_set(one: Published) -> None:
    """Shows a set as it was published, with its months and filters."""
    st.query_params[AS_OF] = str(one.number)
    state = st.session_state
    state["from"], state["to"] = one.publication.months
    for name, values in vars(one.publication.where).items():
        state[name] = list(values or ())


def _back() -> None:
    st.query_params.pop(AS_OF, None)
