"""A chart as a picture that can stand alone: its question, finding and source are in it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from arp.views.colors import LIGHT
from arp.views.export import fonts
from arp.views.sized import sized

WIDTH = 900  # pixels of the plot; the picture is twice as sharp
QUESTION, FINDING, FOOT = 20, 14, 11  # pixels of type
EDGE = 6  # pixels around a chart that stands alone
ACROSS = 0.56  # of a letter's height is its width, on average and with room to spare


def png(
    chart: Mapping[str, Any], *, question: str, finding: str, foot: str, scale: float = 2
) -> bytes:
    """The chart as PNG, for slides and memos; `scale` says how many times as sharp it is."""
    import vl_convert

    fonts.register()
    alone = _alone(chart, question, finding, foot)
    picture: bytes = vl_convert.vegalite_to_png(alone, scale=scale)
    return picture


def svg(chart: Mapping[str, Any], *, question: str, finding: str, foot: str) -> str:
    """The chart as SVG, for designers."""
    import vl_convert

    fonts.register()
    picture: str = vl_convert.vegalite_to_svg(_alone(chart, question, finding, foot))
    return picture


def bare_svg(chart: Mapping[str, Any], *, width: int, height: int | None = None) -> str:
    """The chart alone as SVG, where its words stand around it.

    Args:
        chart: as Vega-Lite.
        width: pixels of its plot.
        height: pixels of its plot, where the chart's own does not fit.
    """
    import vl_convert

    fonts.register()
    picture: str = vl_convert.vegalite_to_svg(_sized(chart, width, height))
    return picture


def bare_png(chart: Mapping[str, Any], *, width: int, height: int | None = None) -> bytes:
    """The chart alone as PNG, three times as sharp, where its words stand around it."""
    import vl_convert

    fonts.register()
    picture: bytes = vl_convert.vegalite_to_png(_sized(chart, width, height), scale=3)
    return picture


def _sized(chart: Mapping[str, Any], width: int, height: int | None) -> dict[str, Any]:
    """The chart at its size; what stands outside its plot makes the picture larger by itself."""
    config = {**chart.get("config", {}), "padding": EDGE}
    alone = {**chart, "config": config, "width": width}
    return alone if height is None else {**alone, "height": height}


def _alone(chart: Mapping[str, Any], question: str, finding: str, foot: str) -> dict[str, Any]:
    """The chart with its words around it, on the light ground and at a fixed width."""
    plot = {
        key: value for key, value in chart.items() if key not in ("$schema", "config", "background")
    }
    plot = sized(plot, WIDTH)
    plot["width"] = WIDTH
    plot["title"] = {
        "text": _lines(question, QUESTION),
        "subtitle": [*_lines(finding, FINDING), ""],
        "anchor": "start",
        "frame": "group",
        "fontSize": QUESTION,
        "color": LIGHT.text,
        "subtitleFontSize": FINDING,
        "subtitleColor": LIGHT.quiet,
        "offset": 12,
    }
    lines = _lines(foot, FOOT)
    note = {
        "data": {"values": [{}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "color": LIGHT.quiet,
            "fontSize": FOOT,
            "text": lines,
        },
        "encoding": {"x": {"value": 0}, "y": {"value": 4}},
        "width": WIDTH,
        "height": 4 + 15 * len(lines),
    }
    return {
        "$schema": chart["$schema"],
        "vconcat": [plot, note],
        "resolve": {"scale": {"color": "independent"}},  # its legend stands with the plot
        "background": LIGHT.ground,
        "config": chart.get("config", {}),
    }


def _lines(text: str, size: int) -> list[str]:
    """A text in lines as wide as the plot; a long word is broken rather than cut off."""
    return textwrap.wrap(text, int(WIDTH / (size * ACROSS))) or [""]
