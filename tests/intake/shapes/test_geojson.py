"""GeoJSON read safely: what is an area comes in, everything else is a plain sentence."""

import json

import pytest

from arp.intake.shapes import geojson
from arp.intake.shapes.geojson import is_map, read_map
from arp.words.findings import Refused
from tests.shapes.drawn import collection, feature, square, three


def read(data):
    return read_map("areas.geojson", data)


def refusal(data):
    with pytest.raises(Refused) as refused:
        read(data)
    finding = refused.value.finding
    return finding.kind.key, finding.found


def test_a_map_has_its_areas_with_every_property_that_could_name_them():
    first, *_ = read(three()).features
    assert first.properties == {"NAME": "North", "OBJECTID": "1", "OFFICER": "Sgt. Made Up"}
    assert len(read(three()).features) == 3
    assert read(three()).findings == ()


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"  \n"])
def test_marks_before_the_text_do_not_matter(mark):
    assert len(read(mark + three()).features) == 3


def test_utf_16_is_read():
    assert len(read(three().decode().encode("utf-16")).features) == 3


def test_a_lone_feature_and_a_bare_polygon_are_maps_of_one_area():
    bare = {"type": "Polygon", "coordinates": [square(-70, 36)]}
    for lone in (feature(-70, NAME="City"), bare):
        assert len(read(json.dumps(lone).encode()).features) == 1


def test_features_that_are_no_areas_are_left_out_and_counted():
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-70, 36]}}
    nothing = {"type": "Feature", "geometry": None, "properties": {"NAME": "?"}}
    (found,) = read(collection(feature(-70, NAME="North"), point, nothing)).findings
    assert (found.kind.key, found.n) == ("features_left_out", 2)


def test_open_rings_and_turned_coordinates_are_mended_and_told():
    open_ = feature(-70, NAME="North")
    open_["geometry"]["coordinates"][0].pop()
    turned = feature(0, NAME="East")
    turned["geometry"]["coordinates"] = [[[y, x] for x, y in square(-78.9, 36)]]
    assert [found.kind.key for found in read(collection(open_)).findings] == ["outlines_mended"]
    read_turned = read(collection(turned))
    assert [found.kind.key for found in read_turned.findings] == ["coordinates_turned"]
    assert read_turned.features[0].outline[0][0][0] == (-78.9, 36.0)


NESTED = b'{"type": "FeatureCollection", "features": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
NOT_A_NUMBER = three().replace(b"36.0", b"NaN", 1)
HUGE_NUMBER = three().replace(b"36.0", b"1" * 5_000, 1)
ARCGIS = json.dumps({"geometryType": "esriGeometryPolygon", "features": []}).encode()
TOPOJSON = json.dumps({"type": "Topology", "objects": {}}).encode()
FEET = collection(feature(2_034_567.0, 801_234.0, NAME="North"))
LINES = collection(
    {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}
)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "map_unreadable"),
        (b"not JSON", "map_unreadable"),
        (b"\xff\xfe\x00\xd8", "map_unreadable"),
        (b"[1, 2]", "map_unreadable"),
        (b"null", "map_unreadable"),
        (b'{"type": "FeatureCollection"}', "map_unreadable"),
        (b'{"type": ["Polygon"]}', "map_unreadable"),
        (NESTED, "map_unreadable"),
        (NOT_A_NUMBER, "map_unreadable"),
        (HUGE_NUMBER, "map_unreadable"),
        (ARCGIS, "map_of_another_kind"),
        (TOPOJSON, "map_of_another_kind"),
        (collection(), "map_without_areas"),
        (LINES, "map_without_areas"),
        (FEET, "map_projected"),
        (
            collection(*(feature(-70 + at / 9, NAME=at) for at in range(401))),
            "map_of_too_many_areas",
        ),
        (b'{"type": "Polygon", "coordinates": "x"}', "map_coordinates"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_map_of_areas_is_refused_in_words(data, key):
    assert refusal(data)[0] == key


def test_a_file_larger_than_any_map_is_not_even_parsed(monkeypatch):
    monkeypatch.setattr(geojson, "MOST_BYTES", 2_000_000)
    assert refusal(b" " * 2_000_001) == ("map_too_large", "2 MB")


def test_a_projected_map_is_told_what_to_be_exported_as():
    with pytest.raises(Refused) as refused:
        read(FEET)
    assert "EPSG:4326" in refused.value.finding.kind.remedy
    assert refused.value.finding.message.endswith("one of them is 2,034,567.")


def test_names_are_short_visible_text():
    told = feature(
        -70,
        NAME=" North\u202e \x07District ",
        SCRIPT="<script>alert(1)</script>",
        LONG="x" * 81,
        NUMBER=4.0,
        FLAG=True,
        NESTED={"a": 1},
        BLANK="",
        NONE=None,
        BROKEN="\ud800",
    )
    assert read(collection(told)).features[0].properties == {
        "NAME": "North District",
        "SCRIPT": "<script>alert(1)</script>",
        "NUMBER": "4",
    }


@pytest.mark.parametrize(
    ("name", "head", "is_one"),
    [
        ("areas.geojson", b"", True),
        ("AREAS.JSON", b"", True),
        ("areas.txt", b'\xef\xbb\xbf{ "type": "FeatureCollection",', True),
        ("calls.csv", b'Incident,"type"\n', False),
        ("calls.xlsx", b"PK\x03\x04", False),
    ],
)
def test_a_map_is_known_by_its_name_or_by_how_it_begins(name, head, is_one):
    assert is_map(name, head) is is_one
