"""The indicators of one city: renamed, hidden, added, and asked like any other."""

import pytest

from arp.measures.behind import rows, sql
from arp.measures.changed import what_changed
from arp.measures.engine import measure
from arp.measures.indicator import About, Better, Question
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence, reading, readings

CALLS = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at      | on_scene_at | call_type_initial
    1               | 2026-01-05 08:00 | 08:10       | Trespass
    2               | 2026-01-05 08:00 | 08:30       | Trespass
    3               | 2026-01-05 08:00 |             | Trespass
    4               | 2026-02-05 08:00 | 08:20       | Welfare check
    5               | 2026-01-05 08:00 | 08:20       |
"""
HEADER = (
    "\n    indicators\n    indicator | name | hidden | question | kind | table | among | of | "
    "matters | better | about | valid_from\n"
)
ADDED = (
    "    quick | Quick | | system | share | calls | call_type = Trespass | "
    "response_minutes <= 15 | Neighbors asked | higher | service | 2026-01-01\n"
)


def of_city(*lines: str) -> str:
    return CALLS + HEADER + "".join(lines)


def other(kind: str, among: str, of: str, key: str = "own") -> str:
    told = (
        f"Its name | | people | {kind} | calls | {among} | {of} | Somebody asked | lower | people"
    )
    return f"    {key} | {told} |\n"


def test_without_settings_the_declared_indicators_are_the_citys() -> None:
    assert evidence(CALLS).indicators is INDICATORS
    assert evidence(CALLS).hidden == frozenset()


def test_one_that_is_renamed_keeps_its_figure() -> None:
    text = of_city("    response_p50 | Our wait | | | | | | | | | |\n")
    found = evidence(text).indicators["response_p50"]
    assert (found.name, found.unit) == ("Our wait", "minutes")
    assert reading(text, "response_p50") == reading(CALLS, "response_p50")
    assert INDICATORS["response_p50"].name != "Our wait"


def test_one_that_is_hidden_is_asked_for_by_nobody_and_says_so_where_it_is() -> None:
    text = of_city("    response_p50 | | yes | | | | | | | | |\n")
    assert "response_p50" not in set(measure(evidence(text))["indicator"])
    hidden = reading(text, "response_p50")
    assert (hidden["status"], hidden["value"], hidden["n"]) == ("hidden", None, None)
    assert "settings hide this figure" in hidden["reason"]
    assert not [one for one in what_changed(None, evidence(text)) if one.key == "response_p50"]
    with pytest.raises(ValueError, match="settings hide"):
        sql(evidence(text), "response_p50")


def test_one_that_is_added_is_measured_with_its_interval_by_month_and_opened_to_its_rows() -> None:
    text = of_city(ADDED)
    found = reading(text, "quick")
    # 3 has no response time: it is in neither numerator nor denominator.
    assert (found["numerator"], found["denominator"]) == (1, 2)
    assert found["low"] < 0.5 < found["high"]
    assert "2 more left out" in found["reason"]  # of 3 the time, of 5 the type
    by_month = {row["period"]: row["status"] for row in readings(text, "quick", by=["month"])}
    assert by_month == {"2026-01": "ok", "2026-02": "too few"}
    assert "response_minutes" in sql(evidence(text), "quick")
    assert set(rows(evidence(text), "quick")["incident_number"]) == {"1", "2"}


def test_what_is_added_says_of_itself_what_the_settings_say() -> None:
    entry = evidence(of_city(ADDED)).indicators["quick"]
    assert (entry.question, entry.better, entry.about) == (
        Question.SYSTEM,
        Better.HIGHER,
        About.SERVICE,
    )
    assert entry.why == "Neighbors asked."
    assert entry.words == (
        "Calls that fit “call type is Trespass” and “response time at most 15”, divided by calls "
        "that fit “call type is Trespass”. Rows of which it is not known are left out."
    )
    assert str(entry.reviewed_on) == "2026-01-01" and entry.next_review_on is None


@pytest.mark.parametrize(
    ("kind", "among", "of", "value", "unit"),
    [
        ("count", "handled", "", 4, "calls"),
        ("count", "", "", 5, "calls"),
        ("mean", "call_type = Trespass", "response_minutes", 20, "minutes"),
        ("total", "not (call_type = Trespass)", "response_minutes", 20, "minutes"),
        ("share", "", "call_type is known", 4 / 5, "share"),
        ("share", "call_type is known", "call_type in (Trespass; x)", 3 / 4, "share"),
    ],
)
def test_every_kind_of_formula(kind: str, among: str, of: str, value: float, unit: str) -> None:
    text = of_city(other(kind, among, of))
    assert reading(text, "own")["value"] == pytest.approx(value)
    assert evidence(text).indicators["own"].unit == unit


def test_fractiles_keep_their_rule_of_too_few() -> None:
    text = of_city(other("median", "", "response_minutes"))
    assert reading(text, "own")["status"] == "too few"


def test_a_window_that_is_not_over_is_not_mature() -> None:
    text = """
    encounters
    encounter_id | started_at       | person_key
    a            | 2026-01-05 08:00 | ann
    b            | 2026-01-15 08:00 | ann
    c            | 2026-03-10 08:00 | ben

    indicators
    indicator | name | question | kind  | table      | of          | matters | better | about
    again     | A    | people   | share | encounters | repeated_30 | It      | lower  | people
    """
    found = reading(text, "again")
    assert (found["numerator"], found["denominator"]) == (1, 2)
    by_month = {row["period"]: row["status"] for row in readings(text, "again", by=["month"])}
    assert by_month["2026-03"] == "not mature"


def test_what_no_row_says_is_not_measured_and_never_zero() -> None:
    found = reading(of_city(other("count", "police_dispatched", "")), "own")
    assert (found["status"], found["value"]) == ("not measured", None)
    assert "police" in found["reason"]
    empty = "program\nprogram | time_zone\nX | UTC\n" + HEADER + other("count", "", "")
    assert reading(empty, "own")["status"] == "not measured"


def test_a_formula_that_fits_no_longer_is_not_measured_and_says_why() -> None:
    found = reading(of_city(other("count", "gone_column", "")), "own")
    assert found["status"] == "not measured"
    assert "no longer fits: gone_column" in found["reason"]
