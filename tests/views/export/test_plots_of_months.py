import pytest

from arp.views.export import plots_of_months
from tests.views.export.drawn_handout import CHANGES, EVERY_MONTH, lines, months


def control(**told):
    return plots_of_months.control(months(), unit="share", target=0.6, changes=CHANGES, **told)


def named(plot):
    return {series.name: series for series in plot.series}


def test_a_control_chart_holds_the_readings_own_numbers_and_a_gap_where_there_is_none():
    plot = control()
    assert plot.categories == tuple(EVERY_MONTH)
    assert named(plot)["Month"].values[:3] == pytest.approx((0.4, 0.42, 0.44))
    assert named(plot)["Month"].values[5] is None


def test_target_mean_and_limits_are_lines_named_beside_their_last_month():
    found = named(control())
    assert found["Target"].values == (0.6,) * 18
    assert found["Target"].words[17].text == "target 60%"
    assert found["Mean"].words[17].text.startswith("mean ")
    assert {found["Upper limit"].line, found["Lower limit"].line} == {"dashed"}


def test_a_signal_has_points_of_its_own_its_letter_and_its_word():
    signal = named(control())["Improvement"]
    assert signal.values[17] == 0.9
    assert signal.meaning == "improving"
    assert signal.words[17].text == "H improvement"


def test_a_change_is_a_rule_above_everything_else():
    plot = control()
    rule = named(plot)["Changes"]
    place = EVERY_MONTH.index("2025-09")
    assert rule.rules
    assert rule.words[place].text == "A second team"
    assert 1.0 < rule.values[place] <= plot.most


def test_words_of_a_change_near_the_end_stand_on_its_left():
    late = (("2026-06", "A change of which there is much to say"),)
    plot = plots_of_months.control(months(), unit="share", changes=late)
    assert named(plot)["Changes"].words[17].place == "left"


def test_each_line_is_named_with_its_last_value():
    names = {"response_p50": "half of calls", "response_p90": "nine in ten"}
    plot = plots_of_months.lines(lines(), unit="minutes", names=names)
    assert [series.words[17].text for series in plot.series] == [
        "half of calls: 15.0 min",
        "nine in ten: 31.0 min",
    ]
    assert (plot.least, plot.unit) == (0.0, "minutes")
