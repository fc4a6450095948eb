"""Coordinates: closed, finite, in degrees, the right way round."""

import pytest

from arp.intake.shapes import coordinates
from arp.words.findings import Refused
from tests.shapes.drawn import square


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def outlines(x, y):
    return [(((x, y), (x, y), (x, y), (x, y)),)]


def test_a_polygon_is_one_part_and_several_are_several():
    one = coordinates.outline(polygon(square(-70, 36)), 1)
    several = coordinates.outline(
        {"type": "MultiPolygon", "coordinates": [[square(-70, 36)], [square(-69, 36)]]}, 1
    )
    assert (len(one), len(several)) == (1, 2)


def test_an_open_ring_is_closed_and_told():
    open_ = polygon(square(-70, 36)[:-1])
    assert coordinates.outline(open_, 1)[0][0][0] == coordinates.outline(open_, 1)[0][0][-1]
    assert coordinates.open_rings(open_)
    assert not coordinates.open_rings(polygon(square(-70, 36)))


def test_heights_are_left_out():
    high = polygon([[*point, 120.5] for point in square(-70, 36)])
    assert coordinates.outline(high, 1)[0][0][0] == (-70.0, 36.0)


@pytest.mark.parametrize("geometry", [None, 5, "x", {}, {"type": "Point", "coordinates": [1, 2]}])
def test_what_is_no_area_is_none(geometry):
    assert coordinates.outline(geometry, 1) is None


@pytest.mark.parametrize(
    "broken",
    [
        [[["-70", "36"]]],
        [[[float("nan"), 36.0]]],
        [[[1e400, 36.0]]],
        [[[10**400, 36]]],
        [[[-70]]],
        [[{"x": 1}]],
        [[[True, False]]],
        {"a": 1},
        5,
    ],
)
def test_what_is_no_finite_number_refuses_the_map_and_names_the_area(broken):
    with pytest.raises(Refused) as refused:
        coordinates.outline({"type": "Polygon", "coordinates": broken}, 7)
    assert refused.value.finding.kind.key == "map_coordinates"
    assert refused.value.finding.n == 7


@pytest.mark.parametrize(
    ("x", "y", "told"), [(2_034_567.0, 36.0, "2,034,567"), (-120, 91.0, "120")]
)
def test_feet_are_not_degrees(x, y, told):
    with pytest.raises(Refused) as refused:
        coordinates.require_degrees([outlines(x, y)])
    assert refused.value.finding.found == told
    coordinates.require_degrees([outlines(-180, 90)])


def test_latitude_before_longitude_is_noticed_and_turned():
    assert coordinates.is_turned([outlines(36.0, -78.9)])
    assert not coordinates.is_turned([outlines(-149.9, 61.2)])  # Anchorage
    (part,) = coordinates.turned((((((36.0, -78.9)), (36.1, -78.8)),),))
    assert part == (((-78.9, 36.0), (-78.8, 36.1)),)
