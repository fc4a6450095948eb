from datetime import date

import pytest

from arp.measures.judge.targets import Target
from arp.measures.registry import INDICATORS
from arp.views import target_words

TARGET = Target(
    value=15.0, set_by="The Director", since=date(2026, 1, 12), source="Council resolution"
)


@pytest.mark.parametrize(
    ("key", "target", "said"),
    [
        ("response_p50", Target(value=15.0), "at most 15.0 minutes"),
        ("felt_safe_rate", Target(value=0.98), "at least 98%"),
        ("uhu", Target(value=0.4, at_least=0.2), "20% to 40%"),
        ("program_responses", Target(value=500), "500"),
        ("felt_safe_rate", Target(value=None), "a target in a unit that does not fit the figure"),
    ],
)
def test_a_target_says_which_way_it_is_reached(key, target, said):
    assert target_words.goal(target, INDICATORS[key]) == said


def test_a_foot_names_the_target_and_who_set_it():
    assert target_words.of_figure(TARGET, INDICATORS["response_p50"]) == (
        "Target: at most 15.0 minutes. Set by The Director since Jan 12, 2026. Council resolution."
    )
    bare = target_words.of_figure(Target(value=15.0), INDICATORS["response_p50"])
    assert bare == "Target: at most 15.0 minutes."


def test_without_a_target_that_is_said_only_where_one_could_be_set():
    assert target_words.of_figure(None, INDICATORS["response_p50"]) == "No target set."
    assert target_words.of_figure(None, INDICATORS["program_responses"]) == ""
