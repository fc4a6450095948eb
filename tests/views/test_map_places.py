"""Where maps stand: side by side as far as there is room, and each in its own place."""

import re

import pytest

from arp.shapes.shapes import Shapes
from arp.views.map_ground import ground
from arp.views.map_places import PHONE, Spot, columns
from tests.shapes.drawn import square

PLANE = ground(Shapes({"City": ((tuple(map(tuple, square(-70.0, 0.0))),),)}))


def worked_out(expression, width, height=400):
    """An expression as the browser works it out."""
    by_width = r"\((width < \d+) \? (\d+) : (width > [\d.]+ \* height) \? (\d+) : (\d+)\)"
    told = re.sub(by_width, r"(\2 if \1 else \4 if \3 else \5)", expression)
    return eval(told, {"width": width, "height": height, "min": min, "floor": int})  # noqa: S307


@pytest.mark.parametrize(("maps", "sides"), [(1, (1, 1)), (2, (2, 2)), (4, (2, 4)), (12, (3, 4))])
def test_fewer_maps_stand_side_by_side_on_a_phone(maps, sides):
    assert columns(maps) == sides


def test_more_stand_side_by_side_where_it_is_flat():
    across = Spot(PLANE, 0, 12).across
    assert [worked_out(across, width) for width in (310, 1_000, 1_100)] == [3, 4, 6]


@pytest.mark.parametrize("width", [310, PHONE, 1_000, 1_100])
@pytest.mark.parametrize("of", [1, 3, 6, 12])
def test_no_map_reaches_beyond_the_chart_or_into_another(width, of):
    boxes = []
    for at in range(of):
        spot = Spot(PLANE, at, of)
        scale = worked_out(spot.scale, width)
        x, y = worked_out(spot.projection["translate"].expr, width)
        boxes.append((x, y, x + PLANE.width * scale, y + PLANE.height * scale))
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= width and 0 <= top < bottom <= 400
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = right <= other[0] or other[2] <= left
            assert beside or bottom <= other[1] or other[3] <= top


def test_projections_that_differ_in_place_differ_otherwise_too():
    told = [Spot(PLANE, at, 12).projection["precision"] for at in range(12)]
    assert len(set(told)) == 12
