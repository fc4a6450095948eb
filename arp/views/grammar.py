"""The grammar that all charts share: type, axes, words above bars, bands of absent months.

Direct labels instead of legends, zero where lengths or waits are compared, months with their year,
and a month without data as a visible break with the word that says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from arp.views import plotted

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

FONT = "Public Sans, sans-serif"
BAR_STEP = 44  # pixels a row: its words above its bar
LETTER = 6  # pixels a letter of the figures on the right
FITTING = 0.9  # of the room is what words may be measured at: a browser draws them wider
TOP = 22  # pixels above a plot, for the highest word
RIGHT = 12  # pixels beside it
AXIS_FORMATS = {"share": "%", "dollars": "$,~f"}  # d3's; other units are plain numbers
MONTHS_HEIGHT = 240  # below 220 pixels a chart has no plot left


def framed(
    chart: Any, palette: Palette, *, height: Any, top: int = TOP, right: int = RIGHT
) -> alt.LayerChart:
    """The grammar's frame: type, axes and ground, the same for every chart.

    `top` and `right` are pixels beside the plot, for words that stand there.
    """
    axis = {"labelColor": palette.quiet, "titleColor": palette.quiet, "tickColor": palette.rule}
    return (
        chart.properties(width="container", height=height, background=palette.ground)
        # A chart is read aloud by the words that it is given, and as its table; not mark by mark.
        .configure(
            font=FONT, aria=False, padding={"left": 4, "right": right, "top": top, "bottom": 4}
        )
        .configure_mark(aria=False)
        .configure_view(stroke=None)
        .configure_axis(**axis, labelFontSize=12, titleFontSize=12, titleFontWeight=400)
        .configure_axisX(grid=False, domainColor=palette.rule)
        .configure_axisY(gridColor=palette.rule, domain=False, ticks=False, labelPadding=6)
        .configure_legend(
            labelColor=palette.quiet, titleColor=palette.quiet, labelFontSize=12, titleFontSize=12
        )
    )


def month_axis(months: pd.DataFrame, *, at_start: bool = False) -> alt.X:
    """One band a month, gaps included, each named with its year; marks at its start or middle."""
    import altair as alt

    return alt.X(
        "when:O",
        bandPosition=0 if at_start else alt.Undefined,
        scale=alt.Scale(domain=list(dict.fromkeys(months["when"]))),
        axis=alt.Axis(
            title=None, labelAngle=0, labelOverlap="parity", labelSeparation=12, labelBound=True
        ),
    )


def value_axis(field: str, unit: str, *, zero: bool = True) -> alt.Y:
    """The axis of values in their unit; from zero, unless their ups and downs are the question."""
    import altair as alt

    title = unit if unit in ("minutes", "days") else None
    possible = {"share": "datum.value >= 0 && datum.value <= 1", "minutes": "true"}
    room = {} if zero else {"padding": 34}  # pixels for the words above and below the points
    axis = alt.Axis(
        title=title,
        format=AXIS_FORMATS.get(unit, ",~f"),
        tickCount=5,
        tickMinStep=0.01 if unit == "share" else 1,
        titleAnchor="end",
        # Room around the points must not read as a share over 100% or a negative count.
        labelExpr=f"{possible.get(unit, 'datum.value >= 0')} ? datum.label : ''",
    )
    return alt.Y(field, scale=alt.Scale(zero=zero, nice=True, **room), axis=axis)


def row_axis(rows: pd.DataFrame) -> alt.Y:
    """One band a row, in the frame's order; the words stand above the bars, not on an axis."""
    import altair as alt

    return alt.Y("label:N", sort=list(rows["label"]), axis=None)


def row_words(base: Any, palette: Palette, *, room: int) -> alt.LayerChart:
    """Above each bar its name on the left and its figures on the right, at any width.

    `room` is what the figures need, in pixels; a name is cut where it would reach them.
    """
    import altair as alt

    names = base.mark_text(
        align="left",
        dy=-9,
        fontSize=13,
        color=palette.text,
        limit=alt.expr(f"{FITTING} * (width - {room})"),
    ).encode(x=alt.value(0), text="label:N")
    figures = base.mark_text(align="right", dy=-9, fontSize=12, color=palette.quiet).encode(
        x=alt.value("width"), text="said:N"
    )
    return alt.layer(names, figures)


def room_for(words: Iterable[str]) -> int:
    """Pixels that the longest of these figures needs, and a gap before it."""
    return 10 + LETTER * max(map(len, words), default=0)


def tips(**titles: str) -> list[alt.Tooltip]:
    """A tooltip of words: each field with its title."""
    import altair as alt

    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]


def change_rules(
    marks: pd.DataFrame, months: pd.DataFrame, palette: Palette, *, right: int = RIGHT
) -> alt.LayerChart:
    """A rule at the start of each change's month, its words above the plot.

    `right` are the pixels beside the plot, where words that begin in it may end.
    """
    import altair as alt

    x = month_axis(months, at_start=True)
    top = alt.Y("height:Q", scale=None, axis=None)
    rules = alt.Chart(marks).mark_rule(color=palette.quiet, strokeWidth=1.2)
    halo = {"color": palette.ground, "stroke": palette.ground, "strokeWidth": 4}
    words = [
        alt.Chart(marks.iloc[[at]])
        .mark_text(
            fontSize=11,
            align="right" if late else "left",
            dx=-4 if late else 4,
            baseline="bottom",
            limit=alt.expr(f"{FITTING} * ({room} * width + {0 if late else right - 8})"),
            **drawn,
        )
        .encode(x=x, y=top, text="said:N")
        for at, (late, room) in enumerate(zip(marks["late"], marks["room"], strict=True))
        for drawn in (halo, {"color": palette.text})
    ]
    to_the_axis = rules.encode(x=x, y=top, y2=alt.value("height"))
    return alt.layer(to_the_axis, *words).resolve_scale(y="independent")


def absent_months(months: pd.DataFrame, palette: Palette) -> alt.LayerChart:
    """A band behind each month in which no line has a value, with the word that says why.

    The word runs along the band, from its foot: lying, it would reach into the months beside it,
    and the words of lines and signals stand above.
    """
    import altair as alt

    valued = months.groupby("when")["value"].transform("count")
    absent = months[valued == 0].drop_duplicates("when")
    words = absent.iloc[[]] if absent.empty else plotted.middles(absent)
    band = alt.Chart(absent).mark_rect(color=palette.absent, tooltip=None)
    text = alt.Chart(words).mark_text(
        color=palette.quiet, fontSize=11, angle=270, align="left", baseline="middle", dx=4
    )
    return alt.layer(
        band.encode(x=month_axis(months), tooltip=tips(when="Month", note="Note")),
        text.encode(x=month_axis(months), y=alt.value("height"), text="absent:N"),
    )
