"""Published sets: which of their figures are told otherwise now, and since which change."""

from datetime import date

import pytest

from arp.digest.published import moved_sets
from arp.exhibits.look import Direct
from arp.intake.publications import published
from arp.lake import Lake
from arp.measures.asked import Filters
from arp.measures.evidence import Evidence
from arp.measures.published import GRAINS, Publication, frozen
from tests.pages.conftest import AT, month_of_calls, save

TODAY = date(2026, 11, 20)
OCTOBER = ("2026-10", "2026-10")
MORE = b"26-90001,WELFARE CHECK,10/05/2026 13:50:00,10/05/2026 13:55:00,10/05/2026 14:01:00,CRT1"


def derived(lake):
    return Evidence.derive(lake.snapshot(), today=TODAY)


@pytest.fixture
def lake(tmp_path):
    """Forty calls of October, published as forty."""
    lake = Lake(tmp_path / "lake")
    save(lake.path, "October 2026.csv", month_of_calls(faults=False))
    evidence = derived(lake)
    look = Direct(evidence, evidence.settings, OCTOBER, "", chosen=OCTOBER)
    told = Publication(
        name="Council",
        page="home",
        months=OCTOBER,
        where=Filters(),
        of_snapshot=1,
        method="2026-11-22",
        figures=frozen(*(look.readings(["calls_in_scope"], by=by) for by in GRAINS)),
    )
    lake.commit(published(told.value, who="Ana", note=""), who="Ana", at=AT)
    return lake


def moved(lake):
    settings = lake.snapshot().read("settings").to_pylist()
    return moved_sets(lake, derived(lake), settings)


def test_a_set_that_is_as_it_was_published_is_not_told(lake):
    assert moved(lake) == []


def test_a_figure_that_moved_is_told_with_the_change_that_moved_it_until_it_is_taken_back(lake):
    save(lake.path, "more.csv", month_of_calls(faults=False) + MORE + b"\r\n")
    row = lake.history()[0]
    (one,) = moved(lake)
    departure = one.departures[0]
    assert one.publication.name == "Council"
    assert (departure.moved.before.value, departure.moved.after.value) == (40, 41)
    assert (departure.since, departure.by_method) == (row.snapshot, False)
    lake.undo(row.upload_id, who="Ana", at=AT)
    assert moved(lake) == []
