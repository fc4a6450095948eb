"""A chart as a picture that can stand alone: its question, finding and source are in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from arp.views.colors import LIGHT

WIDTH = 900  # pixels of the plot; the picture is twice as sharp


def png(chart: Mapping[str, Any], *, question: str, finding: str, foot: str) -> bytes:
    """The chart as PNG, for slides and memos."""
    import vl_convert

    picture: bytes = vl_convert.vegalite_to_png(_alone(chart, question, finding, foot), scale=2)
    return picture


def svg(chart: Mapping[str, Any], *, question: str, finding: str, foot: str) -> str:
    """The chart as SVG, for designers."""
    import vl_convert

    picture: str = vl_convert.vegalite_to_svg(_alone(chart, question, finding, foot))
    return picture


def _alone(chart: Mapping[str, Any], question: str, finding: str, foot: str) -> dict[str, Any]:
    """The chart with its words around it, on the light ground and at a fixed width."""
    plot = {
        key: value for key, value in chart.items() if key not in ("$schema", "config", "background")
    }
    plot["width"] = WIDTH
    plot["title"] = {
        "text": question,
        "subtitle": [finding, ""],
        "anchor": "start",
        "frame": "group",
        "fontSize": 20,
        "color": LIGHT.text,
        "subtitleFontSize": 14,
        "subtitleColor": LIGHT.quiet,
        "offset": 12,
    }
    note = {
        "data": {"values": [{}]},
        "mark": {"type": "text", "align": "left", "color": LIGHT.quiet, "fontSize": 11},
        "encoding": {"text": {"value": foot}, "x": {"value": 0}},
        "width": WIDTH,
        "height": 20,
    }
    return {
        "$schema": chart["$schema"],
        "vconcat": [plot, note],
        "background": LIGHT.ground,
        "config": chart.get("config", {}),
    }
