"""What areas say on a map: values in words, colors that do not exaggerate, ink that is read."""

import pytest

from arp.views import colors, map_rows
from tests.views.drawn import frame

AREAS = ("North", "East", "South")


def readings(**told):
    return frame(*({"area": area} | row for area, row in told.items()))


def test_an_area_without_a_value_says_why():
    said = map_rows.said(
        readings(
            North={"value": 16.5, "n": 1204},
            East={"status": "withheld", "n": None, "reason": "Withheld to protect people."},
        ),
        AREAS,
        "minutes",
    )
    assert (said["North"].printed, said["North"].of) == ("16.5 min", "1,204")
    assert (said["East"].printed, said["East"].note) == ("withheld", "Withheld to protect people.")
    assert said["East"].value is None and said["East"].of == ""
    assert (said["South"].printed, said["South"].value) == ("no data", None)


def test_areas_with_a_figure_that_no_map_draws_are_named():
    told = readings(North={"value": 5}, County={"value": 3}, unknown={"value": 2}, Sea={"value": 0})
    assert map_rows.not_drawn(told, AREAS) == ["County", "unknown"]


@pytest.mark.parametrize(
    ("values", "unit", "ends"),
    [
        ([8.0, 30.0], "minutes", (8.0, 30.0)),
        ([16.3, 16.6], "minutes", (13.95, 18.95)),
        ([0.59, 0.62], "share", (0.505, 0.705)),
        ([0.99, 1.0], "share", (0.75, 1.0)),
        ([0.0, 0.01], "share", (0.0, 0.2)),
        ([1.0, 2.0], "minutes", (0.0, 5.0)),
        ([290.0, 4435.0], "people", (0.0, 4435.0)),
        ([0.0, 0.0], "people", (0.0, 1.0)),
        ([], "people", (0.0, 1.0)),
    ],
)
def test_a_scale_is_wide_enough_that_next_to_nothing_looks_alike(values, unit, ends):
    scale = map_rows.scale(values, unit, colors.LIGHT)
    assert (scale.values[0], scale.values[-1]) == pytest.approx(ends)
    assert list(scale.values) == sorted(scale.values)


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_more_is_farther_from_the_ground_on_both_grounds(palette):
    scale = map_rows.scale([0, 100], "people", palette)
    apart = [colors.contrast(scale.color(value), palette.ground) for value in range(101)]
    assert apart == sorted(apart)


@pytest.mark.parametrize("palette", [colors.LIGHT, colors.DARK])
def test_words_are_read_on_every_color(palette):
    scale = map_rows.scale([0, 100], "people", palette)
    behind = [palette.absent, *(scale.color(value) for value in range(101))]
    assert min(colors.contrast(map_rows.ink(each), each) for each in behind) >= 4.5
