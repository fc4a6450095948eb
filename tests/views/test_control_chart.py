import json

import pytest

from arp.measures.indicator import Better
from arp.measures.spc.rules import Signal
from arp.measures.spc.xmr import spc
from arp.views import charts, colors
from arp.views.control_chart import control_chart
from arp.views.export import picture
from tests.measures.spc.test_xmr import USUAL, months
from tests.views.test_charts import layers, rows_of

CHANGES = (("2025-06", "Whole city"),)


def drawn(values=(*USUAL, 60), palette=colors.LIGHT, **words):
    judged = spc(months(list(values)), better=Better.LOWER).months
    return control_chart(judged, unit="minutes", palette=palette, **words)


def texts(chart):
    """Every word that stands in the chart."""
    return {
        row[layer["encoding"]["text"]["field"]]
        for layer in layers(charts.specification(chart))
        if layer["mark"]["type"] == "text" and "field" in layer["encoding"].get("text", {})
        for row in layer["data"]["values"]
    }


def test_a_signal_carries_its_letter_and_its_word_beside_its_color():
    assert {"H", "concern"} <= texts(drawn())
    assert not {"H", "L", "concern", "improvement"} & texts(drawn(USUAL))


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_each_signal_has_the_color_of_its_meaning(palette):
    points = next(
        one
        for one in layers(charts.specification(drawn(palette=palette)))
        if one["mark"]["type"] == "point"
    )
    scale = points["encoding"]["color"]["scale"]
    meaning = dict(zip(scale["domain"], scale["range"], strict=True))
    assert meaning[Signal.CONCERN] == palette.worsening
    assert meaning[Signal.IMPROVEMENT] == palette.improving
    assert meaning[Signal.NO_DIRECTION] == palette.no_direction
    assert meaning[Signal.COMMON_CAUSE] == palette.usual


def test_a_month_without_a_value_breaks_the_line_and_says_why():
    chart = drawn([*USUAL[:6], None, *USUAL[6:]])
    assert {row["absent"] for row in rows_of(chart, "rect")} == {"no data"}
    assert [row["value"] for row in rows_of(chart, "line")].count(None) == 1


def test_the_target_is_a_line_with_its_word_where_there_is_one():
    rules = [
        one for one in layers(charts.specification(drawn(target=15.0)))
        if one["mark"]["type"] == "rule"
    ]  # fmt: skip
    assert [rule["data"]["values"] for rule in rules] == [[{"target": 15.0}]]
    assert "target 15.0 min" in texts(drawn(target=15.0))
    assert not any("target" in word for word in texts(drawn()))


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_a_change_is_a_rule_with_its_words_in_colors_of_the_ground(palette):
    chart = drawn(palette=palette, changes=CHANGES)
    rule = next(one for one in layers(charts.specification(chart)) if one["mark"]["type"] == "rule")
    assert rule["data"]["values"][0]["when"] == "Jun 2025"
    assert rule["mark"]["color"] == palette.quiet
    assert "Whole city" in texts(chart)


def test_a_tooltip_says_the_usual_range_and_the_rule():
    last = rows_of(drawn(), "point")[-1]
    assert last["told"] == "concern: outside the limits"
    assert last["usual"].endswith(" minutes")


def test_no_layer_takes_black_from_vega():
    spec = charts.specification(drawn(palette=colors.DARK, target=20, changes=CHANGES))
    for layer in layers(spec):
        if layer["mark"]["type"] in ("rule", "text"):
            assert "color" in layer["mark"] or "color" in layer["encoding"], json.dumps(layer)[:200]


def test_it_can_be_taken_away_as_a_picture():
    words = {"question": "Is it usual?", "finding": "Concern", "foot": "n = 13"}
    spec = charts.specification(drawn(target=20, changes=CHANGES))
    svg = picture.svg(spec, **words)
    assert "Whole city" in svg and "concern" in svg


def test_months_without_any_value_are_drawn_as_absent():
    assert {row["absent"] for row in rows_of(drawn([None, None, 30]), "rect")} == {"no data"}
