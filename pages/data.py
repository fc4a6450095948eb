"""Data we have: which months of which feed are here, how good they are, layouts, history, undo."""

import streamlit as st

from arp.views import charts, formats, holdings, sentences, tables
from pages import _card, _feeds, _history, _layouts, _sets, _shell

QUALITY = ("timestamp_valid_rate", "upload_lag_days", "unmapped_call_types")
COMPLETENESS = "field_completeness"


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

measured = _shell.readings(shown, (*QUALITY, COMPLETENESS))
st.subheader("How good is it?", anchor=False)
_card.tiles(measured, QUALITY, indicators=_shell.registry(shown).indicators)
fields = measured[measured["indicator"] == COMPLETENESS]
_card.card(
    "fields",
    "Which required fields are filled in?",
    sentences.least_filled(fields),
    tables.fields(fields),
    shown=shown,
    drawing=_card.Drawing(charts.shares, {"group": "field", "least_first": True}),
)
_sets.draw(shown)
_layouts.draw()
with st.container(border=True):
    history()
