"""Rows with their name and figures beside their bar, not above it: more of them can be read."""

from __future__ import annotations

from typing import Any

ROOMY = 22  # pixels a row, at the size at which its words stand beside its bar
LETTER = 7.2  # pixels that a letter of a name is wide, and of figures a little less
FIGURE = 6.6
MOST_LETTERS = 34  # of a name; a longer one is cut
GAP = 10  # pixels between words and bar
NAME, SAID = "label", "said"  # the fields of the two words of a row


def has_words_above(specification: dict[str, Any]) -> bool:
    """Whether the names of its rows stand above their bars."""
    return any(_field(part) == NAME for part in _marks(specification))


def beside(specification: dict[str, Any], *, times: float) -> dict[str, Any]:
    """The same specification in one line a row: name, bar, figures.

    Args:
        specification: a chart of rows, each with its words above its bar.
        times: how many times as large its type will be drawn, and so the room for its words.
    """
    rows = _rows(specification)
    names = min(MOST_LETTERS, max((len(str(row[NAME])) for row in rows), default=0))
    said = max((len(str(row.get(SAID, ""))) for row in rows), default=0)
    offsets = set(_offsets(specification))
    center = (min(offsets) + max(offsets)) / 2 if offsets else 0
    # The room on the right is of type as it stands: it grows with that, the left does not.
    left, right = round(names * LETTER * times) + 2 * GAP, round(said * FIGURE) + 2 * GAP
    config = dict(specification["config"])
    config["padding"] = config["padding"] | {"left": left, "right": right}
    return {
        key: _moved(part, center, left - GAP) if key == "layer" else part
        for key, part in specification.items()
    } | {"config": config, "height": {"step": ROOMY}}


def _moved(part: Any, center: float, room: int) -> Any:
    """Marks in the middle of their row; names before the plot, figures behind it."""
    if isinstance(part, list):
        return [_moved(one, center, room) for one in part]
    moved = {key: _moved(one, center, room) for key, one in part.items() if key == "layer"}
    if "mark" not in part:
        return part | moved
    mark = dict(part["mark"])
    if "yOffset" in mark:
        mark["yOffset"] -= center
    if _field(part) == NAME:
        mark |= {"align": "right", "dx": -GAP, "dy": 0, "baseline": "middle", "limit": room}
    elif _field(part) == SAID:
        mark |= {"align": "left", "dx": GAP, "dy": 0, "baseline": "middle"}
    return part | moved | {"mark": mark}


def _field(part: dict[str, Any]) -> str:
    """The field of the words above a row, of its name or its figures; nothing for other marks."""
    encoding = part.get("encoding", {})
    at_an_edge = "value" in encoding.get("x", {})
    return str(encoding.get("text", {}).get("field", "")) if at_an_edge else ""


def _marks(part: dict[str, Any]) -> list[dict[str, Any]]:
    found = [part] if "mark" in part else []
    return found + [mark for layer in part.get("layer", []) for mark in _marks(layer)]


def _offsets(part: dict[str, Any]) -> list[float]:
    return [one["mark"]["yOffset"] for one in _marks(part) if "yOffset" in one["mark"]]


def _rows(part: dict[str, Any]) -> list[dict[str, Any]]:
    """Every row of every layer that has a name."""
    values = part.get("data", {}).get("values", [])
    found = [row for row in values if isinstance(row, dict) and NAME in row]
    return found + [row for layer in part.get("layer", []) for row in _rows(layer)]
