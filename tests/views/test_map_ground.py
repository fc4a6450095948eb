"""The plane of a map: north up, shapes as they are on paper, room for words inside."""

from arp.shapes.shapes import Shapes
from arp.views.map_ground import HATCHED, SPAN, ground
from tests.shapes.drawn import square


def shapes(**squares):
    return Shapes({name: ((tuple(map(tuple, square(*at))),),) for name, at in squares.items()})


CITY = shapes(North=(-70.0, 60.1), South=(-70.0, 60.0))


def ring(name):
    return ground(CITY).places[name].coordinates[0][0]


def test_north_is_up_and_west_is_left():
    assert min(y for _, y in ring("North")) == 0
    assert max(y for _, y in ring("South")) == ground(CITY).height == SPAN
    assert min(x for x, _ in ring("South")) == 0


def test_a_degree_of_longitude_is_half_as_long_at_sixty_degrees_north():
    wide = max(x for x, _ in ring("North"))
    high = max(y for _, y in ring("North"))
    assert abs(wide / high - 0.5) < 0.01


def test_points_are_whole_numbers_and_the_ring_is_closed():
    assert all(isinstance(each, int) for point in ring("North") for each in point)
    assert ring("North")[0] == ring("North")[-1]


def test_words_stand_inside_and_reach_no_farther_than_the_area():
    place = ground(CITY).places["North"]
    assert 0 < place.at[0] < 500 and 0 < place.at[1] < 1_000
    assert 400 < place.room <= 510
    assert 0 < place.high < 510


def test_in_a_bent_area_words_stand_in_its_widest_part():
    bent = ((0, 0), (1, 0), (1, 0.2), (0.4, 0.2), (0.4, 1), (0, 1), (0, 0))
    place = ground(Shapes({"L": ((bent,),)})).places["L"]
    assert place.room <= 0.5 * SPAN
    assert place.at[0] < 0.4 * SPAN


def test_hatching_lies_within_the_area():
    lines = ground(CITY).places["North"].hatching
    assert HATCHED / 4 < len(lines) < HATCHED * 2
    assert all(-1 <= y <= 1_001 for line in lines for _, y in line)


def test_the_same_shapes_are_laid_out_once():
    assert ground(CITY) is ground(shapes(North=(-70.0, 60.1), South=(-70.0, 60.0)))
