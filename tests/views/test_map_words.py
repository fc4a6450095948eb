"""What maps say: highest and lowest, only where they differ; what they do not draw."""

from arp.views import map_words
from tests.views.drawn import frame

WORDS = {"first": "Longest", "last": "shortest"}


def waits(**minutes):
    return frame(
        *(
            {"area": area, "value": value, "status": "ok" if value else "too few"}
            for area, value in minutes.items()
        )
    )


def test_the_highest_and_the_lowest_are_named_and_those_of_which_nothing_is_known():
    said = map_words.finding(waits(North=12.0, East=24.4, West=None), "minutes", **WORDS)
    assert said == (
        "Longest in East: 24.4 minutes; shortest in North: 12.0 minutes. Cannot be told: West."
    )


def test_areas_that_hardly_differ_have_no_highest():
    said = map_words.finding(waits(North=16.3, East=16.6), "minutes", **WORDS)
    assert said == "Areas hardly differ: from 16.3 minutes (North) to 16.6 minutes (East)."


def test_one_area_alone_is_no_comparison():
    assert map_words.finding(waits(North=16.3), "minutes", **WORDS) == "North: 16.3 minutes."


def test_without_a_value_the_reason_is_said():
    few = frame({"area": "North", "status": "withheld", "reason": "Withheld to protect people."})
    assert map_words.finding(few, "people", **WORDS) == "Withheld to protect people."
    alone = frame({"status": "not measured", "reason": "It needs areas."}).drop(columns="responder")
    assert map_words.finding(alone, "people", **WORDS) == "It needs areas."


def test_most_unhandled_counts_calls_not_shares():
    told = frame(
        {"area": "North", "value": 0.5, "numerator": 10, "denominator": 20},
        {"area": "Center", "value": 0.9, "numerator": 900, "denominator": 1000},
    )
    assert map_words.unserved(told) == "Most went unhandled in Center: 100 of 1,000."
    assert map_words.unserved(told.assign(status="too few")) == ""


def test_areas_that_the_map_does_not_draw_are_named():
    assert map_words.beside_the_map(waits(North=1.0, Sea=2.0), ["North"]) == "Not on the map: Sea."
    assert map_words.beside_the_map(waits(North=1.0), ["North"]) == ""
