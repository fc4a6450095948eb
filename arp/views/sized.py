"""A chart whose expressions know their size, for where the browser does not tell it to them."""

from __future__ import annotations

import re
from typing import Any

EXPRESSIONS = ("expr", "calculate", "filter")
SIZE = re.compile(r"(?<![\w.])(width|height)\b")


def sized(specification: dict[str, Any], width: int) -> dict[str, Any]:
    """The specification with numbers where its expressions name its width and height.

    As one part of a larger picture a chart cannot ask for its size: it would be told 0. A height
    that follows from the chart's rows stays as it is named.
    """
    sizes: dict[str, Any] = {"width": width}
    if isinstance(specification.get("height"), int | float):
        sizes["height"] = specification["height"]
    told: dict[str, Any] = _told(specification, sizes)
    return told


def _told(value: Any, sizes: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_told(part, sizes) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: part
        if key == "data"
        else SIZE.sub(lambda named: str(sizes.get(named[0], named[0])), part)
        if key in EXPRESSIONS and isinstance(part, str)
        else _told(part, sizes)
        for key, part in value.items()
    }
