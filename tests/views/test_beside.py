from arp.views import bar_charts, charts, colors
from arp.views.beside import GAP, ROOMY, beside, has_words_above
from tests.views.drawn import frame


def shares(*names):
    rows = [
        {"indicator": "a", "call_type": name, "n": 50, "value": 0.5, "low": 0.4, "high": 0.6}
        for name in names
    ]
    chart = bar_charts.ranges(frame(*rows), group="call_type", unit="share", palette=colors.LIGHT)
    return charts.specification(chart)


def marks(part):
    found = [part] if "mark" in part else []
    return found + [mark for layer in part.get("layer", []) for mark in marks(layer)]


def test_names_stand_before_their_bars_and_figures_behind_them():
    spec = beside(shares("Noise", "Welfare check"), times=1.5)
    names, said = (one["mark"] for one in marks(spec) if one["mark"]["type"] == "text")
    assert (names["align"], names["dx"], names["dy"]) == ("right", -GAP, 0)
    assert (said["align"], said["dx"], said["dy"]) == ("left", GAP, 0)
    assert names["limit"] == spec["config"]["padding"]["left"] - GAP
    assert spec["height"] == {"step": ROOMY}


def test_all_marks_of_a_row_stand_in_its_middle():
    spec = beside(shares("Noise"), times=1)
    assert {one["mark"].get("yOffset", 0) for one in marks(spec)} == {0}


def test_two_sides_of_a_row_stay_apart():
    rows = [
        {"indicator": "a", "call_type": "Noise", "part": side, "n": 50, "value": 5.0}
        for side in ("program", "police")
    ]
    sides = {"program": "Program", "police": "Police"}
    chart = bar_charts.two_sides(
        frame(*rows), group="call_type", sides=sides, unit="minutes", palette=colors.LIGHT
    )
    spec = beside(charts.specification(chart), times=1)
    assert {one["mark"]["yOffset"] for one in marks(spec) if "yOffset" in one["mark"]} == {-5, 5}


def test_there_is_room_for_the_longest_name():
    short, long = (beside(shares(name), times=1) for name in ("Noise", "Welfare check, urgent"))
    assert short["config"]["padding"]["left"] < long["config"]["padding"]["left"]


def test_a_chart_of_months_has_no_words_above_rows():
    assert has_words_above(shares("Noise"))
    assert not has_words_above({"layer": [{"mark": {"type": "line"}, "encoding": {}}]})


def test_what_was_given_is_not_changed():
    spec = shares("Noise")
    before = repr(spec)
    beside(spec, times=2)
    assert repr(spec) == before
