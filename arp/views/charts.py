"""Charts, drawn from readings only and in one grammar.

The title (a question) and the finding stand outside, in the card. Inside: direct labels instead
of legends, zero where lengths or waits are compared, months with their year, and a month without
data as a visible break with the word that says why. Every mark carries a tooltip in words.
Charts take the width they are given and are readable at 390 pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.views import control_rows, grammar, plotted

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette


def over_months(
    readings: pd.DataFrame,
    *,
    unit: str,
    names: Mapping[str, str],
    palette: Palette,
    changes: Sequence[tuple[str, str]] = (),
    targets: Mapping[str, float] = plotted.NO_TARGETS,
) -> alt.LayerChart:
    """One line an indicator over the months, broken where a month has no value.

    Args:
        readings: by month, of the indicators in `names`; others are not drawn.
        unit: the indicators' unit.
        names: what each indicator's line is called beside its last point.
        palette: the ground's colors.
        changes: month and words of each change, drawn as vertical rules.
        targets: what indicators are to reach, each a line in the color of its indicator's.
    """
    import altair as alt

    lines = readings[readings["indicator"].isin(list(names))]
    months = plotted.months_with_gaps(lines, unit)
    months = months.assign(line=months["indicator"].map(dict(names)))
    base = alt.Chart(months).encode(
        x=grammar.month_axis(months),
        y=grammar.value_axis("value:Q", unit),
        color=_line_colors(names, palette),
    )
    marks = control_rows.change_marks(months, changes)
    layers = [
        grammar.absent_months(months, palette),
        *([grammar.change_rules(marks, months, palette)] if len(marks) else []),
        base.mark_line(strokeWidth=2.5),
        base.mark_point(filled=True, size=42, opacity=1).encode(
            tooltip=grammar.tips(line="What", when="Month", printed="Value", of="Of", note="Note")
        ),
        *_targets(plotted.targets(targets, months, names, unit), unit, names, palette),
        *_line_words(months, unit, names, palette),
    ]
    above = control_rows.room_above(marks)
    return grammar.framed(
        alt.layer(*layers),
        palette,
        height=grammar.MONTHS_HEIGHT + above,
        top=grammar.TOP + above,
    )


def _targets(
    targets: pd.DataFrame, unit: str, names: Mapping[str, str], palette: Palette
) -> list[alt.Chart]:
    """A dashed line for each target, its words from the left edge, where no line is named."""
    import altair as alt

    if targets.empty:
        return []
    at = grammar.value_axis("target:Q", unit)
    rules = alt.Chart(targets).encode(y=at, color=_line_colors(names, palette))
    layers = [rules.mark_rule(strokeWidth=1.6, strokeDash=[8, 4])]
    for is_below, some in targets.groupby("below"):
        said = alt.Chart(some).encode(y=at, x=alt.value(4), text="said:N")
        side = {"baseline": "top", "dy": 4} if is_below else {"baseline": "bottom", "dy": -3}
        words = {"align": "left", "fontSize": 11, **side}
        layers += [
            said.mark_text(**words, stroke=palette.ground, strokeWidth=4),
            said.mark_text(**words, color=palette.quiet),
        ]
    return layers


def _line_words(
    months: pd.DataFrame, unit: str, names: Mapping[str, str], palette: Palette
) -> list[alt.Chart]:
    """What each line is called and its last value, in its color, on a rim of the ground's."""
    import altair as alt

    lines, layers = plotted.line_names(months), []
    for align, ending in (("right", lines[~lines["early"]]), ("left", lines[lines["early"]])):
        if ending.empty:
            continue
        # From an edge they have the whole width: on a phone they need most of it. On the right
        # the months that are not over have words of their own.
        edge = alt.value(alt.expr(f"{ending['reach'].max()} * width") if align == "right" else 0)
        said = alt.Chart(ending).encode(
            x=edge, y=grammar.value_axis("above:Q", unit), text="said:N"
        )
        words = {"align": align, "dy": -12, "fontSize": 12, "fontWeight": 600}
        layers += [
            said.mark_text(**words, stroke=palette.ground, strokeWidth=5, strokeJoin="round"),
            said.mark_text(**words).encode(color=_word_colors(names, palette)),
        ]
    return layers


def waits_by_group(
    readings: pd.DataFrame, *, group: str, palette: Palette, sort_by_calls: bool = True
) -> alt.LayerChart:
    """A bar to the wait of nine calls in ten and a tick at the wait of half, one row a group.

    Args:
        readings: an indicator ending in _p50 and one ending in _p90, by `group`.
        group: the readings' column that names the rows.
        palette: the ground's colors.
        sort_by_calls: most calls first; else in the readings' order.
    """
    import altair as alt

    waits = plotted.both_waits(readings, group)
    if sort_by_calls:
        waits = plotted.most_rows(waits)
    base = alt.Chart(waits).encode(y=grammar.row_axis(waits))
    tips = grammar.tips(label="Group", half="Half within", most="Nine in ten within", calls="Calls")
    axis = alt.Axis(title="minutes", tickCount=4, titleAnchor="end")
    return grammar.framed(
        base.mark_bar(color=palette.program_soft, cornerRadiusEnd=3, height=14, yOffset=9).encode(
            x=alt.X("nine_in_ten:Q", scale=alt.Scale(zero=True), axis=axis), tooltip=tips
        )
        + base.mark_tick(color=palette.text, thickness=3, height=20, yOffset=9).encode(
            x="median:Q", tooltip=tips
        )
        + grammar.row_words(base, palette, room=160),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )


def waits_by_step(
    readings: pd.DataFrame, *, steps: Mapping[str, str], palette: Palette
) -> alt.LayerChart:
    """The same bars and ticks, one row a step of the response, in the steps' own order.

    Args:
        readings: for each step's stem ("travel"), its indicators travel_p50 and travel_p90.
        steps: what each stem is called.
        palette: the ground's colors.
    """
    stems = readings["indicator"].str[:-4]
    named = readings.assign(step=stems.map(dict(steps)))
    measured = named[stems.isin(list(steps)) & (named["status"] != "not measured")]
    return waits_by_group(measured, group="step", palette=palette, sort_by_calls=False)


def shares(
    readings: pd.DataFrame, *, group: str, palette: Palette, least_first: bool = False
) -> alt.LayerChart:
    """One bar a share, the largest first unless told otherwise, and what is unknown last."""
    import altair as alt

    parts = plotted.parts(readings, group, least_first)
    base = alt.Chart(parts).encode(y=grammar.row_axis(parts))
    meaning = alt.condition("datum.known", alt.value(palette.program), alt.value(palette.usual))
    return grammar.framed(
        base.mark_bar(cornerRadiusEnd=3, height=14, yOffset=9).encode(
            x=alt.X("value:Q", scale=alt.Scale(zero=True), axis=None),
            color=meaning,
            tooltip=grammar.tips(label="What", printed="Share", of="Counted"),
        )
        + grammar.row_words(base, palette, room=95),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )


def _line_colors(names: Mapping[str, str], palette: Palette) -> alt.Color:
    """The program's color for the first line, gray for the second, the program's softer after."""
    return _colored(names, (palette.program, palette.usual, palette.program_soft))


def _word_colors(names: Mapping[str, str], palette: Palette) -> alt.Color:
    """Those of the lines, as dark as words must be."""
    return _colored(names, (palette.program, palette.quiet, palette.text))


def _colored(names: Mapping[str, str], colors: Sequence[str]) -> alt.Color:
    import altair as alt

    scale = alt.Scale(domain=list(names.values()), range=list(colors[: len(names)]))
    return alt.Color("line:N", scale=scale, legend=None)


def specification(chart: alt.LayerChart) -> dict[str, Any]:
    """The chart as Vega-Lite with each layer's rows inside it: ready to be cached and sent."""
    spec: dict[str, Any] = chart.to_dict()
    datasets = spec.pop("datasets", {})
    # One level down, rows travel as they are; at the top they would be converted at each drawing.
    spec["layer"] = [{"data": spec.pop("data", {"values": []}), "layer": spec["layer"]}]
    layers = list(spec["layer"])
    while layers:
        layer = layers.pop()
        if "name" in layer.get("data", {}):
            layer["data"] = {"values": datasets[layer["data"]["name"]]}
        layers.extend(layer.get("layer", ()))
    return spec
