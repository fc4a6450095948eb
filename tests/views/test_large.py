from arp.views.large import large

CHART = {
    "height": 240,
    "config": {"axis": {"labelFontSize": 12, "labelColor": "gray", "labelOverlap": True}},
    "layer": [{"mark": {"type": "text", "fontSize": 10, "dy": -9}}, {"mark": "bar"}],
    "data": {"name": "months", "values": [{"fontSize": 12}]},
    "datasets": {"months": [{"step": 1}]},
}


def test_type_grows_and_the_plot_gets_the_height_of_the_screen() -> None:
    grown = large(CHART, height=520, times=1.5)
    assert grown["height"] == 520
    assert grown["config"]["axis"]["labelFontSize"] == 18
    assert grown["layer"][0]["mark"] == {"type": "text", "fontSize": 15, "dy": -13.5}


def test_data_and_what_is_no_size_stay_as_they_are() -> None:
    grown = large(CHART, height=520)
    assert grown["data"] == CHART["data"] and grown["datasets"] == CHART["datasets"]
    assert grown["config"]["axis"]["labelColor"] == "gray"
    assert grown["config"]["axis"]["labelOverlap"] is True
    assert grown["layer"][1] == {"mark": "bar"}


def test_a_chart_of_rows_grows_by_the_row() -> None:
    assert large({"height": {"step": 44}}, height=520, times=2)["height"] == {"step": 88}


def test_what_was_given_is_not_changed() -> None:
    large(CHART, height=520)
    assert CHART["height"] == 240
