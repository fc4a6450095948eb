"""Numbers and spans as people write them: “1,204”, “58%”, “0:12:30”."""

from __future__ import annotations

import re

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}
MINUTES_SECONDS, HOURS_MINUTES = "mm:ss", "h:mm"
_WRITTEN = re.compile(r"\s*(-?)(\d{1,3}):(\d{2})(?::(\d{2}))?\s*")


def read_number(text: str) -> float | None:
    """The number a text is: "1,204" is 1204, "58%" is 0.58, "12 min" is none."""
    bare = text.strip().lstrip("$").replace(",", "")
    percent = bare.endswith("%")
    try:
        number = float(bare.rstrip("% "))
    except ValueError:
        return None
    if number != number or abs(number) == float("inf"):
        return None
    return number / 100 if percent else number


def read_span(text: str, unit: str) -> float | None:
    """The seconds of a span: a bare number is of the unit, "0:12:30" is hours to seconds.

    "12:30" is read only where the unit says which it is, "mm:ss" or "h:mm".
    """
    written = _WRITTEN.fullmatch(text)
    if written is None:
        number = read_number(text)
        return None if number is None or unit not in SECONDS else number * SECONDS[unit]
    first, second = int(written[2]), int(written[3])
    sign = -1 if written[1] else 1
    if written[4]:
        return float(sign * (first * 3600 + second * 60 + int(written[4])))
    larger = {MINUTES_SECONDS: 60, HOURS_MINUTES: 3600}.get(unit)
    return None if larger is None else float(sign * (first * larger + second * larger // 60))
