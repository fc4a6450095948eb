"""Each indicator says in which unit its target is set."""

from arp.measures.registry import INDICATORS
from arp.measures.targets import target_units
from arp.words.vocabularies import TARGET_UNIT


def test_every_indicator_has_a_unit_that_a_target_can_be_set_in():
    assert set(target_units()) == set(INDICATORS)
    assert all(set(units) <= set(TARGET_UNIT.keys) and units for units in target_units().values())


def test_a_count_of_calls_is_a_count_a_share_a_share_and_a_time_any_unit_of_time():
    units = target_units()
    assert units["program_responses"] == ("count",)
    assert units["contact_made_rate"] == ("share",)
    assert units["response_p50"] == ("minutes", "seconds", "hours")


def test_the_target_of_each_response_is_set_in_minutes_though_the_figure_is_a_share():
    assert INDICATORS["response_within_target"].unit == "share"
    assert target_units()["response_within_target"][0] == "minutes"
