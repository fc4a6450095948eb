"""How unevenly contacts fall on people: a Lorenz curve, from those met most often to those once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arp.views import formats, grammar

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from arp.views.colors import Palette

HEIGHT = 260
NAMED = (0.01, 0.1, 0.5)  # shares of the people at which the curve is named


def lorenz(readings: pd.DataFrame, *, palette: Palette) -> alt.LayerChart:
    """The share of contacts over the share of people, beside the line on which all had as many.

    Args:
        readings: rows of the study `lorenz`: share_of_people and value.
        palette: the ground's colors.
    """
    import altair as alt
    import pandas as pd

    points = _points(readings)
    base = alt.Chart(points).encode(x=_axis("share_of_people:Q", "of the people met"))
    # Lying above its axis: on a phone the words of the curve need the room beside it.
    lying = {"titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -10}
    contacts = _axis("value:Q", "of the contacts", of=alt.Y, **lying)
    curve = base.encode(y=contacts)
    even = pd.DataFrame({"share_of_people": [0.0, 1.0], "value": [0.0, 1.0]})
    tips = grammar.tips(people="Of the people, met most often first", contacts="Of the contacts")
    return grammar.framed(
        alt.layer(
            alt.Chart(even)
            .mark_line(color=palette.usual, strokeDash=[4, 4], strokeWidth=1.5)
            .encode(x="share_of_people:Q", y="value:Q"),
            curve.mark_line(color=palette.program, strokeWidth=2.5, interpolate="linear"),
            curve.mark_point(color=palette.program, filled=True, size=30, opacity=1).encode(
                tooltip=tips
            ),
            *_words(curve, palette),
        ),
        palette,
        height=HEIGHT,
    )


def _words(curve: Any, palette: Palette) -> list[Any]:
    """What the named points say: beneath the curve on the left, above it where that has room."""
    halo = {"stroke": palette.ground, "strokeWidth": 4, "strokeJoin": "round"}
    layers = []
    for early, place in (
        (True, {"align": "left", "dx": 9, "dy": 6}),
        (False, {"align": "right", "dx": -6, "dy": -10}),
    ):
        half = "<" if early else ">="
        named = curve.transform_filter(f"datum.said != '' && datum.share_of_people {half} 0.5")
        layers += [
            named.mark_text(fontSize=12, color=color, **place, **rim).encode(text="said:N")
            for color, rim in ((palette.ground, halo), (palette.text, {}))
        ]
    return layers


def finding(readings: pd.DataFrame) -> str:
    """The 1% of people met most often had 13% of the contacts; half of them, 62%."""
    points = _points(readings)
    told = points[points["said"] != ""]
    if told.empty:
        return str(readings["reason"].iloc[0] or "Too few people to tell.")
    first = told.iloc[0]
    said = f"The {first['people']} of people met most often had {first['contacts']} of the contacts"
    half = told[told["share_of_people"] == NAMED[-1]]
    if len(told) == 1 or half.empty:
        return f"{said}."
    return f"{said}; half of the people, {half['contacts'].iloc[0]}."


def _points(readings: pd.DataFrame) -> pd.DataFrame:
    """The points that have a value, as printed; those that are named say so."""
    known = readings[readings["status"] == "ok"]
    people = [f"{100 * share:g}%" for share in known["share_of_people"].round(4)]
    contacts = [formats.percent(share) for share in known["value"]]
    named = [
        f"{one} of people: {of}" if share in NAMED else ""
        for share, one, of in zip(known["share_of_people"], people, contacts, strict=True)
    ]
    points = known[["share_of_people", "value"]]
    return points.assign(people=people, contacts=contacts, said=named)


def _axis(field: str, title: str, of: Any = None, **drawn: Any) -> Any:
    import altair as alt

    axis = alt.Axis(title=title, format="%", tickCount=4, titleAnchor="end", **drawn)
    return (of or alt.X)(field, scale=alt.Scale(domain=[0, 1]), axis=axis)
