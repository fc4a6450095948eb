from datetime import date

import pytest
from ibis import _

from arp.measures import plan
from arp.measures.engine import Filters, measure, months_between, sql
from arp.measures.formula import Mean, Total
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence, reading, readings

TEXT = """
    units
    unit | team
    CRT* | CRT
    COR* | CoR

    teams
    team | mode
    CRT  | in person
    CoR  | in person

    calls
    incident_number | call_type_initial | area  | received_at
    1               | Welfare           | North | 2026-01-05 08:00
    2               | Welfare           | South | 2026-01-06 08:00
    3               | Trespass          |       | 2026-02-05 08:00
    4               | Trespass          | North |

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10
    1               | COR1    | 2026-01-05 08:05 | 08:20
    2               | COR1    | 2026-01-06 08:05 | 08:40
    3               | CRT1    | 2026-02-05 08:05 |
    """


def test_months_are_both_included_and_name_the_period() -> None:
    january = reading(TEXT, "calls_in_scope", months=("2026-01", "2026-01"))
    assert (january["value"], january["period"]) == (2, "2026-01/2026-01")
    assert reading(TEXT, "calls_in_scope", months=("2026-02", None))["value"] == 1
    assert reading(TEXT, "calls_in_scope")["value"] == 4  # the undated one is in the total


def test_a_month_that_is_asked_for_and_not_there_is_a_gap() -> None:
    found = readings(TEXT, "calls_in_scope", by=["month"], months=("2025-12", "2026-01"))
    assert [(row["period"], row["status"]) for row in found] == [
        ("2025-12", "not measured"),
        ("2026-01", "ok"),
    ]


def test_a_period_in_which_nothing_was_uploaded_is_not_measured_and_not_zero() -> None:
    before = reading(TEXT, "calls_in_scope", months=("2024-01", "2024-03"))
    assert (before["status"], before["value"]) == ("not measured", None)
    assert reading(TEXT, "calls_in_scope", months=(None, "2026-01"))["status"] == "ok"


def test_filters_narrow_by_area_and_call_type_also_to_the_unknown() -> None:
    def counted(**chosen: tuple[str, ...]) -> float:
        return reading(TEXT, "calls_in_scope", where=Filters(**chosen))["value"]

    assert counted(area=("North",)) == 2
    assert counted(area=("unknown",)) == 1
    assert counted(area=("North",), call_type=("Trespass",)) == 1
    assert counted(area=("it's nowhere",)) == 0


def test_with_one_team_facts_are_its_own_and_with_several_a_call_counts_once() -> None:
    def responses(*teams: str) -> float:
        return reading(TEXT, "program_responses", where=Filters(team=teams))["value"]

    assert (responses("CRT"), responses("CoR"), responses("CRT", "CoR")) == (1, 2, 2)
    one_team = reading(TEXT, "timestamp_valid_rate", where=Filters(team=("CRT",)))
    assert (one_team["numerator"], one_team["denominator"]) == (1, 1)
    assert reading(TEXT, "calls_in_scope", where=Filters(team=("CRT",)))["status"] == (
        "not measured"
    )


def test_every_group_has_every_month() -> None:
    found = readings(TEXT, "program_responses", by=["month", "team"])
    counted = {(row["period"], row["team"]): row["value"] for row in found}
    assert counted == {
        ("2026-01", "CRT"): 1,
        ("2026-01", "CoR"): 2,
        ("2026-02", "CRT"): 0,
        ("2026-02", "CoR"): 0,
    }


def test_by_hour_of_week_a_row_without_a_date_is_in_no_hour() -> None:
    found = readings(TEXT, "calls_in_scope", by=["hour_of_week"])
    assert {row["hour_of_week"]: row["value"] for row in found} == {8: 1, 32: 1, 80: 1}


def test_an_unknown_indicator_or_breakdown_is_a_programmers_fault() -> None:
    with pytest.raises(KeyError):
        measure(evidence(TEXT), ["no_such_indicator"])
    with pytest.raises(KeyError, match="no such breakdown: shoe_size"):
        measure(evidence(TEXT), ["calls_in_scope"], by=["shoe_size"])


def test_months_between_crosses_the_year() -> None:
    assert months_between("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert months_between(None, None) == []


def entry(formula: Mean | Total) -> Indicator:
    return Indicator(
        key="tried",
        name="Tried out",
        question=Question.FUNCTIONING,
        why="",
        words="",
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=formula,
        needs=("response_minutes",),
        to_measure_it="Upload it.",
        source="",
        reviewed_on=date(2026, 1, 1),
        next_review_on=date(2027, 1, 1),
    )


@pytest.mark.parametrize(("formula", "value"), [(Mean, (10 + 40) / 2), (Total, 10 + 40)])
def test_means_and_totals(
    formula: type[Mean | Total], value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = entry(formula(of=_.response_minutes, among=_.prog_arrived))
    monkeypatch.setitem(INDICATORS, "tried", tried)
    found = measure(evidence(TEXT), ["tried"])
    assert (found["value"].iloc[0], found["n"].iloc[0]) == (value, 2)
    shown = evidence(TEXT).ask(sql(evidence(TEXT), "tried"))
    assert shown["value"].iloc[0] == value


def test_a_question_is_one_whatever_is_named_twice() -> None:
    assert plan.asked_for(["month", "month"], (None, None), None).by == ("month",)


def test_a_choice_that_no_row_fits_still_has_a_reading() -> None:
    nowhere = Filters(area=("Nowhere",))
    for by in ((), ("call_type",)):
        found = readings(TEXT, "contact_made_rate", by=by, where=nowhere)
        assert [row["status"] for row in found] == ["not measured"]  # no contact records at all
        found = readings(TEXT, "longest_response", by=by, where=nowhere)
        assert [(row["status"], row["value"]) for row in found] == [("too few", None)]
