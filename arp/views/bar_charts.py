"""Bars that compare: steps of a funnel, counts by reason, estimates with ranges, two sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.views import bar_rows, grammar

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

NO_NAMES: Mapping[str, str] = {}


def funnel(
    readings: pd.DataFrame, *, steps: Mapping[str, str], palette: Palette, of: str = "indicator"
) -> alt.LayerChart:
    """One bar a step, each with its count and its share of the first; unknown steps have none.

    Args:
        readings: one count a step.
        steps: what each step is called, in order.
        palette: the ground's colors.
        of: the readings' column that tells the steps apart.
    """
    import altair as alt

    rows = bar_rows.steps(readings, of, steps)
    base = alt.Chart(rows).encode(y=grammar.row_axis(rows))
    return grammar.framed(
        _bars(base, palette, label="Step", said="Calls", note="Note").encode(
            color=alt.value(palette.program)
        )
        + grammar.row_words(base, palette, room=110),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )


def counts_by_part(readings: pd.DataFrame, *, group: str, palette: Palette) -> alt.LayerChart:
    """One bar a part, the most first; what nobody can tell comes last, in gray."""
    import altair as alt

    rows = bar_rows.counts(readings, group)
    base = alt.Chart(rows).encode(y=grammar.row_axis(rows))
    meaning = alt.condition("datum.known", alt.value(palette.program), alt.value(palette.usual))
    return grammar.framed(
        _bars(base, palette, label="Which", said="Calls").encode(color=meaning)
        + grammar.row_words(base, palette, room=110),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )


def ranges(
    readings: pd.DataFrame,
    *,
    group: str,
    unit: str,
    palette: Palette,
    names: Mapping[str, str] = NO_NAMES,
) -> alt.LayerChart:
    """One bar an estimate, with its low and high end drawn across the bar's end.

    Args:
        readings: with low and high where there is a range.
        group: the column that names the rows.
        unit: the unit of the estimates.
        palette: the ground's colors.
        names: what the rows are called, where it is not what the column says.
    """
    import altair as alt

    rows = bar_rows.ranges(readings, group, unit, names)
    base = alt.Chart(rows).encode(y=grammar.row_axis(rows))
    tips = {"label": "What", "printed": "Estimate", "between": "Range"}
    return grammar.framed(
        _bars(base, palette, **tips).encode(color=alt.value(palette.program_soft))
        + _interval(base, palette.text, offset=9)
        + grammar.row_words(base, palette, room=grammar.room_for(rows["said"])),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )


def two_sides(
    readings: pd.DataFrame,
    *,
    group: str,
    sides: Mapping[str, str],
    unit: str,
    palette: Palette,
    of: str = "part",
) -> alt.LayerChart:
    """Two points a group with their intervals, the first side in the program's color.

    Args:
        readings: one reading a group and side, with intervals where there are any.
        group: the column that names the rows.
        sides: what each side is called, the program first.
        unit: the unit of what is compared.
        palette: the ground's colors.
        of: the column that tells the sides apart.
    """
    import altair as alt

    rows = bar_rows.sides(readings, group, of, unit, sides)
    labels = rows.drop_duplicates("label")
    scale = alt.Scale(domain=list(sides.values()), range=[palette.program, palette.usual])
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1)
    shapes = alt.Scale(domain=list(sides.values()), range=["circle", "diamond"])
    tips = grammar.tips(label="Group", side="Who", printed="Value", of="Calls", note="Note")
    layers: list[Any] = []
    for side, offset in zip(sides.values(), (5, 15), strict=True):
        base = alt.Chart(rows[rows["side"] == side]).encode(
            y=grammar.row_axis(labels), color=alt.Color("side:N", scale=scale, legend=legend)
        )
        layers.append(_interval(base, None, offset=offset))
        layers.append(
            base.mark_point(filled=True, size=80, opacity=1, yOffset=offset).encode(
                x=_value(unit), shape=alt.Shape("side:N", scale=shapes, legend=legend), tooltip=tips
            )
        )
    words = alt.Chart(labels).encode(y=grammar.row_axis(labels))
    return grammar.framed(
        alt.layer(
            *layers, grammar.row_words(words, palette, room=grammar.room_for(labels["said"]))
        ),
        palette,
        height=alt.Step(grammar.BAR_STEP + 6),
    )


def _bars(base: Any, palette: Palette, **titles: str) -> Any:
    import altair as alt

    return base.mark_bar(cornerRadiusEnd=3, height=14, yOffset=9).encode(
        x=alt.X("value:Q", scale=alt.Scale(zero=True), axis=None), tooltip=grammar.tips(**titles)
    )


def _value(unit: str) -> alt.X:
    import altair as alt

    axis = alt.Axis(
        title=unit if unit in ("minutes", "hours", "days") else None,
        format=grammar.AXIS_FORMATS.get(unit, ",~f"),
        tickCount=4,
        titleAnchor="end",
    )
    return alt.X("value:Q", scale=alt.Scale(zero=True), axis=axis)


def _interval(base: Any, color: str | None, *, offset: int) -> alt.LayerChart:
    """A line from low to high with a tick at both ends, where there is an interval."""
    import altair as alt

    known = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    mark = {"yOffset": offset} | ({"color": color} if color else {})
    return alt.layer(
        known.mark_rule(strokeWidth=2, **mark).encode(x="low:Q", x2="high:Q"),
        known.mark_tick(thickness=2, height=10, **mark).encode(x="low:Q"),
        known.mark_tick(thickness=2, height=10, **mark).encode(x="high:Q"),
    )
