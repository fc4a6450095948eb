"""The control chart: months with their limits, signals, target and the changes that were made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.spc.rules import Signal
from arp.views import control_rows, grammar

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

LETTER = 6  # pixels a letter of the words in the right margin


def control_chart(
    readings: pd.DataFrame,
    *,
    unit: str,
    palette: Palette,
    target: float | None = None,
    changes: Sequence[tuple[str, str]] = (),
) -> alt.LayerChart:
    """Points with mean and limits; a signal has its color, its letter and its word.

    A month without a value breaks the line and says why. The limits of shares end at 0% and 100%.

    Args:
        readings: the months that `spc` has judged, of one indicator and one group.
        unit: the indicator's unit.
        palette: the ground's colors.
        target: drawn as a line where there is one.
        changes: month and words of each change, drawn as vertical rules.
    """
    import altair as alt

    months = control_rows.control_rows(readings, unit)
    marks = control_rows.change_marks(months, changes)
    words = control_rows.margin_words(months, unit, target)
    base = alt.Chart(months).encode(x=grammar.month_axis(months))
    right = grammar.RIGHT + LETTER * max(map(len, words["said"]), default=0)
    layers = [
        grammar.absent_months(months, palette),
        _limits(base, unit, palette),
        *([_target(target, unit, palette)] if target is not None else []),
        *([grammar.change_rules(marks, months, palette, right=right)] if len(marks) else []),
        _points(base, unit, palette),
        _signals(months, unit, palette),
        _margin(words, unit, palette),
    ]
    above = control_rows.room_above(marks)
    return grammar.framed(
        alt.layer(*layers),
        palette,
        height=grammar.MONTHS_HEIGHT + above,
        top=grammar.TOP + above,
        right=right,
    )


def _limits(base: Any, unit: str, palette: Palette) -> alt.LayerChart:
    """The mean and the two limits, apart in each segment."""
    import altair as alt

    lines = [
        base.mark_line(color=palette.usual, strokeWidth=1.2, strokeDash=dash).encode(
            y=grammar.value_axis(f"{name}:Q", unit, zero=False), detail="segment:N"
        )
        for name, dash in (("mean", [1, 0]), ("lower", [3, 3]), ("upper", [3, 3]))
    ]
    return alt.layer(*lines)


def _points(base: Any, unit: str, palette: Palette) -> alt.LayerChart:
    """The months as points on a thin line, colored by what they say."""
    y = grammar.value_axis("value:Q", unit, zero=False)
    tips = grammar.tips(
        when="Month", printed="Value", of="Of", usual="Usual range", told="Signal", note="Note"
    )
    line = base.mark_line(color=palette.usual, strokeWidth=1.6).encode(y=y)
    points = base.mark_point(filled=True, size=60, opacity=1).encode(
        y=y, color=_meaning(palette), tooltip=tips
    )
    return line + points


def _signals(months: pd.DataFrame, unit: str, palette: Palette) -> alt.LayerChart:
    """H above or L below every signal, and its word once at the start of each run."""
    import altair as alt

    x, color = grammar.month_axis(months), _meaning(palette)
    words = control_rows.signal_words(months)
    halo = {"stroke": palette.ground, "strokeWidth": 4, "strokeJoin": "round"}
    layers = []
    for letter, side in (("H", -1), ("L", 1)):
        flagged = alt.Chart(months[months["letter"] == letter]).encode(
            x=x, y=grammar.value_axis("value:Q", unit, zero=False), text="letter:N", color=color
        )
        word = alt.Chart(words[words["letter"] == letter]).encode(
            x=x, y=grammar.value_axis("clear:Q", unit, zero=False), text="signal:N", color=color
        )
        said = {"fontSize": 12, "fontWeight": 600, "dy": 25 * side}
        said |= {"align": alt.expr("datum.late ? 'right' : 'left'")}
        said |= {"dx": alt.expr("datum.late ? 4 : -4")}
        layers += [
            flagged.mark_text(fontSize=11, fontWeight=700, dy=12 * side),
            word.mark_text(**said, **halo),
            word.mark_text(**said),
        ]
    return alt.layer(*layers)


def _meaning(palette: Palette) -> alt.Color:
    """The color of each signal."""
    import altair as alt

    colors = {
        Signal.COMMON_CAUSE: palette.usual,
        Signal.IMPROVEMENT: palette.improving,
        Signal.CONCERN: palette.worsening,
        Signal.NO_DIRECTION: palette.no_direction,
        "": palette.usual,
    }
    scale = alt.Scale(domain=[str(name) for name in colors], range=list(colors.values()))
    return alt.Color("signal:N", scale=scale, legend=None)


def _target(target: float, unit: str, palette: Palette) -> alt.Chart:
    import altair as alt

    return (
        alt.Chart(alt.Data(values=[{"target": target}]))
        .mark_rule(color=palette.program, strokeWidth=1.6, strokeDash=[8, 4])
        .encode(y=grammar.value_axis("target:Q", unit, zero=False))
    )


def _margin(words: pd.DataFrame, unit: str, palette: Palette) -> alt.Chart:
    """Mean, limits and target in words, on the right of the plot."""
    import altair as alt

    program = alt.condition(
        "indexof(datum.said, 'target') == 0", alt.value(palette.program), alt.value(palette.quiet)
    )
    return (
        alt.Chart(words)
        .mark_text(align="left", dx=6, fontSize=11)
        .encode(
            x=alt.value("width"),
            y=grammar.value_axis("at:Q", unit, zero=False),
            text="said:N",
            color=program,
        )
    )
