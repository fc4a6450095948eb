import json
from datetime import date

import pytest

from arp.measures.judge.targets import targets_on
from arp.measures.settings import Settings

TODAY = date(2026, 11, 1)
UNITS = {
    "response_p90": "minutes",
    "felt_safe_rate": "share",
    "recoverable_calls": "calls",
    "hours_freed": "hours",
}


def stored(indicator="response_p90", goal=30, unit="minutes", since=None, who=None, **more):
    value = {"indicator": indicator, "target": goal, "unit": unit, "source": "A memo"} | more
    name = "\x1f".join(str(value.get(k) or "") for k in ("indicator", "team", "priority"))
    return {
        "section": "targets", "name": name, "valid_from": since, "valid_to": None,
        "value": json.dumps(value), "set_by": who, "why": "Because",
    }  # fmt: skip


def on(*rows, day=TODAY, team=None):
    return targets_on(Settings(rows).entries("targets"), day, UNITS, team)


def test_a_target_says_who_set_it_and_since_when():
    (found,) = on(stored(since=date(2026, 1, 12), who="The director")).values()
    assert (found.value, found.set_by, found.since) == (30, "The director", date(2026, 1, 12))
    assert found.source == "A memo"


def test_the_target_that_holds_on_the_day_counts():
    early, late = stored(goal=40), stored(goal=30, since=date(2026, 6, 1))
    assert on(early, late)["response_p90"].value == 30
    assert on(early, late, day=date(2026, 5, 31))["response_p90"].value == 40


@pytest.mark.parametrize(
    ("indicator", "goal", "unit", "value"),
    [
        ("response_p90", 0.5, "hours", 30),
        ("response_p90", 1800, "seconds", 30),
        ("response_p90", 30, "share", None),
        ("response_p90", 30, None, None),
        ("felt_safe_rate", 0.98, "share", 0.98),
        ("felt_safe_rate", 98, "count", None),
        ("recoverable_calls", 200, "count", 200),
        ("recoverable_calls", 200, "minutes", None),
        ("hours_freed", 120, "minutes", 2),
        ("hours_freed", 2, "hours", 2),
    ],
)
def test_targets_are_in_the_figure_s_unit_or_have_no_value(indicator, goal, unit, value):
    found = on(stored(indicator, goal, unit))[indicator].value
    assert found == pytest.approx(value) if value is not None else found is None


def test_a_target_of_a_priority_or_a_call_type_is_not_of_the_whole():
    assert on(stored(priority="1"), stored(call_type="Trespass")) == {}


def test_a_team_s_own_target_comes_first_for_that_team_only():
    rows = (stored(goal=30), stored(goal=25, team="CoR"))
    assert on(*rows)["response_p90"].value == 30
    assert on(*rows, team="CoR")["response_p90"].value == 25
    assert on(*rows, team="CRT")["response_p90"].value == 30


def test_a_band_has_both_ends_in_the_figure_s_unit():
    found = on(stored(goal=1, unit="hours", at_least=0.5))["response_p90"]
    assert (found.at_least, found.value) == (30, 60)


def test_a_target_without_a_value_or_an_indicator_that_nobody_declares_is_none():
    assert on(stored(goal=None), stored("made_up")) == {}
