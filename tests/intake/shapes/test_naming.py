"""Which property names the areas, and which area of the data each one is."""

import pytest

from arp.intake.shapes.geojson import Feature
from arp.intake.shapes.known import KnownArea
from arp.intake.shapes.naming import named, namings


def features(**columns):
    return [
        Feature(outline=(), properties={k: v for k, v in zip(columns, row, strict=True) if v})
        for row in zip(*columns.values(), strict=True)
    ]


def known(*names):
    return [KnownArea(name, (name,)) for name in names]


CITY = features(
    OBJECTID=["1", "2", "3"], DIST=["North", "EAST", "Sth"], SERGEANT=["North", "Lee", "Moe"]
)


def test_the_property_by_which_most_areas_are_found_comes_first():
    found = namings(CITY, known("North", "East", "South"))
    assert [naming.by for naming in found] == ["DIST", "SERGEANT", "OBJECTID"]
    assert found[0].areas == {"North": "North", "EAST": "East"}
    assert (found[0].unknown, found[0].missing) == (("Sth",), ("South",))


def test_without_known_areas_the_property_that_is_called_like_a_name_comes_first():
    assert namings(CITY, [])[0].by == "DIST"


OTHERS = {  # names that are not one
    ("District 4", "District 5"),
    ("District 1", "District 11"),
    ("North East", "North"),
    ("District", "Ward"),
}


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("north", "North"),
        ("North.", "NORTH"),
        ("North District", "North"),
        ("Ward Northside", "Northside Precinct"),
        ("District", "Ward"),
        ("4", "District 4"),
        ("04", "District 4"),
        ("District 4", "4"),
        ("District 4", "District 5"),
        ("Northwood Hills", "Northwood Hils"),
        ("North East", "North"),
        ("District 1", "District 11"),
    ],
)
def test_spellings_that_are_one_name(label, area):
    found = named(features(NAME=[label]), "NAME", known(area))
    assert found.areas == ({} if (label, area) in OTHERS else {label: area})


def test_a_name_that_is_two_areas_without_its_kind_is_neither():
    found = named(features(NAME=["North"]), "NAME", known("North Beat", "North Zone"))
    assert found.areas == {}


def test_a_number_that_two_areas_have_is_nobodys():
    assert named(features(NAME=["4"]), "NAME", known("Beat 4", "District 4")).areas == {}


def test_an_exact_name_is_never_lost_to_a_likely_one():
    found = named(features(NAME=["Riverside E", "Riverside"]), "NAME", known("Riverside"))
    assert found.areas == {"Riverside": "Riverside"}


def test_an_area_may_be_called_otherwise_in_the_data():
    (found,) = namings(features(BEAT=["D1"]), [KnownArea("Downtown", ("D1",))])
    assert found.areas == {"D1": "Downtown"} and found.matched == ("Downtown",)


def test_features_without_the_property_are_counted():
    found = named(features(NAME=["North", None]), "NAME", known("North"))
    assert found.unnamed == 1
