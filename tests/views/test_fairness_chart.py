"""Fairness drawn: a point and a range a group, cut where a range would dwarf the others."""

from arp.views import charts, fairness_chart
from arp.views.colors import LIGHT
from tests.views.test_fairness_words import group, groups


def drawn(*rows):
    return charts.specification(fairness_chart.around_one(groups(*rows), palette=LIGHT))


def domains(spec):
    found = []
    layers = list(spec["layer"])
    while layers:
        layer = layers.pop()
        domain = layer.get("encoding", {}).get("x", {}).get("scale", {}).get("domain")
        found += [domain] if domain else []
        layers.extend(layer.get("layer", ()))
    return found


def test_the_whole_city_stands_at_one_in_the_middle():
    spec = drawn(("North", group("North", 1.1, 0.9, 1.3)), ("South", group("South", 0.9, 0.8, 1)))
    assert set(map(tuple, domains(spec))) == {(0, 2.0)}


def test_a_range_that_reaches_far_is_cut():
    spec = drawn(("North", group("North", 1.1, 0.1, 29.0)))
    assert set(map(tuple, domains(spec))) == {(0, fairness_chart.MOST)}


def test_groups_without_ranges_can_be_drawn():
    assert set(map(tuple, domains(drawn(("North", group("North", 1.1)))))) == {(0, 2.0)}
