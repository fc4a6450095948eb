import pytest

from arp.views.export import plots_of_bars
from tests.views.drawn import frame
from tests.views.export.drawn_handout import RESPONSES, grouped


def test_shares_have_their_count_beside_their_name_and_the_unknown_is_gray():
    rows = grouped("part", ("unknown", 0.04, 100), ("engaged", 0.96, 100))
    plot = plots_of_bars.shares(rows, group="part")
    assert plot.categories == ("engaged · 96", "unknown · 4")
    assert plot.series[0].values == (0.96, 0.04)
    assert plot.series[0].meanings == {1: "usual"}


def test_counts_have_their_share_beside_their_name():
    rows = grouped("team", ("CRT", 900, 1_200), ("CoR", 300, 1_200), key=RESPONSES)
    plot = plots_of_bars.counts(rows, group="team")
    assert plot.categories == ("CRT · 75%", "CoR · 25%")
    assert plot.number_format == "#,##0"


def test_a_step_that_cannot_be_told_has_no_bar_and_says_so():
    rows = frame({"value": 200.0}, {"value": None, "status": "not measured"})
    rows = rows.assign(step=["eligible", "staffed"])
    steps = {"eligible": "Eligible", "staffed": "Staffed"}
    plot = plots_of_bars.funnel(rows, steps=steps, of="step")
    assert plot.categories == ("Eligible", "Staffed · not measured")
    assert plot.series[0].values == (200.0, None)


def test_a_range_reaches_from_its_low_to_its_high_and_is_in_words():
    plot = plots_of_bars.ranges(
        grouped("team", ("CRT", 0.5, 90, 0.4, 0.65)), group="team", unit="share"
    )
    assert plot.categories == ("CRT · 50% (40% to 65%)",)
    assert plot.series[0].above == pytest.approx((0.15,))
    assert plot.series[0].below == pytest.approx((0.1,))
    assert plot.most > 0.65
    assert not plot.labeled


def test_two_sides_are_two_bars_a_group():
    rows = grouped("team", ("CRT", 0.14, 90), ("CRT", 0.02, 90)).assign(part=["now", "more"])
    sides = {"now": "As now", "more": "1 unit more"}
    plot = plots_of_bars.two_sides(rows, group="team", sides=sides, unit="share")
    assert [(one.name, one.values) for one in plot.series] == [
        ("As now", (0.14,)),
        ("1 unit more", (0.02,)),
    ]
    assert plot.legend


def test_the_wait_of_half_lies_over_that_of_nine_in_ten():
    rows = frame(
        {"indicator": "response_p50", "value": 14.0}, {"indicator": "response_p90", "value": 31.0}
    ).assign(team="CRT")
    plot = plots_of_bars.waits(rows, group="team")
    assert plot.form == "overlaid"
    assert [one.values for one in plot.series] == [(31.0,), (14.0,)]


def test_a_step_of_the_response_that_was_not_measured_has_no_row():
    rows = frame(
        {"indicator": "travel_p50", "value": 8.0},
        {"indicator": "travel_p90", "value": 15.0},
        {"indicator": "turnout_p50", "status": "not measured"},
        {"indicator": "turnout_p90", "status": "not measured"},
    )
    plot = plots_of_bars.steps(rows, steps={"turnout": "Turnout", "travel": "Travel"})
    assert [name.split(" · ")[0] for name in plot.categories] == ["Travel"]


def test_groups_stand_beside_the_whole_city_which_is_one():
    rows = grouped("group", ("Housed", 1.27, 90, 1.1, 9.0))
    plot = plots_of_bars.around_one(rows)
    assert plot.categories[0].startswith("The whole city")
    assert plot.series[0].values == (1.0, 1.27)
    assert plot.series[0].above[1] == pytest.approx(3.0 - 1.27)
