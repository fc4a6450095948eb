"""How good the data is: usable clocks, fields that are filled in, call types that are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits.composed import page, section
from arp.exhibits.exhibit import Drawing, Exhibit
from arp.views import charts, sentences, tables

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

QUALITY = ("timestamp_valid_rate", "upload_lag_days", "unmapped_call_types")
COMPLETENESS = "field_completeness"
WHOLE_WIDTH = 0


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page; it has no choices."""
    measured = look.readings((*QUALITY, COMPLETENESS))
    fields = measured[measured["indicator"] == COMPLETENESS]
    filled = Exhibit(
        key="fields",
        question="Which required fields are filled in?",
        finding=sentences.least_filled(fields),
        readings=tables.fields(fields),
        drawing=Drawing(charts.shares, {"group": "field", "least_first": True}),
    )
    return page(
        look,
        "data",
        "How good is it?",
        "",
        (section((filled,), "", WHOLE_WIDTH),),
        whole=measured,
        tiles=QUALITY,
    )
