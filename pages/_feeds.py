"""The calendar of feeds × months: which month of which feed is there, late, partial or missing."""

from __future__ import annotations

import streamlit as st

from arp.lake.held import arrived
from arp.views import feed_calendar, formats
from arp.views.feed_calendar import Line, State
from pages import _findings, _shell

MARKS = {  # an icon and a word each; the color only repeats them
    State.THERE: ":gray[:material/check: {word}]",
    State.LATE: ":violet[:material/schedule: {word}]",
    State.PARTIAL: ":orange[:material/timelapse: {word}]",
    State.MISSING: ":orange[:material/event_busy: **{word}**]",
    State.DUE: ":gray[:material/pending: {word}]",
    State.SO_FAR: ":gray[:material/more_horiz: {word}]",
    State.NOTHING: "",
}
REMARKS_SHOWN = 6


def calendar(shown: _shell.View) -> None:
    """The grid of the months that are chosen, what its words mean, and what to look at."""
    held = _shell.holdings(shown.snapshot)
    spans = feed_calendar.spans(held, shown.today)
    span = spans[feed_calendar.newest_span(held, shown.today)]
    if len(spans) > 1:
        span = st.selectbox(
            "Months",
            spans,
            index=spans.index(span),
            format_func=lambda ends: formats.span(*ends),
            key="calendar",
            width=240,
        )
    history = _shell.shown_lake().history()
    lines = feed_calendar.lines(
        held, _shell.settings(shown, "feeds"), arrived(history), span=span, today=shown.today
    )
    st.markdown(_grid(lines, formats.months_between(*span)))
    st.markdown(
        " · ".join(f"{_mark(state)}: {words}" for state, words in feed_calendar.legend(lines))
    )
    remarks = [remark for line in lines for remark in line.remarks]
    if remarks:
        st.markdown(_findings.bulleted(remarks[:REMARKS_SHOWN]))
    if len(remarks) > REMARKS_SHOWN:
        with st.expander(f"{len(remarks) - REMARKS_SHOWN} more"):
            st.markdown(_findings.bulleted(remarks[REMARKS_SHOWN:]))


def _grid(lines: list[Line], months: list[str]) -> str:
    """A real table: a row a feed, a column a month."""
    head = ["Feed", *formats.months_across(months)]
    rows = [[_title(line), *(_mark(cell.state) for cell in line.cells)] for line in lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _title(line: Line) -> str:
    about = f" :small[:gray[{formats.plain(line.about)}]]" if line.about else ""
    return f"**{formats.plain(line.title)}**{about}"


def _mark(state: State) -> str:
    return MARKS[state].format(word=state.value)
