import pytest

from arp.views import bar_charts, charts, colors
from arp.views.export import picture
from tests.views.drawn import frame
from tests.views.test_bar_rows import SIDES, two
from tests.views.test_charts import layers, rows_of

WORDS = {"question": "Q", "finding": "F", "foot": "f"}


def funnel(palette=colors.LIGHT):
    readings = frame({"indicator": "a", "value": 4}, {"indicator": "b", "status": "too few"})
    return bar_charts.funnel(readings, steps={"a": "Eligible", "b": "Handled"}, palette=palette)


def missed(palette=colors.LIGHT):
    readings = frame(
        {"missed_why": "declined", "value": 3, "denominator": 5},
        {"missed_why": "cannot tell", "value": 2, "denominator": 5},
    )
    return bar_charts.counts_by_part(readings, group="missed_why", palette=palette)


def freed(palette=colors.LIGHT):
    readings = frame({"indicator": "hours_freed", "value": 5, "low": 4, "high": 7})
    return bar_charts.ranges(readings, group="indicator", unit="hours", palette=palette)


def sides(palette=colors.LIGHT):
    readings = frame(*two("Trespass", 10, 30))
    return bar_charts.two_sides(
        readings, group="call_type", sides=SIDES, unit="minutes", palette=palette
    )


@pytest.mark.parametrize("chart", [funnel, missed, freed, sides])
@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_every_chart_can_be_drawn_on_both_grounds(chart, palette):
    spec = charts.specification(chart(palette))
    assert spec["background"] == palette.ground
    assert picture.svg(spec, **WORDS).startswith("<svg")


@pytest.mark.parametrize("chart", [funnel, missed, freed])
def test_bars_begin_at_zero(chart):
    bar = next(one for one in layers(charts.specification(chart())) if one["mark"]["type"] == "bar")
    assert bar["encoding"]["x"]["scale"]["zero"] is True


def test_a_step_that_cannot_be_told_has_words_and_no_length():
    unknown = rows_of(funnel(), "bar")[1]
    assert (unknown["value"], unknown["said"]) == (None, "too few")


def test_what_nobody_can_tell_is_gray():
    bar = next(
        one for one in layers(charts.specification(missed())) if one["mark"]["type"] == "bar"
    )
    condition = bar["encoding"]["color"]["condition"]
    assert (condition["test"], condition["value"]) == ("datum.known", colors.LIGHT.program)
    assert bar["encoding"]["color"]["value"] == colors.LIGHT.usual


def test_an_estimate_s_range_is_drawn_from_low_to_high():
    rule = next(
        one for one in layers(charts.specification(freed())) if one["mark"]["type"] == "rule"
    )
    assert (rule["encoding"]["x"]["field"], rule["encoding"]["x2"]["field"]) == ("low", "high")


def test_two_sides_differ_by_shape_and_color_and_are_named():
    point = next(
        one for one in layers(charts.specification(sides())) if one["mark"]["type"] == "point"
    )
    for channel in ("shape", "color"):
        assert point["encoding"][channel]["scale"]["domain"] == ["program", "police"]
        assert len(set(point["encoding"][channel]["scale"]["range"])) == 2
    assert "program 10.0 min · police 30.0 min" in picture.svg(
        charts.specification(sides()), **WORDS
    )
