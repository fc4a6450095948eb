"""Each group of people and each area beside the whole city, a second time."""

from __future__ import annotations

import pytest

from tests.counted import FIGURES, WHOLE, assert_same, city, grouped, read
from tests.made_city import Row
from tests.told.figures import NOT_MEASURED, OK, TOO_FEW
from tests.told.help_given import GROUPS
from tests.told.helped import watched
from tests.told.indicators import OF_CALLS, OF_ENCOUNTERS, Figure, months_apart, people_reached

AREA, SERVED, FEWEST = "area", "people_served", 30
of_every_city = pytest.mark.parametrize("name", ["made", "sample", "grown"])
COMPARED: dict[str, Figure] = {
    **{key: OF_CALLS[key] for key in ("eligible_capture", "response_p50")},
    **{key: OF_ENCOUNTERS[key] for key in ("hospital_transport_rate", "arrest_rate")},
    "connected_to_care": lambda rows: watched("connected_to_care", rows, monthly=False),
}
KINDS = [(key, kind) for key in COMPARED for kind in (AREA, *(() if key in OF_CALLS else GROUPS))]


def test_the_made_city_says_one_kind_of_group_and_the_sample_city_all() -> None:
    said = {
        name: {kind for kind in GROUPS if any(row[kind] for row in city(name).told.encounters)}
        for name in ("made", "sample")
    }
    assert said == {"made": {"race_ethnicity"}, "sample": set(GROUPS)}


@of_every_city
def test_calls_have_no_group_of_people_and_every_other_figure_has_each_kind(name: str) -> None:
    found = {(row["measure"], row["group_kind"]) for row in read(name, "equity_gap", WHOLE)}
    assert found == {*KINDS, (SERVED, AREA)}


@pytest.mark.parametrize(("key", "kind"), KINDS)
@of_every_city
def test_each_group_beside_the_whole_city(name: str, key: str, kind: str) -> None:
    rows = pooled(name, "calls" if key in OF_CALLS else "encounters")
    readings = [
        row
        for row in read(name, "equity_gap", WHOLE)
        if (row["measure"], row["group_kind"]) == (key, kind)
    ]
    if not any(row[kind] for row in rows):
        (untold,) = readings
        assert (untold["status"], untold["value"]) == (NOT_MEASURED, None)
        assert untold["reason"].startswith("No record says the ")
        return
    whole = COMPARED[key](rows)
    of_group = {group: COMPARED[key](mine) for (group,), mine in grouped(rows, (kind,)).items()}
    counted = {group: figure for group, figure in of_group.items() if figure.get("n")}
    unknown = counted.pop("unknown", {"n": 0})["n"]
    assert {row["group"] for row in readings} == set(counted)
    share = unknown / (unknown + sum(figure["n"] for figure in counted.values()))
    for row in readings:
        assert_same(row, beside(counted[row["group"]], whole["value"]))
        if row["status"] == OK:
            assert f"Not known for {share:.0%} of those counted." in row["reason"]


def beside(figure: Row, city_value: float) -> Row:
    """A group's figure as a ratio to the city's; only its counts where it is small."""
    if figure["status"] != OK or figure["n"] < FEWEST or not city_value:
        return figure | dict.fromkeys(("value", "low", "high")) | {"status": TOO_FEW}
    return figure | {end: figure[end] / city_value for end in ("value", "low", "high")}


@of_every_city
def test_people_served_beside_the_residents_of_each_area(name: str) -> None:
    readings = [row for row in read(name, "equity_gap", WHOLE) if row["measure"] == SERVED]
    residents = newest_residents(name)
    if not residents:
        assert [row["status"] for row in readings] == [NOT_MEASURED]
        assert readings[0]["reason"].startswith("It needs how many people live in each area.")
        return
    met = [row for row in pooled(name, "encounters") if row["responds"]]
    served = {
        area: people_reached(mine)["value"]
        for (area,), mine in grouped(met, (AREA,)).items()
        if area in residents
    }
    people, lives = sum(served.values()), sum(residents[area] for area in served)
    assert {row["group"] for row in readings} == set(served)
    for row in readings:
        n = served[row["group"]]
        expected = dict.fromkeys(FIGURES) | {"n": n, "numerator": n, "denominator": people}
        if n >= FEWEST:
            expected["value"] = n / people / (residents[row["group"]] / lives)
        assert_same(row, expected | {"status": OK if n >= FEWEST else TOO_FEW})


def newest_residents(name: str) -> Row:
    """By area how many people live there, as was uploaded last of the months compared."""
    last, found = last_month(name), {}
    for row in sorted(city(name).told.figures, key=lambda row: row["month"]):
        if row["figure"] == "population" and row[AREA] and row["value"] and row["month"] <= last:
            found[row[AREA]] = row["value"]
    return found


def pooled(name: str, fact: str) -> list[Row]:
    """The dated rows of the last 12 months."""
    last = last_month(name)
    rows: list[Row] = getattr(city(name).told, fact)
    return [row for row in rows if row["month"] and 0 <= months_apart(row["month"], last) < 12]


def last_month(name: str) -> str:
    told = city(name).told
    known = [row["month"] for row in (*told.calls, *told.encounters, *told.units) if row["month"]]
    return min(max(known), f"{told.settings.today:%Y-%m}")
