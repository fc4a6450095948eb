from itertools import combinations

import pytest

from arp.views.export import slide_layouts
from arp.views.export.slide_layouts import HIGH, LAYOUTS, WIDE


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_two_placeholders_overlap_and_none_leaves_the_slide(name):
    for place in LAYOUTS[name]:
        left, top, width, height = place.box
        assert 0 <= left < left + width <= WIDE
        assert 0 <= top < top + height <= HIGH
    for one, other in combinations(LAYOUTS[name], 2):
        assert apart(one.box, other.box), (one.name, other.name)


def apart(one, other):
    beside = one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
    return beside or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]


def test_the_place_of_a_placeholder_is_found_by_its_number():
    assert slide_layouts.box(slide_layouts.CONTENT, slide_layouts.CHART)[2] > 12
