"""A chart made large, so that it can be read from the back of a room."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from arp.views.beside import beside, has_words_above

SIZES = {
    *("fontSize", "lineHeight", "labelFontSize", "titleFontSize", "labelLimit", "titleLimit", "dy"),
    "padding",  # of a scale, for the words above and below its points
    "gradientLength",
}
OF_MARKS = {"yOffset", "height"}  # of the bars and points in a row
BESIDE = {"right"}  # pixels for the words that stand beside a plot
AS_DRAWN = "* 1.0"  # in expressions: how many times as large type is
TIMES = 1.6
FEW_ROWS = 7  # as many rows share a small screen and are read from the back of the room

Grow = Callable[[float], Any]


def large(specification: dict[str, Any], *, times: float = TIMES) -> dict[str, Any]:
    """The same specification with type `times` as large, as high as the place it is given.

    A chart of rows shares that height among its rows. Where they are many their words stand beside
    the bars, and both are smaller. Numbers that come from data, and what is not a size, stay as
    they are.
    """
    if has_many_rows(specification) and has_words_above(specification):
        specification = beside(specification, times=times)
    height = specification.get("height")
    step = height.get("step") if isinstance(height, dict) else None
    at_most = f"min({times}, height / length(domain('y')) / {step})" if step else str(times)

    def of_chart(value: float) -> Any:
        return round(value * times, 1)

    def of_row(value: float) -> Any:
        return {"expr": f"{value} * {at_most}"} if step else of_chart(value)

    return {
        key: value if key in ("data", "datasets") else _grown(value, of_chart, of_row, at_most)
        for key, value in specification.items()
        if key != "height"
    }


def _grown(value: Any, of_chart: Grow, of_mark: Grow, times: str, *, mark: bool = False) -> Any:
    """A part of the specification: sizes grown, everything else as it was."""
    if isinstance(value, list):
        return [_grown(part, of_chart, of_mark, times, mark=mark) for part in value]
    if not isinstance(value, dict):
        return value
    grown = {}
    for key, part in value.items():
        number = isinstance(part, int | float) and not isinstance(part, bool)
        if key == "data":
            grown[key] = part
        elif mark and number and key in SIZES | OF_MARKS:
            grown[key] = of_mark(part)
        elif number and key in SIZES | BESIDE:
            grown[key] = of_chart(part)
        elif key in ("expr", "filter", "calculate") and isinstance(part, str):
            kept = re.sub(r"width - (\d+)", rf"width - \1 * {times}", part)
            grown[key] = kept.replace(AS_DRAWN, f"* {times}")
        else:
            grown[key] = _grown(part, of_chart, of_mark, times, mark=mark or key == "mark")
    return grown


def has_many_rows(specification: dict[str, Any]) -> bool:
    """Whether the chart has more rows than a small screen shows large enough to be read."""
    if isinstance(specification.get("height"), int | float):
        return False
    return max(map(len, _orders(specification)), default=0) > FEW_ROWS


def _orders(value: Any) -> list[list[Any]]:
    """The order of the rows of every layer."""
    parts = value if isinstance(value, list) else list(value.values())
    found = [order for part in parts if isinstance(part, dict | list) for order in _orders(part)]
    order = value.get("y", {}).get("sort") if isinstance(value, dict) and "y" in value else None
    return [*found, order] if isinstance(order, list) else found
