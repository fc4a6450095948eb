"""Maps drawn: from local outlines alone, small enough to be sent, each area in words."""

import json
import re

import pytest
import vl_convert

from arp.shapes.shapes import Shapes
from arp.views import area_map, charts, colors
from arp.views.large import AS_DRAWN, TIMES, large
from arp.views.sized import sized
from tests.shapes.drawn import square
from tests.views.drawn import frame

CITY = Shapes(
    {
        name: ((tuple(map(tuple, square(-70 + at / 10, 36.0))),),)
        for at, name in enumerate(("North", "East", "South"))
    }
)
WAITS = frame(
    {"area": "North", "value": 16.5, "n": 1204},
    {"area": "East", "status": "too few", "n": 2, "reason": "Too few calls"},
    {"area": "Outside", "value": 40.0},
)


def spec_of(readings=WAITS, palette=colors.LIGHT):
    drawn = area_map.area_map(
        readings, shapes=CITY, unit="minutes", measure="Minutes", palette=palette
    )
    return charts.specification(drawn)


def months(*keys, status="ok"):
    return frame(
        *(
            {"area": area, "period": key, "value": 0.5 if status == "ok" else None}
            | {"status": status}
            for key in keys
            for area in CITY.outlines
        )
    )


def small(readings, **told):
    drawn = area_map.small_maps(
        readings, shapes=CITY, unit="share", measure="Share", palette=colors.LIGHT, **told
    )
    return charts.specification(drawn)


def features(spec):
    return spec["layer"][0]["data"]["values"]


def layers(value):
    """Every layer that draws, with what it lies in."""
    if "layer" in value:
        return [each for part in value["layer"] for each in layers(part)]
    return [value]


def vega(spec, width=500):
    return json.loads(
        json.dumps(vl_convert.vegalite_to_vega(sized(spec, width) | {"width": width}))
    )


def svg(spec, width=500):
    return vl_convert.vegalite_to_svg(spec | {"width": width})


def test_every_area_of_the_map_is_drawn_and_no_other():
    drawn = {f["area"]: f for f in features(spec_of()) if "area" in f}
    assert set(drawn) == {"North", "East", "South"}
    assert (drawn["North"]["value0"], drawn["North"]["printed0"]) == (16.5, "16.5 min")
    assert (drawn["East"]["value0"], drawn["East"]["printed0"]) == (None, "too few")
    assert drawn["South"]["printed0"] == "no data"


def test_areas_without_a_value_are_hatched_and_the_legend_says_the_words():
    hatched = [f for f in features(spec_of()) if f["geometry"]["type"] == "MultiLineString"]
    assert len(hatched) == 2 and all(f["absent0"] for f in hatched)
    (legend,) = [
        layer["encoding"]["color"]["legend"]
        for layer in layers(spec_of())
        if "color" in layer.get("encoding", {})
    ]
    assert legend["title"] == ["Minutes", "hatched: too few and no data"]


def test_names_and_figures_stand_on_the_map_and_nothing_comes_from_a_network():
    picture = svg(spec_of())
    for words in ("North", "16.5 min", "East", "too few"):
        assert words in picture
    assert "url" not in json.dumps(spec_of())


def test_words_that_do_not_fit_are_left_to_the_tooltip():
    assert "North" not in svg(spec_of(), width=60)
    tips = layers(spec_of())[0]["encoding"]["tooltip"]
    assert [tip["title"] for tip in tips] == ["Area", "Value", "Counted", "Note"]


def test_presented_large_the_room_for_words_is_counted_in_large_letters():
    grown = large(spec_of())
    words = next(layer for layer in layers(grown) if layer["mark"]["type"] == "text")
    assert f"* {TIMES}" in json.dumps(words["transform"]) and AS_DRAWN not in json.dumps(grown)
    assert "North" in svg(grown | {"height": 500}, width=900)


def sizes_of_type(spec, **size):
    """The sizes of the words on the map, largest last."""
    picture = svg(spec, **size)
    found = re.findall(r'font-size="([\d.]+)px"[^>]*>(?:<tspan[^>]*>)?(?:North|East)', picture)
    return sorted(float(one) for one in found)


def test_presented_large_words_are_as_large_as_their_area_lets_them():
    grown = large(spec_of()) | {"height": 300}
    found = [size for width in range(60, 420, 20) for size in sizes_of_type(grown, width=width)]
    least, most = area_map.TYPE, area_map.TYPE * TIMES
    assert all(least <= size <= most + 0.01 for size in found)
    assert max(found) == pytest.approx(most)
    assert any(size < most - 1 for size in found)


def test_without_any_value_there_is_no_scale_but_the_words():
    nothing = months("2026-01", status="withheld").assign(indicator="people_served")
    drawn = spec_of(nothing)
    assert all("color" not in layer.get("encoding", {}) for layer in layers(drawn))
    assert "withheld" in svg(drawn)


def test_small_maps_share_their_outlines_and_their_scale():
    spec = small(months(*(f"2026-{month:02d}" for month in range(1, 13))))
    assert len([f for f in features(spec) if "area" in f]) == 3
    domains = {
        json.dumps(layer["encoding"]["color"]["scale"])
        for layer in layers(spec)
        if "color" in layer.get("encoding", {})
    }
    assert len(domains) == 1
    for title in ("Jan 2026", "Dec 2026"):
        assert title in svg(spec)


def test_each_small_map_has_a_place_of_its_own_in_what_the_browser_draws():
    compiled = vega(small(months("2026-01", "2026-02", "2026-03")))
    places = {json.dumps(each["translate"]) for each in compiled["projections"]}
    assert len(places) == 3


def test_only_the_last_twelve_maps_are_drawn_and_names_may_be_given():
    keys = [f"2025-{month:02d}" for month in range(1, 13)] + ["2026-01"]
    assert "Jan 2025" not in svg(small(months(*keys)))
    named = small(months("2026-01").assign(part="a"), by="part", names={"a": "Weekdays"})
    assert "Weekdays" in svg(named)


def test_a_map_of_a_large_city_is_small_enough_to_be_sent():
    from arp.shapes.outlines import MOST_POINTS, simplified

    border = [(-70 + 0.3 * at / 8_000, 36 + (at % 7) / 9_000) for at in range(8_000)]
    strips = {
        f"Beat {at}": (
            (
                (
                    *((x, y + at / 50) for x, y in border),
                    *((x, y + (at + 1) / 50) for x, y in border[::-1]),
                    (border[0][0], border[0][1] + at / 50),
                ),
            ),
        )
        for at in range(12)
    }
    shapes = Shapes(simplified(strips, MOST_POINTS))
    readings = frame(*({"area": area, "value": 9.0} for area in shapes.outlines))
    drawn = area_map.area_map(
        readings, shapes=shapes, unit="minutes", measure="Minutes", palette=colors.DARK
    )
    assert len(json.dumps(charts.specification(drawn))) < 150_000


def test_outlines_alone_say_which_areas_the_data_name():
    named = frame({"area": "North"}, {"area": "East"})
    spec = charts.specification(area_map.known_areas(named, shapes=CITY, palette=colors.LIGHT))
    said = {f["area"]: f["printed0"] for f in features(spec) if "area" in f}
    assert said == {"North": "", "East": "", "South": "not in the data"}
    assert "North" in svg(spec)


def test_names_are_drawn_as_text_whatever_they_hold():
    wild = Shapes({"<script>alert(1)</script>": CITY.outlines["North"]})
    drawn = area_map.known_areas(
        frame({"area": "<script>alert(1)</script>"}), shapes=wild, palette=colors.LIGHT
    )
    assert "<script" not in svg(charts.specification(drawn))
