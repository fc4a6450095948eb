"""Groups beside the whole city: a point each with its range, around the line at 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.views import fairness_words, grammar, plotted

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

MOST = 3.0  # times the city; a range that reaches farther is cut, its words say how far


def around_one(readings: pd.DataFrame, *, palette: Palette) -> alt.LayerChart:
    """A point a group, its range, and the line on which the whole city stands.

    Args:
        readings: groups with value, low and high as ratios to the whole city.
        palette: the ground's colors.
    """
    import altair as alt
    import pandas as pd

    rows = fairness_words.rows(readings).head(plotted.MOST_ROWS)
    base = alt.Chart(rows).encode(y=grammar.row_axis(rows))
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[0, min(MOST, max(2.0, rows["high"].max()))]),
        axis=alt.Axis(title="times the whole city", tickCount=4, titleAnchor="end"),
    )
    known = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    tips = grammar.tips(label="Group", printed="Times the city", between="Range", of="Counted")
    city = alt.Chart(pd.DataFrame({"value": [1.0]})).mark_rule(
        color=palette.usual, strokeDash=[4, 4], strokeWidth=1.5
    )
    return grammar.framed(
        alt.layer(
            city.encode(x=x),
            known.mark_rule(strokeWidth=2, yOffset=9, color=palette.text, clip=True).encode(
                x=alt.X("low:Q"), x2="high:Q"
            ),
            base.mark_point(
                filled=True, size=80, opacity=1, yOffset=9, color=palette.program, clip=True
            ).encode(x=x, tooltip=tips),
            grammar.row_words(base, palette, room=grammar.room_for(rows["said"])),
        ),
        palette,
        height=alt.Step(grammar.BAR_STEP),
    )
