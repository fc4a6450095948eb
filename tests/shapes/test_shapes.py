"""Outlines as they are stored and read back, by the names that readings give areas."""

from arp.shapes.shapes import Shapes, outline, points, text
from tests.shapes.drawn import square

NORTH = ((tuple(map(tuple, square(-70.0, 36.0))),),)
SOUTH = ((tuple(map(tuple, square(-70.0, 35.9))),),)


def stored(**outlines):
    return [{"area": area, "shape": text(shape)} for area, shape in outlines.items()]


def test_an_outline_is_read_back_as_it_was_to_about_a_meter():
    fine = ((((-70.1234567, 36.0), (-70.0, 36.0), (-70.0, 36.1), (-70.1234567, 36.0)),),)
    assert outline(text(fine))[0][0][0] == (-70.12346, 36.0)
    assert outline(text(NORTH)) == NORTH


def test_without_any_outline_there_are_no_shapes():
    assert Shapes.of([]) is None


def test_an_area_has_the_name_that_the_settings_give_it():
    areas = [{"label": "N", "area": "North"}, {"label": "S", "area": None}]
    assert set(Shapes.of(stored(N=NORTH, S=SOUTH), areas).outlines) == {"North", "S"}


def test_two_names_of_one_area_are_one_outline_in_two_parts():
    areas = [{"label": "B1", "area": "Downtown"}, {"label": "B2", "area": "Downtown"}]
    whole = Shapes.of(stored(B1=NORTH, B2=SOUTH), areas)
    assert list(whole.outlines) == ["Downtown"]
    assert len(whole.outlines["Downtown"]) == 2 and points(whole.outlines["Downtown"]) == 10


def test_equal_shapes_have_one_fingerprint_and_print_no_points():
    one, same, other = (Shapes({"N": each}) for each in (NORTH, NORTH, SOUTH))
    assert one.fingerprint == same.fingerprint != other.fingerprint
    assert hash(one) == hash(same)
    assert len(repr(one)) < 40
