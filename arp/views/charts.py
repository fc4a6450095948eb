"""Charts, drawn from readings only and in one grammar.

The title (a question) and the finding stand outside, in the card. Inside: direct labels instead
of legends, zero where lengths or waits are compared, months with their year, and a month without
data as a visible break with the word that says why. Every mark carries a tooltip in words.
Charts take the width they are given and are readable at 390 pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.views import formats, plotted

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

FONT = "Public Sans, sans-serif"
BAR_STEP = 44  # pixels a row: its words above its bar
MONTHS_HEIGHT = 240  # below 220 pixels a chart has no plot left


def over_months(
    readings: pd.DataFrame, *, unit: str, names: Mapping[str, str], palette: Palette
) -> alt.LayerChart:
    """One line an indicator over the months, broken where a month has no value.

    Args:
        readings: by month, of the indicators in `names`.
        unit: the indicators' unit.
        names: what each indicator's line is called beside its last point.
        palette: the ground's colors.
    """
    import altair as alt

    months = plotted.months_with_gaps(readings, unit)
    months = months.assign(line=months["indicator"].map(dict(names)))
    base = alt.Chart(months).encode(
        x=_month_axis(months), y=_value_axis("value:Q", unit), color=_line_colors(names, palette)
    )
    said = alt.Chart(plotted.line_names(months)).encode(
        x=_month_axis(months), y=_value_axis("above:Q", unit), text="said:N"
    )
    words = {"align": "right", "dy": -12, "fontSize": 12, "fontWeight": 600}
    return _framed(
        _absent_months(months, palette)
        + base.mark_line(strokeWidth=2.5)
        + base.mark_point(filled=True, size=42, opacity=1).encode(
            tooltip=_tips(line="Wait", when="Month", printed="Value", of="Calls", note="Note")
        )
        + said.mark_text(**words, stroke=palette.ground, strokeWidth=5, strokeJoin="round")
        + said.mark_text(**words).encode(color=_line_colors(names, palette)),
        palette,
        height=MONTHS_HEIGHT,
    )


def counts_by_month(readings: pd.DataFrame, *, unit: str, palette: Palette) -> alt.LayerChart:
    """One bar a month, from zero; a month without data is a band that says so."""
    import altair as alt

    months = plotted.months_with_gaps(readings, unit)
    bars = alt.Chart(months).encode(x=_month_axis(months), y=_value_axis("value:Q", unit))
    return _framed(
        _absent_months(months, palette)
        + bars.mark_bar(color=palette.program, cornerRadiusEnd=2, width={"band": 0.85}).encode(
            tooltip=_tips(when="Month", printed="Value", note="Note")
        ),
        palette,
        height=MONTHS_HEIGHT,
    )


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
        waits = waits.sort_values("n", ascending=False, kind="stable").head(plotted.MOST_ROWS)
    base = alt.Chart(waits).encode(y=_row_axis(waits))
    tips = _tips(label="Group", half="Half within", most="Nine in ten within", calls="Calls")
    axis = alt.Axis(title="minutes", tickCount=4, titleAnchor="end")
    return _framed(
        base.mark_bar(color=palette.program_soft, cornerRadiusEnd=3, height=14, yOffset=9).encode(
            x=alt.X("nine_in_ten:Q", scale=alt.Scale(zero=True), axis=axis), tooltip=tips
        )
        + base.mark_tick(color=palette.text, thickness=3, height=20, yOffset=9).encode(
            x="median:Q", tooltip=tips
        )
        + _row_words(base, palette, room=160),
        palette,
        height=alt.Step(BAR_STEP),
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


def by_hour_of_week(readings: pd.DataFrame, *, unit: str, palette: Palette) -> alt.LayerChart:
    """Seven rows of 24 cells, Monday midnight first; hours with too few calls are hollow."""
    import altair as alt

    hours = plotted.hours_of_week(readings, unit)
    base = alt.Chart(hours).encode(
        x=alt.X(
            "hour:O",
            axis=alt.Axis(
                title=None,
                values=[0, 6, 12, 18],
                labelExpr="(datum.value % 12 == 0 ? 12 : datum.value % 12)"
                " + (datum.value < 12 ? ' AM' : ' PM')",
                labelAngle=0,
                labelAlign="left",
                labelOverlap=False,
            ),
        ),
        y=alt.Y("weekday:O", sort=list(formats.WEEKDAYS), axis=alt.Axis(title=None)),
        tooltip=_tips(when="When", printed="Value", of="Calls", note="Note"),
    )
    known = alt.datum.value != None  # noqa: E711 - a Vega expression, not Python's None
    return _framed(
        base.mark_rect(stroke=palette.rule, strokeWidth=1, fill=palette.ground, cornerRadius=2)
        + base.transform_filter(known)
        .mark_rect(stroke=palette.ground, strokeWidth=1, cornerRadius=2)
        .encode(
            color=alt.Color(
                "value:Q",
                scale=alt.Scale(range=list(palette.scale)),
                legend=alt.Legend(
                    title=unit, orient="bottom", direction="horizontal", gradientLength=160
                ),
            )
        ),
        palette,
        height=alt.Step(26),
    )


def shares(
    readings: pd.DataFrame, *, group: str, palette: Palette, least_first: bool = False
) -> alt.LayerChart:
    """One bar a share, the largest first unless told otherwise, and what is unknown last."""
    import altair as alt

    parts = plotted.parts(readings, group, least_first)
    base = alt.Chart(parts).encode(y=_row_axis(parts))
    meaning = alt.condition("datum.known", alt.value(palette.program), alt.value(palette.usual))
    return _framed(
        base.mark_bar(cornerRadiusEnd=3, height=14, yOffset=9).encode(
            x=alt.X("value:Q", scale=alt.Scale(zero=True), axis=None),
            color=meaning,
            tooltip=_tips(label="What", printed="Share", of="Counted"),
        )
        + _row_words(base, palette, room=95),
        palette,
        height=alt.Step(BAR_STEP),
    )


def _framed(chart: Any, palette: Palette, *, height: Any) -> alt.LayerChart:
    """The grammar's frame: type, axes and ground, the same for every chart."""
    axis = {"labelColor": palette.quiet, "titleColor": palette.quiet, "tickColor": palette.rule}
    return (
        chart.properties(width="container", height=height, background=palette.ground)
        .configure(font=FONT, padding={"left": 4, "right": 12, "top": 22, "bottom": 4})
        .configure_view(stroke=None)
        .configure_axis(**axis, labelFontSize=12, titleFontSize=12, titleFontWeight=400)
        .configure_axisX(grid=False, domainColor=palette.rule)
        .configure_axisY(gridColor=palette.rule, domain=False, ticks=False, labelPadding=6)
        .configure_legend(labelColor=palette.quiet, titleColor=palette.quiet, labelFontSize=12)
    )


def _month_axis(months: pd.DataFrame) -> alt.X:
    """One band a month, gaps included, each named with its year."""
    import altair as alt

    return alt.X(
        "when:O",
        scale=alt.Scale(domain=list(dict.fromkeys(months["when"]))),
        axis=alt.Axis(
            title=None, labelAngle=0, labelOverlap="parity", labelSeparation=12, labelBound=True
        ),
    )


def _value_axis(field: str, unit: str) -> alt.Y:
    import altair as alt

    title = unit if unit in ("minutes", "days") else None
    axis = alt.Axis(
        title=title,
        format="%" if unit == "share" else ",~f",
        tickCount=5,
        tickMinStep=0.01 if unit == "share" else 1,
        titleAnchor="end",
    )
    return alt.Y(field, scale=alt.Scale(zero=True, nice=True), axis=axis)


def _row_axis(rows: pd.DataFrame) -> alt.Y:
    """One band a row, in the frame's order; the words stand above the bars, not on an axis."""
    import altair as alt

    return alt.Y("label:N", sort=list(rows["label"]), axis=None)


def _row_words(base: Any, palette: Palette, *, room: int) -> alt.LayerChart:
    """Above each bar its name on the left and its figures on the right, at any width.

    `room` is what the figures need, in pixels; a name is cut where it would reach them.
    """
    import altair as alt

    names = base.mark_text(
        align="left", dy=-9, fontSize=13, color=palette.text, limit=alt.expr(f"width - {room}")
    ).encode(x=alt.value(0), text="label:N")
    figures = base.mark_text(align="right", dy=-9, fontSize=12, color=palette.quiet).encode(
        x=alt.value("width"), text="said:N"
    )
    return alt.layer(names, figures)


def _line_colors(names: Mapping[str, str], palette: Palette) -> alt.Color:
    """The program's color for the first line, its softer one for the second, gray after."""
    import altair as alt

    colors = (palette.program, palette.usual, palette.program_soft)
    scale = alt.Scale(domain=list(names.values()), range=list(colors[: len(names)]))
    return alt.Color("line:N", scale=scale, legend=None)


def _tips(**titles: str) -> list[alt.Tooltip]:
    import altair as alt

    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]


def _absent_months(months: pd.DataFrame, palette: Palette) -> alt.LayerChart:
    """A band behind each month in which no line has a value, with the word that says why."""
    import altair as alt

    valued = months.groupby("when")["value"].transform("count")
    absent = months[valued == 0].drop_duplicates("when")
    words = absent.iloc[[]] if absent.empty else plotted.middles(absent)
    band = alt.Chart(absent).mark_rect(color=palette.absent, tooltip=None)
    text = alt.Chart(words).mark_text(
        color=palette.quiet, fontSize=11, baseline="top", dy=4, lineBreak=" "
    )
    return alt.layer(
        band.encode(x=_month_axis(months), tooltip=_tips(when="Month", note="Note")),
        text.encode(x=_month_axis(months), y=alt.value(0), text="absent:N"),
    )


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
