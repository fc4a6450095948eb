"""The monthly figures: each a month, a share as its parts, hours as the schedule has them."""

from datetime import date

import numpy as np
import pytest

from arp.sample.figures import figures, police_figures, residents

MONTHS = ["2026-08", "2026-09"]


@pytest.fixture(scope="module")
def rows():
    return figures(np.random.default_rng(2), MONTHS, date(2026, 9, 1))


def test_every_figure_stands_once_in_every_month(rows):
    august, september = (sorted(r["figure"] for r in rows if r["month"] == m) for m in MONTHS)
    assert august == september
    assert len(set(august)) == len(august)


def test_a_share_is_its_parts_and_a_number_has_none(rows):
    for row in rows:
        if row["denominator"] is None:
            assert row["numerator"] is None
        else:
            assert row["value"] == pytest.approx(row["numerator"] / row["denominator"], abs=1e-4)
            assert 0 <= row["value"] <= 1


def test_calls_answered_within_twenty_seconds_include_those_within_fifteen(rows):
    by = {(row["figure"], row["month"]): row["numerator"] for row in rows}
    for month in MONTHS:
        assert by["calls_answered_15s", month] < by["calls_answered_20s", month]


def test_planned_unit_hours_are_those_of_the_schedule(rows):
    planned = {row["month"]: row["value"] for row in rows if row["figure"] == "unit_hours_planned"}
    # August 2026, 31 days of which 21 are workdays: one phone unit and two field units for twelve
    # hours a day, one with police for nine on workdays; September: see place.EXPANDED.
    assert planned["2026-08"] == 31 * 12 * 3 + 21 * 9
    assert planned["2026-09"] == 30 * (2 * 18 + 2 * 18 + 8 + 2 * 15)


def test_delivered_hours_are_fewer_than_planned(rows):
    by = {(row["figure"], row["month"]): row["value"] for row in rows}
    for month in MONTHS:
        assert 0 < by["unit_hours_delivered", month] < by["unit_hours_planned", month]


def test_reports_of_the_districts_add_up_to_those_of_the_city(rows):
    of_police = police_figures(3, rows)
    for row in (row for row in rows if row["figure"] == "crime_reports"):
        parts = [r["value"] for r in of_police if r["area"] and r["month"] == row["month"]]
        assert len(parts) == 5
        assert sum(parts) == row["value"]


def test_force_on_eligible_calls_is_some_of_all_force(rows):
    whole = {row["month"]: row["value"] for row in rows if row["figure"] == "use_of_force"}
    of_police = police_figures(3, rows)
    found = {r["month"]: r["value"] for r in of_police if r["figure"] == "use_of_force_eligible"}
    assert set(found) == set(whole)
    assert all(0 <= found[month] <= whole[month] for month in whole)


def test_the_districts_residents_are_those_of_the_city(rows):
    living = residents(rows)
    whole = {row["month"]: row["value"] for row in rows if row["figure"] == "population"}
    for month in MONTHS:
        assert sum(r["value"] for r in living if r["month"] == month) == pytest.approx(
            whole[month], abs=3
        )
