"""Maps of the city's areas: a color for each value, its name and figure where they fit.

Drawn from the city's own outlines, without a tile or anything else from a network. One map, or
small ones of one scale side by side. An area without a value is hatched and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.views import formats, grammar, large, map_rows
from arp.views.map_ground import Ground, ground
from arp.views.map_places import Spot, columns
from arp.views.map_rows import Said, Scale

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.shapes.shapes import Shapes
    from arp.views.colors import Palette

HEIGHT = 340  # pixels of one map
SMALL_HEIGHT = 132  # of each small one on a phone, with its title
MOST_MAPS = 12
TYPE, SMALL_TYPE = 13, 11  # pixels
TWO_LINES = 2.2  # of type: their height
FORMATS = {"share": ".0%", "minutes": ".1f"}  # of the numbers at a scale; else whole ones
UNKNOWN = "not in the data"
LETTER = 0.68  # of the size of type is how wide a letter is, and a little room beside


@dataclass(frozen=True)
class Map:
    """One of the maps of a chart: its title and what its areas say."""

    title: str
    said: Mapping[str, Said]


def area_map(
    readings: pd.DataFrame,
    *,
    shapes: Shapes,
    unit: str,
    measure: str,
    palette: Palette,
    group: str = "area",
) -> alt.LayerChart:
    """One map: each area in the color of its value, with its name and figure where they fit.

    Args:
        readings: of one indicator by area.
        shapes: the areas' outlines.
        unit: of the values.
        measure: what the colors stand for, over their scale.
        palette: the ground's colors.
        group: the column that names the areas.
    """
    one = Map("", map_rows.said(readings, shapes.outlines, unit, group))
    return _measured([one], shapes, unit, measure, palette, height=HEIGHT)


def small_maps(
    readings: pd.DataFrame,
    *,
    shapes: Shapes,
    unit: str,
    measure: str,
    palette: Palette,
    by: str = "period",
    names: Mapping[str, str] | None = None,
    group: str = "area",
) -> alt.LayerChart:
    """Small maps of one scale, in as many columns as there is room for.

    Args:
        readings: of one unit by area, and by what tells the maps apart.
        shapes: the areas' outlines.
        unit: of the values.
        measure: what the colors stand for, over their scale.
        palette: the ground's colors.
        by: the column that tells the maps apart; the last twelve of them are drawn.
        names: what the maps are called, in order; else months, by their names.
        group: the column that names the areas.
    """
    keys = list(names or sorted(set(readings[by].dropna())))[-MOST_MAPS:]
    maps = [
        Map(
            (names or {}).get(key) or formats.period(str(key)),
            map_rows.said(readings[readings[by] == key], shapes.outlines, unit, group),
        )
        for key in keys
    ]
    rows = -(-len(maps) // columns(len(maps))[0])
    return _measured(maps, shapes, unit, measure, palette, height=SMALL_HEIGHT * rows)


def known_areas(
    readings: pd.DataFrame, *, shapes: Shapes, palette: Palette, group: str = "area"
) -> alt.LayerChart:
    """The outlines alone, with their names; those that the data do not name are hatched.

    Args:
        readings: a row each area, with a value where the data name it.
        shapes: the areas' outlines.
        palette: the ground's colors.
        group: the column that names the areas.
    """
    named = set(readings.loc[readings["status"] == "ok", group])
    said = {
        area: Said(1.0, "", "", "") if area in named else Said(None, UNKNOWN, "", UNKNOWN)
        for area in shapes.outlines
    }
    color = _Color(Scale((0.0, 1.0), (palette.program_soft,) * 2), None)
    return _drawn([Map("", said)], shapes, color, palette, height=HEIGHT)


def _measured(
    maps: Sequence[Map], shapes: Shapes, unit: str, measure: str, palette: Palette, *, height: int
) -> alt.LayerChart:
    """Maps of values, on one scale."""
    values = [said.value for one in maps for said in one.said.values() if said.value is not None]
    scale = map_rows.scale(values, unit, palette)
    color = _Color(scale, _legend(maps, scale, unit, measure))
    return _drawn(maps, shapes, color, palette, height=height)


def _drawn(
    maps: Sequence[Map], shapes: Shapes, color: _Color, palette: Palette, *, height: int
) -> alt.LayerChart:
    import altair as alt

    plane = ground(shapes)
    layers = [
        _drawn_at(Spot(plane, at, len(maps)), one, color, palette) for at, one in enumerate(maps)
    ]
    chart = grammar.framed(alt.LayerChart(layer=[]), palette, height=height, top=8)
    # Set, not given: Altair copies all that it is given at each step of the frame.
    chart.layer = layers
    chart.data = alt.InlineData(values=list(_features(maps, plane, color.scale, palette)))
    return chart


def _features(
    maps: Sequence[Map], plane: Ground, scale: Scale, palette: Palette
) -> Iterable[dict[str, Any]]:
    """One feature an area, with what it says on every map; another of its hatching."""
    for area, place in plane.places.items():
        own = {"area": area, "x": place.at[0], "y": place.at[1]}
        own |= {"room": place.room, "high": place.high}
        for at, one in enumerate(maps):
            said = one.said[area]
            own |= {f"printed{at}": said.printed, f"of{at}": said.of, f"note{at}": said.note}
            own[f"value{at}"] = said.value
            behind = palette.absent if said.value is None else scale.color(said.value)
            own[f"light{at}"] = map_rows.ink(behind) == map_rows.WHITE
        yield _feature("MultiPolygon", place.coordinates) | own
        absent = {f"absent{at}": one.said[area].value is None for at, one in enumerate(maps)}
        if any(absent.values()):
            yield _feature("MultiLineString", place.hatching) | absent


def _feature(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}}


@dataclass(frozen=True)
class _Color:
    """What colors stand for: the scale, and the legend that says so."""

    scale: Scale
    legend: Any

    def of(self, field: str) -> alt.Color:
        """The color of a field's values."""
        import altair as alt

        drawn = alt.Scale(
            type="linear",
            domain=list(self.scale.values),
            range=list(self.scale.colors),
            interpolate="rgb",
            clamp=True,
        )
        return alt.Color(f"{field}:Q", scale=drawn, legend=self.legend)


def _legend(maps: Sequence[Map], scale: Scale, unit: str, measure: str) -> alt.Legend:
    """What the colors stand for, and which words hatched areas have."""
    import altair as alt

    said = (said for one in maps for said in one.said.values())
    absent = dict.fromkeys(each.printed for each in said if each.value is None)
    hatched = [f"hatched: {formats.listed(absent)}"] if absent else []
    low, high = scale.values[0], scale.values[-1]
    return alt.Legend(
        title=[measure, *hatched],
        titleFontWeight="normal",
        titleLimit=320,
        orient="bottom",
        direction="horizontal",
        gradientLength=180,
        values=[low, (low + high) / 2, high],
        format=FORMATS.get(unit, ",.0f"),
    )


def _drawn_at(spot: Spot, one: Map, color: _Color, palette: Palette) -> alt.LayerChart:
    """The areas, the hatching of those without a value, the words; all at one spot."""
    import altair as alt

    base = alt.Chart()
    at, areas = spot.at, base.transform_filter("isValid(datum.area)")
    tips = {"area": "Area", f"printed{at}": "Value", f"of{at}": "Counted", f"note{at}": "Note"}
    told = areas.encode(tooltip=grammar.tips(**tips))
    # A line of the ground in a wider gray one: seen between two areas of any color.
    rim = {"stroke": palette.usual, "strokeWidth": 2.2, "strokeJoin": "round"}
    line = {"stroke": palette.ground, "strokeWidth": 1, "strokeJoin": "round"}
    layers: list[Any] = [told.mark_geoshape(fill=palette.absent, **rim)]
    if any(said.value is not None for said in one.said.values()):
        layers.append(told.mark_geoshape(**line).encode(color=color.of(f"value{at}")))
    if any(said.value is None for said in one.said.values()):
        thin = {"stroke": palette.usual, "strokeWidth": 0.8, "strokeOpacity": 0.5}
        hatched = base.transform_filter(f"datum.absent{at}")
        layers.append(hatched.mark_geoshape(filled=False, tooltip=None, **thin))
    layers += [_words(spot, areas), *([_title(spot, one, palette)] if one.title else [])]
    return alt.LayerChart(layer=layers, projection=alt.Projection(**spot.projection))


def _words(spot: Spot, areas: Any) -> alt.Chart:
    """Each area's name and figure where both have room, else its figure.

    Made large, words are as large as their area lets them, and never smaller than on the page.
    """
    import altair as alt

    at, least = spot.at, TYPE if spot.of == 1 else SMALL_TYPE
    name, figure = "datum.area", f"datum.printed{at}"
    shown = areas.transform_calculate(
        both=_type(spot, least, f"max(length({name}), length({figure}))", TWO_LINES),
        one=_type(spot, least, f"length({figure})", 1),
    ).transform_calculate(
        said=f"datum.both >= {least} ? [{name}, {figure}] : datum.one >= {least} ? {figure} : ''",
        type=f"datum.both >= {least} ? datum.both : datum.one",
    )
    ink = alt.expr(f"datum.light{at} ? '{map_rows.WHITE}' : '{map_rows.BLACK}'")
    type_ = {"fontSize": alt.expr("datum.type"), "lineHeight": alt.expr("1.2 * datum.type")}
    type_["dy"] = alt.expr(f"datum.both >= {least} ? -0.6 * datum.type : 0")  # two lines' middle
    return shown.mark_text(color=ink, tooltip=None, fontWeight=600, **type_).encode(
        longitude="x:Q", latitude="y:Q", text="said:N"
    )


def _type(spot: Spot, size: int, letters: str, lines: float) -> str:
    """Pixels of type at which so many letters and lines have room in an area, at the most."""
    across = f"datum.room * {spot.scale} / {LETTER} / {letters}"
    return f"min({size} {large.AS_DRAWN}, {across}, datum.high * {spot.scale} / {lines})"


def _title(spot: Spot, one: Map, palette: Palette) -> alt.Chart:
    """What a small map is of, above it."""
    import altair as alt

    top = alt.InlineData(values=[{"x": spot.plane.width / 2, "y": 0, "title": one.title}])
    words = {"fontSize": 12, "fontWeight": 600, "baseline": "bottom", "dy": -5}
    return (
        alt.Chart(top)
        .mark_text(color=palette.text, **words)
        .encode(longitude="x:Q", latitude="y:Q", text="title:N")
    )
