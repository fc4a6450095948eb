import json

from arp.measures.asked import Filters
from arp.measures.engine import measure
from arp.measures.moves import Figure, Said
from arp.measures.published import (
    Publication,
    can_be_frozen,
    frozen,
    publications,
    with_value,
)
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence

TEXT = """
units
unit | team
CRT* | CRT
CCD* | CCD

calls
incident_number | received_at
1               | 2026-01-05 08:00
2               | 2026-01-06 08:00
3               | 2026-02-06 08:00

unit_responses
incident_number | unit_id | dispatched_at    | on_scene_at
1               | CRT1    | 2026-01-05 08:01 | 08:12
2               | CRT2    | 2026-01-06 08:01 | 08:20
3               | CCD1    | 2026-02-06 08:01 | 08:20
"""
WHOLE = Figure("program_responses", "2026-01/2026-02")
SET = Publication(
    name="Council, “January”",
    page="functioning",
    months=("2026-01", "2026-02"),
    where=Filters(team=("CRT", "CoR; North")),
    of_snapshot=7,
    method="2026-11-22",
    figures={WHOLE: Said(value=0.1 + 0.2, n=3.0, status="ok"), Figure("uhu", "2026-01"): Said()},
    by="Ana",
    note="For the council",
    upload_id="publication-8",
)


def froze(months=(None, None)):
    keys = ["program_responses"]
    grains = ((), ("month",), ("team",))
    return frozen(*(measure(evidence(TEXT), keys, by=by, months=months) for by in grains))


def stored(one):
    return {
        "section": "publications",
        "name": one.name,
        "value": json.dumps(one.value),
        "set_by": one.by,
        "why": one.note or None,
        "upload_id": one.upload_id,
    }


def test_frozen_are_the_whole_each_month_and_each_team():
    assert {figure: said.value for figure, said in froze().items()} == {
        WHOLE: 3,
        Figure("program_responses", "2026-01"): 2,
        Figure("program_responses", "2026-02"): 1,
        Figure("program_responses", "2026-01/2026-02", "CCD"): 1,
        Figure("program_responses", "2026-01/2026-02", "CRT"): 2,
    }


def test_a_period_of_one_month_is_told_once():
    periods = [figure.period for figure in froze(("2026-01", "2026-01")) if not figure.team]
    assert periods == ["2026-01/2026-01"]


def test_a_set_is_read_back_as_it_was_frozen():
    (back,) = publications([stored(SET), {"section": "teams", "name": "CRT"}])
    assert back == Publication(**{**vars(SET), "figures": {**SET.figures, **_no_reasons(SET)}})
    assert back.figures[WHOLE].value == 0.1 + 0.2
    assert back.where == SET.where


def _no_reasons(one):
    """Why a figure has no value is not kept: it is told anew."""
    kept = (Said(value=said.value, n=said.n, status=said.status) for said in one.figures.values())
    return dict(zip(one.figures, kept, strict=True))


def test_what_has_no_one_figure_is_not_frozen():
    asked = ["uhu", "disposition_mix", "no_such_indicator", "uhu"]
    assert can_be_frozen(asked, INDICATORS) == ["uhu"]


def test_only_what_was_told_counts_as_published():
    assert with_value(SET.figures) == [WHOLE]
    assert SET.keys == ("program_responses", "uhu")
