import inspect

import pytest

from arp.views.export.native import NATIVE, plot
from tests.views.export.drawn_handout import EXHIBITS

NAMED = {one.key: one for one in EXHIBITS}


@pytest.mark.parametrize("key", ["control", "lines", "shares", "counts", "ranges"])
def test_charts_of_months_and_of_bars_are_native(key):
    assert plot(NAMED[key]) is not None


@pytest.mark.parametrize("key", ["week", "curve", "harm", "untold"])
def test_a_heat_map_a_curve_a_list_and_what_cannot_be_told_are_not(key):
    assert plot(NAMED[key]) is None


@pytest.mark.parametrize("builder", NATIVE, ids=lambda builder: builder.__name__)
def test_a_native_chart_takes_the_words_that_its_builder_takes(builder):
    asked = set(inspect.signature(builder).parameters) - {"palette"}
    assert asked == set(inspect.signature(NATIVE[builder]).parameters)
