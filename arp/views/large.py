"""A chart made large, so that it can be read from the back of a room."""

from __future__ import annotations

from typing import Any

SIZES = {"fontSize", "labelFontSize", "titleFontSize", "legendFontSize", "labelLimit", "dy", "step"}


def large(specification: dict[str, Any], *, height: int, times: float = 1.6) -> dict[str, Any]:
    """The same specification with type and rows `times` as large, and a plot of that height.

    A chart of rows keeps its height a row and grows by `times`. Numbers that come from data, and
    everything that is not a size, stay as they are.
    """
    grown = {
        key: value if key in ("data", "datasets") else _grown(key, value, times)
        for key, value in specification.items()
    }
    if isinstance(grown.get("height"), int | float):
        grown["height"] = height
    return grown


def _grown(key: str, value: Any, times: float) -> Any:
    if isinstance(value, dict):
        return {name: _grown(name, part, times) for name, part in value.items()}
    if isinstance(value, list):
        return [_grown(key, part, times) if isinstance(part, dict) else part for part in value]
    sized = key in SIZES and isinstance(value, int | float) and not isinstance(value, bool)
    return round(value * times, 1) if sized else value
