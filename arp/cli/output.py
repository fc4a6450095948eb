"""The lake a command works on, and how it speaks: JSON to standard output, sentences to error."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.lake import Lake
    from arp.measures.indicator import Indicator

FIGURES = ("value", "n", "numerator", "denominator", "low", "high")
COUNTS = ("n", "numerator", "denominator")
WORDS = ("indicator", "period", "status", "reason")
_INVISIBLE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
GROUP_NAMES = {"missed_why": "reason"}  # a group whose column has another name than users know


def lake_of(options: argparse.Namespace) -> Lake:
    """The lake named by --lake, else by ARP_LAKE, else data/lake."""
    from arp.lake.lake import Lake

    return Lake(options.lake or Path(os.environ.get("ARP_LAKE") or "data/lake"))


def damage(lake: Lake) -> str:
    """What is wrong with a lake and what to do; nothing where it reads whole.

    What goes out is not made of a damaged lake: part of the truth might be missing.
    """
    return " ".join(map(str, lake.damage()))


def printable(text: str) -> str:
    """A text that drives no terminal: line breaks stay, other invisible characters are spaces.

    File names and cells may hold escape sequences, and marks that turn the reading direction.
    """
    return "".join(mark if mark.isprintable() or mark == "\n" else " " for mark in text)


def show(text: str) -> None:
    """Print words and names of somebody's files to standard output."""
    print(printable(text))


def print_json(value: object) -> None:
    """Print one JSON value; NaN would be a programming fault and raises."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str, allow_nan=False)
    print(_INVISIBLE.sub(lambda mark: json.dumps(mark[0])[1:-1], text))


def say(sentence: str) -> None:
    """Say a sentence to the eyes only."""
    print(printable(sentence), file=sys.stderr)


def fail(sentence: str) -> int:
    """Say a sentence and give the exit status of a failure."""
    say(sentence)
    return 1


def records(readings: pd.DataFrame) -> list[dict[str, Any]]:
    """Readings as JSON-ready values; the columns that break them down stand in `group`."""
    dimensions = [str(name) for name in readings if name not in (*WORDS, *FIGURES)]
    return [
        {
            "indicator": row["indicator"],
            "period": row["period"],
            "group": {
                GROUP_NAMES.get(name, name): _plain(name, row[name])
                for name in dimensions
                if _known(row[name])
            },
            **{name: _plain(name, row[name]) for name in FIGURES},
            "status": row["status"],
            "reason": row["reason"],
        }
        for row in readings.to_dict("records")
    ]


def definition(indicator: Indicator) -> dict[str, Any]:
    """An indicator's declared words, JSON-ready; the formula itself is in `words`."""
    return {
        "key": indicator.key,
        "name": indicator.name,
        "question": indicator.question.value,
        "why": indicator.why,
        "words": indicator.words,
        "unit": indicator.unit,
        "better": indicator.better.value,
        "about": indicator.about.value,
        "grain": indicator.grain,
        "needs": list(indicator.needs),
        "to_measure_it": indicator.to_measure_it,
        "source": indicator.source,
        "starting_target": indicator.starting_target,
        "target_note": indicator.target_note,
        "caveat": indicator.caveat,
        "owner": indicator.owner,
        "reviewed_on": _day(indicator.reviewed_on),
        "next_review_on": _day(indicator.next_review_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _known(value: object) -> bool:
    return value is not None and value == value  # NaN is not itself


def _plain(name: str, value: Any) -> Any:
    """A NumPy value as Python's own; a count as a whole number; a missing one as None."""
    if not _known(value):
        return None
    plain = value.item() if hasattr(value, "item") else value
    whole = isinstance(plain, float) and plain.is_integer()
    return int(plain) if whole and (name in COUNTS or name == "hour_of_week") else plain
