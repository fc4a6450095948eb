"""The week as seven rows of 24 hours: when calls come, and when nobody is on duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arp.views import formats, grammar, plotted

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

CELL = 26  # pixels a row
TOO_FEW = "dash on gray: too few to tell"
NOBODY = "dot: nobody on duty"


def by_hour_of_week(
    readings: pd.DataFrame,
    *,
    unit: str,
    palette: Palette,
    part: str | None = None,
    on_duty: str | None = None,
) -> alt.LayerChart:
    """Seven rows of 24 cells, Monday midnight first; hours with too few to tell are gray.

    A dot marks the hours of which it is known that no unit is on duty.

    Args:
        readings: of one indicator by hour of the week.
        unit: the unit of what is drawn.
        palette: the ground's colors.
        part: which part of an indicator in parts is drawn.
        on_duty: which part says how many units are on duty.
    """
    import altair as alt

    drawn = readings if part is None else readings[readings["part"] == part]
    hours = plotted.hours_of_week(drawn, unit).assign(nobody=_without_units(readings, on_duty))
    hours["duty"] = hours["nobody"].map({True: "Nobody on duty", False: ""})
    base = alt.Chart(hours).encode(
        x=_hour_axis(),
        y=alt.Y("weekday:O", sort=list(formats.WEEKDAYS), axis=alt.Axis(title=None)),
        tooltip=grammar.tips(
            when="When", printed="Value", of="Counted", duty="On duty", note="Note"
        ),
    )
    known = alt.datum.value != None  # noqa: E711 - a Vega expression, not Python's None
    keys = {TOO_FEW: hours["value"].isna().any(), NOBODY: hours["nobody"].any()}
    title = [part or unit, *(key for key, shown in keys.items() if shown)]
    return grammar.framed(
        base.mark_rect(stroke=palette.rule, strokeWidth=1, fill=palette.absent, cornerRadius=2)
        + base.transform_filter(known)
        .mark_rect(stroke=palette.ground, strokeWidth=1, cornerRadius=2)
        .encode(color=_scale(unit, title, palette))
        + base.transform_filter(alt.datum.value == None).mark_text(  # noqa: E711
            text="–", color=palette.quiet, fontSize=11
        )
        + _dots(base, palette),
        palette,
        height=alt.Step(CELL),
    )


def _without_units(readings: pd.DataFrame, on_duty: str | None) -> list[bool]:
    """For each of the 168 hours, whether it is known that no unit is on duty."""
    if on_duty is None:
        return [False] * 168
    duty = readings[(readings["part"] == on_duty) & (readings["status"] == "ok")]
    nobody = set(duty.loc[duty["value"] == 0, "hour_of_week"])
    return [hour in nobody for hour in range(168)]


def _dots(base: Any, palette: Palette) -> alt.LayerChart:
    """A dot with a rim, so that it is seen on every shade."""
    import altair as alt

    of_nobody = base.transform_filter(alt.datum.nobody)
    rim = of_nobody.mark_point(filled=True, size=46, color=palette.ground, opacity=1)
    return alt.layer(rim, of_nobody.mark_point(filled=True, size=18, color=palette.text, opacity=1))


def _hour_axis() -> alt.X:
    import altair as alt

    return alt.X(
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
    )


def _scale(unit: str, title: list[str], palette: Palette) -> alt.Color:
    import altair as alt

    legend = alt.Legend(
        title=title,
        titleFontWeight="normal",
        titleLimit=260,
        orient="bottom",
        direction="horizontal",
        gradientLength=160,
        format="%" if unit == "share" else "~f",
        tickCount=4,
    )
    # Waits lie close together: from zero, every hour would have the same shade.
    ends = {"zero": False} if unit == "minutes" else {"domainMin": 0}
    scale = alt.Scale(range=list(palette.scale), **ends)
    return alt.Color("value:Q", scale=scale, legend=legend)
