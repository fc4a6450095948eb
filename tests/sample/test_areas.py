"""The sample city's map: the same each time, side by side, around a river."""

import json

import shapely

from arp.intake.shapes.geojson import read_map
from arp.intake.shapes.known import KnownArea
from arp.intake.shapes.understanding import understand_shapes
from arp.sample.areas import AT, FILE_NAME, areas, write_areas
from arp.sample.place import DISTRICTS
from arp.shapes.shapes import points
from tests.sample.test_workbooks import KEPT


def polygons():
    return {
        name: shapely.MultiPolygon([shapely.Polygon(each[0], each[1:]) for each in outline])
        for name, outline in areas().items()
    }


def test_there_is_an_outline_of_every_district_and_it_is_the_same_each_time():
    assert tuple(areas()) == DISTRICTS
    assert areas() == areas()


def test_districts_lie_side_by_side_and_the_river_between_two_of_them():
    drawn = polygons()
    for name, one in drawn.items():
        assert one.is_valid and len(one.geoms) == 1
        for other in set(drawn) - {name}:
            assert one.intersection(drawn[other]).area < 1e-8
    assert drawn["North"].distance(drawn["Center"]) < 1e-4
    assert drawn["South"].distance(drawn["Center"]) > 1e-3


def test_the_city_lies_in_the_sea_and_is_about_as_large_as_a_city():
    whole = shapely.union_all(list(polygons().values()))
    assert whole.contains(shapely.Point(AT[0], AT[1] + 0.01))
    assert 0.1 < whole.bounds[2] - whole.bounds[0] < 0.3


def test_its_file_is_read_like_any_citys_and_the_kept_one_is_current(tmp_path):
    path = write_areas(tmp_path)
    known = [KnownArea(name, (name,)) for name in DISTRICTS]
    read = read_map(path.name, path.read_bytes())
    told = understand_shapes(read, known, name_property="NAME")
    assert told.naming.by == "NAME" and set(told.naming.matched) == set(DISTRICTS)
    assert told.shapes.outlines["North"] == areas()["North"]
    assert json.loads(path.read_text()) == json.loads((KEPT / FILE_NAME).read_text())


def test_a_chart_of_it_stays_small():
    assert sum(map(points, areas().values())) < 800
