import pytest

from arp.views import charts, colors, lorenz_chart
from arp.views.export import picture
from tests.views.drawn import frame
from tests.views.test_charts import layers

CURVE = frame(
    *(
        {"indicator": "familiar_neighbors_share", "share_of_people": people, "value": contacts}
        for people, contacts in ((0, 0), (0.01, 0.13), (0.1, 0.28), (0.5, 0.62), (1, 1))
    )
)
FEW = frame({"status": "not measured", "reason": "Upload it.", "share_of_people": None})


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_it_can_be_drawn_on_both_grounds(palette):
    spec = charts.specification(lorenz_chart.lorenz(CURVE, palette=palette))
    assert spec["background"] == palette.ground
    drawn = picture.svg(spec, question="Q", finding="F", foot="f")
    assert "1% of people: 13%" in drawn


def test_both_axes_are_whole_shares_and_the_even_line_stands_beside_the_curve():
    spec = charts.specification(lorenz_chart.lorenz(CURVE, palette=colors.LIGHT))
    lines = [one for one in layers(spec) if one["mark"]["type"] == "line"]
    assert [one["mark"]["color"] for one in lines] == [colors.LIGHT.usual, colors.LIGHT.program]
    assert lines[1]["encoding"]["x"]["scale"]["domain"] == [0, 1]
    assert lines[1]["encoding"]["y"]["scale"]["domain"] == [0, 1]


def test_the_finding_says_what_those_met_most_often_have():
    assert lorenz_chart.finding(CURVE) == (
        "The 1% of people met most often had 13% of the contacts; half of the people, 62%."
    )
    assert lorenz_chart.finding(CURVE.drop(index=1)).startswith("The 10% of people")
    assert lorenz_chart.finding(FEW) == "Upload it."
