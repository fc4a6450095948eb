"""Expressions that know the size of their chart."""

from arp.views.sized import sized

CHART = {
    "height": 300,
    "layer": [{"mark": {"limit": {"expr": "width - 95"}}, "transform": [{"filter": "height > 1"}]}],
    "data": {"values": [{"expr": "width"}]},
}


def test_width_and_height_become_numbers_but_not_in_the_data():
    told = sized(CHART, 900)
    assert told["layer"][0]["mark"]["limit"]["expr"] == "900 - 95"
    assert told["layer"][0]["transform"] == [{"filter": "300 > 1"}]
    assert told["data"] == CHART["data"]


def test_a_height_that_follows_from_rows_stays_named():
    rows = {"height": {"step": 44}, "mark": {"dy": {"expr": "height / width"}}}
    assert sized(rows, 900)["mark"]["dy"]["expr"] == "height / 900"


def test_other_names_and_fields_are_left_alone():
    told = sized({"mark": {"x": {"expr": "datum.width + bandwidth('x')"}}}, 900)
    assert told["mark"]["x"]["expr"] == "datum.width + bandwidth('x')"
