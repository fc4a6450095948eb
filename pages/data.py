"""Data we have: which months of which feed are here, how complete they are, history and undo."""

import streamlit as st

from arp.views import charts, formats, holdings, sentences, tables
from pages import _card, _history, _shell

QUALITY = ("timestamp_valid_rate", "upload_lag_days", "unmapped_call_types")
COMPLETENESS = "field_completeness"


def calendars(shown: _shell.View) -> None:
    """One small table a feed and table: a row a year, a column a month."""
    for held in holdings.of_each_feed(_shell.holdings(shown.snapshot)):
        gaps = sentences.gaps(held.dated["month"].tolist(), "rows")
        said = f"{formats.counted(held.rows, 'row')}. {gaps} "
        said += sentences.undated({"rows": held.undated})
        st.markdown(f"**{formats.plain(held.feed)}** · {held.title}, {said}")
        if len(held.dated):
            _card.table(tables.calendar(held.dated))


lake = _shell.shown_lake()
shown = _shell.view()
if shown is not None and shown.held is None:
    history = lake.history()
    taken_back = any(row.undoes for row in history)
    st.title(
        "Nothing is here: what was uploaded was taken back"
        if taken_back
        else "No data are here yet, only settings",
        anchor=False,
    )
    _history.draw(history, may_undo=not taken_back)
    st.stop()
shown = _shell.need_data(shown)
st.title("Data we have", anchor=False)

with st.container(border=True):
    st.subheader("Which months are here?", anchor=False)
    calendars(shown)

measured = _shell.readings(shown, (*QUALITY, COMPLETENESS))
st.subheader("How good is it?", anchor=False)
_card.tiles(measured, QUALITY)
fields = measured[measured["indicator"] == COMPLETENESS]
_card.card(
    "fields",
    "Which required fields are filled in?",
    sentences.least_filled(fields),
    tables.fields(fields),
    shown=shown,
    drawing=_card.Drawing(charts.shares, {"group": "field", "least_first": True}),
)
with st.container(border=True):
    st.subheader("Who saved what, and when?", anchor=False)
    _history.draw(lake.history(), may_undo=not lake.is_sample)
