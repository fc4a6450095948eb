"""Estimates and the model of waiting a second time; an interval only has to hold its value."""

from __future__ import annotations

from typing import Any

import pytest

from tests.counted import WHOLE, By, about_the_data, city, grouped, read
from tests.made_city import Row
from tests.told import estimates
from tests.told.figures import NOT_MEASURED, TOO_FEW
from tests.told.helped import watched
from tests.told.indicators import OF_CALLS, OF_ENCOUNTERS, Figure, months_apart

CITIES = ("made", "sample", "grown")
of_every_city = pytest.mark.parametrize("name", CITIES)
PARTS = ("share waiting over 15 minutes", "share waiting at all", "mean wait")
GROUPS = ("race_ethnicity",)  # what is told of the person
FEWEST = 30
OF_GROUPS: dict[str, Figure] = {
    **{key: OF_CALLS[key] for key in ("eligible_capture", "response_p50")},
    **{key: OF_ENCOUNTERS[key] for key in ("hospital_transport_rate", "arrest_rate")},
    "connected_to_care": lambda rows: watched("connected_to_care", rows, monthly=False),
}
INPUTS = ("calls routed an hour", "time that a response keeps a unit", "units on duty")


@about_the_data
def test_transports_avoided(name: str, by: By) -> None:
    def group(call: Row) -> tuple[Any, ...]:
        return tuple(call[one] for one in by)

    expected = estimates.avoided(city(name).told.calls, "ems_transported", group)
    for reading in read(name, "ed_transports_avoided", by):
        if reading["status"] == NOT_MEASURED:
            continue
        figure = expected.pop(tuple(reading[one] for one in by), {"n": 0})
        assert reading["n"] == figure["n"]
        if figure["n"] == 0:
            assert reading["status"] == TOO_FEW
        else:
            assert reading["value"] == pytest.approx(figure["value"], abs=1e-6)
            assert reading["low"] <= reading["value"] <= reading["high"]
    assert all(figure["n"] == 0 for key, figure in expected.items() if None not in key)


@of_every_city
def test_cost_avoided(name: str) -> None:
    told = city(name).told
    costs = [held.value for held in told.settings.all("costs")]
    found = {row["part"]: row for row in read(name, "cost_avoided", WHOLE)}
    if not costs:  # the made city has set no price
        assert {row["status"] for row in found.values()} == {NOT_MEASURED}
        return
    expected = estimates.in_dollars(told, costs)
    for part, dollars in expected.items():
        assert found[part]["value"] == pytest.approx(dollars, abs=1e-4), part
    assert found["in all"]["value"] == pytest.approx(sum(expected.values()), abs=1e-4)


@pytest.mark.parametrize("by_team", [False, True])
@of_every_city
def test_how_long_callers_would_wait(name: str, by_team: bool) -> None:
    told = city(name).told
    takers = {row["team"] for row in told.call_teams if row["eligible"]}
    readings = read(name, "wait_model", ("team",) if by_team else WHOLE)
    for team in dict.fromkeys(row.get("team") for row in readings):
        mine = [row for row in readings if row.get("team") == team]
        rows = told.call_teams if by_team else told.calls
        calls, units = (
            [row for row in these if team in (None, row["team"])]
            for these in (rows, [unit for unit in told.units if unit["is_program"]])
        )
        hours = [row for row in told.hours if row["team"] in ({team} if by_team else takers)]
        compare(mine, calls, hours, units)


def compare(readings: list[Row], calls: list[Row], hours: list[Row], units: list[Row]) -> None:
    months = {row["month"] for row in hours}  # those in which anybody knows what the program did
    calls, units = ([row for row in rows if row["month"] in months] for rows in (calls, units))
    if not [unit for unit in units if unit["committed"] is not None]:
        assert {row["status"] for row in readings} == {NOT_MEASURED}
        return
    routed, minutes, on_duty = estimates.queue(calls, hours, units)
    found = {(row["more_units"], row["part"]): row for row in readings}
    for part, figure in zip(INPUTS, (routed, minutes, on_duty), strict=True):
        assert found[None, part]["value"] == pytest.approx(figure, rel=1e-9)
    for more, name in enumerate(("as now", "1 more", "2 more", "3 more")):
        expected = estimates.waits(routed, minutes, estimates.whole_units(on_duty) + more)
        for place, part in enumerate(PARTS):
            reading = found[name, part]
            if expected is None:
                assert (reading["status"], reading["value"]) == (TOO_FEW, None)
            else:
                assert reading["value"] == pytest.approx(expected[place], rel=1e-9, abs=1e-12)


@of_every_city
def test_each_group_beside_the_whole_city(name: str) -> None:
    told = city(name).told
    known = [row["month"] for row in (*told.calls, *told.encounters, *told.units) if row["month"]]
    last = min(max(known), f"{told.settings.today:%Y-%m}")
    expected = {}
    for kind in ("area", *GROUPS):
        for key, figure in OF_GROUPS.items():
            rows = told.calls if key in OF_CALLS else told.encounters
            if kind != "area" and key in OF_CALLS:
                continue
            pooled = [row for row in rows if row["month"] and is_recent(row["month"], last)]
            whole = figure(pooled)
            for (group,), mine in grouped(pooled, (kind,)).items():
                of_group = figure(mine)
                small = (of_group.get("n") or 0) < FEWEST or of_group["status"] != "ok"
                if group != "unknown" and not small and whole.get("value"):
                    expected[key, kind, group] = of_group["value"] / whole["value"]
    found = {
        (row["measure"], row["group_kind"], row["group"]): row["value"]
        for row in read(name, "equity_gap", WHOLE)
        if row["status"] == "ok" and row["group_kind"] in ("area", *GROUPS)
        if row["measure"] != "people_served"
    }
    assert found == pytest.approx(expected, rel=1e-9)
    assert expected or name == "made"


def is_recent(month: str, last: str) -> bool:
    return month <= last and months_apart(month, last) < 12
