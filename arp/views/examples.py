"""Worked examples: a small table drawn by a spec, and what an indicator makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import FIGURES
from arp.views import tables
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator

WRITTEN = Path(__file__).with_name("examples.json")  # by `make docs`
ROWS_SHOWN = 10
_UPLOADS = "uploads"  # the block that draws when what was uploaded, which is no declared table
_OF_UPLOADS = {"upload_id": "Upload", "at": "When (UTC)"}
_BLANK = {"period": "", "reason": ""}


@dataclass(frozen=True)
class Example:
    """One example: what it shows, the text that draws its tables, and the readings of it."""

    title: str
    text: str
    by: tuple[str, ...]
    months: tuple[str, ...]  # the first and the last that are asked about; none for all
    readings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class DrawnTable:
    """One table of an example as it is shown; `more` rows beneath are left out."""

    title: str
    rows: pd.DataFrame
    more: int


def example_of(key: str) -> Example | None:
    """The example of an indicator; None for one that no spec draws, as a city's own."""
    found = _examples().get(key)
    if found is None:
        return None
    title = f"{found['title'][0].upper()}{found['title'][1:]}."
    return Example(
        title, found["text"], tuple(found["by"]), tuple(found["months"]), tuple(found["readings"])
    )


@lru_cache(maxsize=1)
def _examples() -> dict[str, Mapping[str, Any]]:
    """By indicator, the example of the spec that tells most: with a value, then by the whole."""
    found: dict[str, Mapping[str, Any]] = {}
    for of_file in json.loads(WRITTEN.read_text(encoding="utf-8")).values():
        for key, example in of_file["examples"].items():
            if key not in found or _tells(example) < _tells(found[key]):
                found[key] = example
    return found


def _tells(example: Mapping[str, Any]) -> tuple[bool, bool, int]:
    told = any(reading["status"] == "ok" for reading in example["readings"])
    return not told, bool(example["by"]), len(example["text"])


def drawn_tables(example: Example) -> list[DrawnTable]:
    """The tables of an example with the titles of their columns, blanks as blanks."""
    import pandas as pd

    found = []
    for block in re.split(r"\n\s*\n", example.text):
        head, columns, *lines = block.strip().splitlines()
        name, _, feed = head.partition(" from ")
        declared = None if name == _UPLOADS else {**SECTIONS, **TABLES}[name]
        titles = {field.name: field.title for field in declared.fields} if declared else _OF_UPLOADS
        named = declared.title if declared else "Uploads"
        names = [cell.strip() for cell in columns.split("|")]
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        shown = pd.DataFrame(
            rows[:ROWS_SHOWN],
            columns=[titles.get(one, one.replace("_", " ").capitalize()) for one in names],
        )
        title = f"{named}, feed “{feed}”" if feed else named
        found.append(DrawnTable(title, shown, max(len(rows) - ROWS_SHOWN, 0)))
    return found


def result(example: Example, indicator: Indicator) -> pd.DataFrame:
    """What the indicator makes of the example, as the numbers behind a chart are printed."""
    import pandas as pd

    readings = pd.DataFrame(
        [dict.fromkeys(FIGURES) | _BLANK | dict(one) for one in example.readings]
    ).astype(dict.fromkeys(FIGURES, "float64"))
    return tables.numbers(readings, {indicator.key: (indicator.name, indicator.unit)})
