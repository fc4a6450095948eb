"""Outlines mended and made simple: small, and without a tear between neighbors."""

import math

import shapely

from arp.shapes.outlines import mended, simplified
from arp.shapes.shapes import points
from tests.shapes.drawn import square


def ring(*corners):
    return (*corners, corners[0])


def wavy_border(n):
    """A border from south to north between two areas, with n points."""
    return [(-70 + 0.01 * math.sin(at / 9), 36 + 0.1 * at / n) for at in range(n + 1)]


def neighbors(n):
    border = wavy_border(n)
    west = ring((-70.1, 36.0), *border, (-70.1, 36.1))
    east = ring((-69.9, 36.1), *border[::-1], (-69.9, 36.0))
    return {"West": ((west,),), "East": ((east,),)}


def shape(outline):
    return shapely.MultiPolygon([shapely.Polygon(each[0], each[1:]) for each in outline])


def test_what_crosses_itself_becomes_areas_that_do_not():
    bow_tie = ((ring((0, 0), (1, 1), (1, 0), (0, 1)),),)
    made = mended(bow_tie)
    assert len(made) == 2 and shape(made).is_valid
    assert shape(made).area == 0.5


def test_a_ring_without_an_area_leaves_nothing():
    assert mended(((ring((0, 0), (1, 1), (0, 0)),),)) == ()
    assert mended((((),),)) == ()


def test_a_hole_stays_a_hole():
    holed = ((tuple(map(tuple, square(0, 0, 1.0))), tuple(map(tuple, square(0.4, 0.4, 0.2)))),)
    assert round(shape(mended(holed)).area, 6) == 0.96


def test_few_points_stay_as_they_are():
    few = neighbors(20)
    assert simplified(few, most=60) == few


def test_many_points_become_few_and_the_border_stays_one():
    made = simplified(neighbors(3_000), most=300)
    assert sum(map(points, made.values())) <= 300
    west, east = shape(made["West"]), shape(made["East"])
    assert west.intersection(east).area < 1e-12
    whole = shapely.union_all([west, east])
    assert whole.geom_type == "Polygon" and not whole.interiors
    assert abs(whole.area - 0.02) < 0.0002


def test_small_islands_go_before_the_main_part_does():
    main = neighbors(3_000)["West"]
    specks = tuple((tuple(map(tuple, square(-71 + at / 500, 36, 0.0004))),) for at in range(200))
    made = simplified({"West": (*specks, *main)}, most=120)
    assert len(made["West"]) < 20
    assert shape(made["West"]).area > 0.9 * shape(main).area
