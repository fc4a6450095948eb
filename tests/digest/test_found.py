"""What is found of a lake: the sample city's months, a lake of one month, and no month."""

from datetime import date

import pytest

from arp.digest.composing import compose
from arp.digest.found import found
from arp.lake import Lake
from tests.lake.drawn import calls, save

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Three months of calls of a made-up city, saved in one change each."""
    lake = Lake(tmp_path_factory.mktemp("lake") / "lake")
    for month in ("2026-08", "2026-09", "2026-10"):
        save(lake, calls(f"{month}-1:fight {month}-2:noise", month))
    return lake


def of(lake, month=None):
    return found(lake, lake.snapshot(), month=month, today=TODAY)


def test_without_a_clock_no_month_is_over_and_the_last_calendar_month_is_told(city):
    told = of(city)
    assert (told.month, told.over, told.span, told.gates) == ("2026-10", None, None, [])
    assert told.held


def test_a_month_that_nobody_holds_is_told_as_that(city):
    told = of(city, "2026-11")
    assert not told.held
    assert compose(told).lead.startswith("Nothing changed. No data of Nov 2026 is here yet.")


def test_changes_are_those_that_brought_the_month_or_were_made_in_the_month_after(city):
    assert [row.snapshot for row in of(city, "2026-08").changes] == [1]
    assert [row.snapshot for row in of(city, "2026-10").changes] == [3, 2, 1]  # all of Nov 3


def test_feeds_are_told_with_their_months(city):
    (state,) = of(city).states
    assert (state.last, state.missing) == ("2026-10", ())
    assert len(of(city).calendar[0].cells) == 12
