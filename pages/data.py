"""Data we have: which months of which feed are here, how good they are, layouts, history, undo."""

import streamlit as st

from arp.exhibits.pages import compose
from arp.views import formats, holdings, sentences, tables
from pages import _card, _composed, _feeds, _history, _layouts, _look, _sets, _shell


def rows_by_month(shown: _shell.View) -> None:
    """One small table a feed and table: a row a year, a column a month."""
    for held in holdings.of_each_feed(_shell.holdings(shown.snapshot)):
        gaps = sentences.gaps(held.dated["month"].tolist(), "rows")
        said = f"{formats.counted(held.rows, 'row')}. {gaps} "
        said += sentences.undated({"rows": held.undated})
        st.markdown(f"**{formats.plain(held.feed)}** · {held.title}, {said}")
        if len(held.dated):
            _card.table(tables.calendar(held.dated))


def history() -> None:
    """Every change, and its undo."""
    st.subheader("Who saved what, and when?", anchor=False)
    _history.draw(lake.history(), may_undo=not lake.is_sample)


lake = _shell.shown_lake()
shown = _shell.view()
if shown is not None and shown.held is None:
    st.title(_shell.why_empty(), anchor=False)
    _history.what_was_undone()
    with st.container(border=True):
        history()
    st.stop()
shown = _shell.need_data(shown)
st.title("Data we have", anchor=False)
_history.what_was_undone()

with st.container(border=True):
    st.subheader("Which months are here?", anchor=False)
    _feeds.calendar(shown)
    with st.expander("Rows of each month", icon=":material/calendar_month:"):
        rows_by_month(shown)

measured = compose("data", _look.Cached(shown))
st.subheader(measured.answer, anchor=False)
_card.tiles(measured.whole, measured.tiles, indicators=measured.indicators)
_composed.sections(measured, shown)
_sets.draw(shown)
_layouts.draw()
with st.container(border=True):
    history()
