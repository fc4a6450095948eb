import pytest

from arp.views import charts, colors
from arp.views.large import large
from tests.views.drawn import frame, lane_like_months

WAITS = {"response_p50": "half of calls", "response_p90": "nine in ten"}


def rows_of(chart, mark):
    """The rows that the first layer with this mark draws."""
    return next(
        layer["data"]["values"]
        for layer in layers(charts.specification(chart))
        if layer["mark"]["type"] == mark
    )


def layers(spec, data=None):
    data = spec.get("data", data)
    if "layer" not in spec:
        yield {**spec, "data": data}
    for layer in spec.get("layer", ()):
        yield from layers(layer, data)


def of_lane(**more):
    """Both waits over the months of a program with gaps."""
    return charts.over_months(
        lane_like_months(), unit="minutes", names=WAITS, palette=colors.LIGHT, **more
    )


@pytest.fixture
def months():
    return of_lane()


def test_a_month_without_data_breaks_the_line_and_is_never_zero(months):
    drawn = {
        row["period"]: row["value"]
        for row in rows_of(months, "line")
        if row["indicator"] == "response_p50"
    }
    assert list(drawn) == [
        "2024-08", "2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03",
    ]  # fmt: skip
    assert drawn["2024-11"] is None
    assert drawn["2024-10"] == 40.0


def test_absent_months_are_bands_with_the_word_that_says_why(months):
    words = {row["period"]: row["absent"] for row in rows_of(months, "rect")}
    assert words == {"2024-11": "no data", "2024-12": "no data", "2025-03": "too few"}


def test_the_word_of_an_absent_month_runs_along_its_band_and_reaches_into_no_other(months):
    words = [
        layer
        for layer in layers(charts.specification(months))
        if "absent" in str(layer["encoding"].get("text"))
    ]
    assert words and all(layer["mark"]["angle"] == 270 for layer in words)


def test_a_month_that_one_line_has_is_not_called_absent():
    readings = lane_like_months()
    alone = (readings["indicator"] == "response_p90") & (readings["period"] == "2024-10")
    readings.loc[alone, "status"] = "too few"
    chart = charts.over_months(readings, unit="minutes", names=WAITS, palette=colors.LIGHT)
    assert "2024-10" not in {row["period"] for row in rows_of(chart, "rect")}


def test_each_line_is_named_at_its_last_value_instead_of_in_a_legend(months):
    said = [
        row["said"]
        for layer in layers(charts.specification(months))
        if layer["mark"]["type"] == "text" and "said" in str(layer["encoding"])
        for row in layer["data"]["values"]
    ]
    assert "half of calls: 32.0 min" in said
    assert "nine in ten: 77.0 min" in said


def test_a_figure_that_has_no_name_is_not_drawn():
    chart = charts.over_months(
        lane_like_months(),
        unit="minutes",
        names={"response_p50": "half of calls"},
        palette=colors.LIGHT,
    )
    assert {row["indicator"] for row in rows_of(chart, "line")} == {"response_p50"}


def test_the_axis_of_waits_begins_at_zero(months):
    line = next(
        one for one in layers(charts.specification(months)) if one["mark"]["type"] == "line"
    )
    assert line["encoding"]["y"]["scale"]["zero"] is True


def test_the_axis_of_months_holds_the_gaps_in_order_and_every_year(months):
    axes = [layer["encoding"]["x"] for layer in layers(charts.specification(months))]
    domains = [axis["scale"]["domain"] for axis in axes if "scale" in axis]  # some words have none
    assert len(domains) > 3
    for domain in domains:
        assert domain == [
            "Aug 2024", "Sep 2024", "Oct 2024", "Nov 2024",
            "Dec 2024", "Jan 2025", "Feb 2025", "Mar 2025",
        ]  # fmt: skip


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_no_text_is_left_in_vega_s_own_black(palette):
    for chart in (
        charts.over_months(lane_like_months(), unit="minutes", names=WAITS, palette=palette),
        charts.waits_by_group(groups(), group="call_type", palette=palette),
    ):
        spec = charts.specification(chart)
        assert spec["background"] == palette.ground
        for layer in layers(spec):
            if layer["mark"]["type"] == "text":
                colored = layer["mark"].get("color") or layer["mark"].get("stroke")
                assert colored or "color" in layer["encoding"]


def groups():
    return frame(
        {"call_type": "Trespass", "indicator": "response_p50", "value": 31, "n": 500},
        {"call_type": "Trespass", "indicator": "response_p90", "value": 74, "n": 500},
        {"call_type": "Welfare check", "indicator": "response_p50", "value": 12, "n": 7904},
        {"call_type": "Welfare check", "indicator": "response_p90", "value": 27, "n": 7904},
        {"call_type": "Noise", "indicator": "response_p50", "value": 10, "n": 20},
        {"call_type": "Noise", "indicator": "response_p90", "n": 20, "status": "too few"},
    )


def test_groups_say_both_waits_and_their_calls_and_what_is_too_few():
    drawn = rows_of(charts.waits_by_group(groups(), group="call_type", palette=colors.LIGHT), "bar")
    assert [(row["label"], row["said"]) for row in drawn] == [
        ("Welfare check", "12.0 / 27.0 · 7,904 calls"),
        ("Trespass", "31.0 / 74.0 · 500 calls"),
        ("Noise", "10.0 / too few · 20 calls"),
    ]


def test_steps_keep_their_order_and_leave_out_what_is_not_measured():
    steps = frame(
        {"indicator": "travel_p50", "value": 6, "n": 90},
        {"indicator": "travel_p90", "value": 14, "n": 90},
        {"indicator": "queue_wait_p50", "status": "not measured"},
        {"indicator": "queue_wait_p90", "status": "not measured"},
        {"indicator": "response_p50", "value": 9, "n": 100},
        {"indicator": "response_p90", "value": 21, "n": 100},
    )
    chart = charts.waits_by_step(
        steps,
        steps={"queue_wait": "Waiting", "travel": "Travel", "response": "Whole"},
        palette=colors.LIGHT,
    )
    assert [row["label"] for row in rows_of(chart, "bar")] == ["Travel", "Whole"]


def test_parts_of_a_whole_stand_by_size_with_unknown_last():
    mix = frame(
        {"destination": "unknown", "value": 0.5, "numerator": 50, "denominator": 100},
        {"destination": "home", "value": 0.1, "numerator": 10, "denominator": 100},
        {"destination": "hospital", "value": 0.4, "numerator": 40, "denominator": 100},
    )
    drawn = rows_of(charts.shares(mix, group="destination", palette=colors.LIGHT), "bar")
    assert [(row["label"], row["said"]) for row in drawn] == [
        ("hospital", "40% · 40"),
        ("home", "10% · 10"),
        ("unknown", "50% · 50"),
    ]


def test_a_target_is_a_dashed_line_with_its_words():
    chart = of_lane(
        targets={"response_p50": 15.0},
    )
    asked = {
        "line": WAITS["response_p50"],
        "target": 15.0,
        "said": "target 15.0 min",
        "below": True,
    }
    assert rows_of(chart, "rule") == [asked]
    drawn = [layer for layer in layers(charts.specification(chart)) if "target" in str(layer)]
    assert [layer["mark"]["type"] for layer in drawn] == ["rule", "text", "text"]


def test_names_of_lines_stay_at_the_edge_when_the_chart_is_made_large():
    known = frame(
        *(
            {"indicator": key, "period": period, "value": 9.0}
            for key in WAITS
            for period in ("2025-01", "2025-02")
        )
    )
    chart = charts.over_months(known, unit="minutes", names=WAITS, palette=colors.LIGHT)
    edges = [
        layer["encoding"]["x"].get("value")
        for layer in layers(large(charts.specification(chart)))
        if layer["mark"]["type"] == "text"
    ]
    assert {"expr": "1.0 * width"} in edges


def test_changes_are_marked_in_the_month_in_which_they_were_made():
    chart = of_lane(
        changes=(("2025-02", "More hours"), ("2030-01", "Later")),
    )
    said = [(row["when"], row["said"], row["late"]) for row in rows_of(chart, "rule")]
    assert said == [("Feb 2025", "More hours", True)]
