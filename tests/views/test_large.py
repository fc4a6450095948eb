from arp.views.large import FEW_ROWS, has_many_rows, large

CHART = {
    "height": 240,
    "config": {
        "axis": {"labelFontSize": 12, "labelColor": "gray", "labelOverlap": True},
        "padding": {"left": 4, "right": 50},
    },
    "layer": [
        {"mark": {"type": "text", "fontSize": 10, "dy": -9, "limit": {"expr": "width - 100"}}},
        {"mark": "bar", "data": {"values": [{"fontSize": 12}]}},
    ],
    "data": {"name": "months", "values": [{"fontSize": 12}]},
    "datasets": {"months": [{"step": 1}]},
}


def rows(count: int) -> dict:
    labels = [f"type {number}" for number in range(count)]
    mark = {"type": "bar", "height": 14, "yOffset": 9}
    return {
        "height": {"step": 44},
        "layer": [{"layer": [{"mark": mark, "encoding": {"y": {"sort": labels}}}]}],
    }


def test_type_grows_and_so_does_the_room_kept_for_words() -> None:
    grown = large(CHART, times=1.5)
    assert grown["config"]["axis"]["labelFontSize"] == 18
    assert grown["config"]["padding"] == {"left": 4, "right": 75}
    mark = grown["layer"][0]["mark"]
    assert (mark["fontSize"], mark["dy"]) == (15, -13.5)
    assert mark["limit"] == {"expr": "width - 100 * 1.5"}


def test_the_chart_is_as_high_as_its_place() -> None:
    assert "height" not in large(CHART)
    assert "height" not in large(rows(3))


def test_data_and_what_is_no_size_stay_as_they_are() -> None:
    grown = large(CHART)
    assert grown["data"] == CHART["data"] and grown["datasets"] == CHART["datasets"]
    assert grown["config"]["axis"]["labelColor"] == "gray"
    assert grown["config"]["axis"]["labelOverlap"] is True
    assert grown["layer"][1] == CHART["layer"][1]


def test_rows_share_the_height_and_their_words_and_bars_follow() -> None:
    mark = large(rows(3), times=2)["layer"][0]["layer"][0]["mark"]
    share = "min(2, height / length(domain('y')) / 44)"
    assert mark["height"] == {"expr": f"14 * {share}"}
    assert mark["yOffset"] == {"expr": f"9 * {share}"}


def test_many_rows_are_told_from_few() -> None:
    assert not has_many_rows(rows(FEW_ROWS))
    assert has_many_rows(rows(FEW_ROWS + 1))
    assert not has_many_rows(CHART)


def test_what_was_given_is_not_changed() -> None:
    large(CHART)
    assert CHART["height"] == 240 and CHART["layer"][0]["mark"]["fontSize"] == 10


def test_expressions_that_count_letters_count_large_ones() -> None:
    chart = {"transform": [{"calculate": "datum.room / (13 * 1.0)", "as": "wide"}]}
    assert large(chart, times=1.5)["transform"][0]["calculate"] == "datum.room / (13 * 1.5)"
