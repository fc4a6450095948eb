"""Settings as people see and type them: one line a setting, its fields side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.views import formats
from arp.words.grammar import Field, Kind, Table
from arp.words.settings import SECTIONS, VALIDITY

if TYPE_CHECKING:
    import pandas as pd

Line = Mapping[str, Any]  # field name → what a person types: text, a number, a date, Yes or No


def fields_of(section: Table) -> tuple[Field, ...]:
    """The columns of a section: its own fields, then from when to when, by whom, why."""
    return (*section.fields, *VALIDITY)


def by_section(settings: Iterable[Mapping[str, Any]]) -> dict[str, list[Line]]:
    """The lines of each section by name and first day.

    Args:
        settings: rows of the stored table.
    """
    ordered = sorted(settings, key=lambda row: (row["name"], row["valid_from"] or date.min))
    sections: dict[str, list[Line]] = {}
    for row in ordered:
        values = {field.name: row[field.name] for field in VALIDITY} | json.loads(row["value"])
        line = as_typed(SECTIONS[row["section"]], values)
        sections.setdefault(row["section"], []).append(line)
    return sections


def as_typed(section: Table, values: Mapping[str, Any]) -> Line:
    """The known values of a setting as a person types them."""
    return {
        field.name: _as_typed(field, values[field.name])
        for field in fields_of(section)
        if values.get(field.name) is not None
    }


def _as_typed(field: Field, value: Any) -> Any:
    if field.kind is Kind.FLAG:
        return "Yes" if value else "No"
    if field.kind is Kind.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def table(section: Table, lines: Sequence[Line]) -> pd.DataFrame:
    """The lines as a frame with the declared titles, each column of one type; blank is missing."""
    import pandas as pd

    columns = {
        field.title: pd.Series([line.get(field.name) for line in lines], dtype=_dtype(field))
        for field in fields_of(section)
    }
    return pd.DataFrame(columns)


def with_lines(section: Table, frame: pd.DataFrame, lines: Sequence[Line]) -> pd.DataFrame:
    """A section's frame with further lines at its end."""
    import pandas as pd

    return pd.concat([frame, table(section, lines)], ignore_index=True)


def name_of(section: Table, values: Mapping[Any, Any]) -> str:
    """A setting by the values of its key, as people say it: “CRT · Welfare check”."""
    return " · ".join(str(values[name]) for name in section.keys[0] if values.get(name))


def names_in(section: Table, frame: pd.DataFrame) -> set[str]:
    """The settings that stand in a section's frame, by the same names."""
    titles = {field.title: field.name for field in section.fields}
    lines = frame.rename(columns=titles).astype(object).where(frame.notna().to_numpy(), None)
    return {name_of(section, line) for line in lines.to_dict("records")}


def printed(section: Table, lines: Sequence[Line]) -> pd.DataFrame:
    """The lines as printed text, only with columns in which any line says something."""
    import pandas as pd

    used = [field for field in fields_of(section) if any(field.name in line for line in lines)]
    cells = [[_printed(line.get(field.name)) for field in used] for line in lines]
    return pd.DataFrame(cells, columns=[field.title for field in used])


def _printed(value: Any) -> str:
    if isinstance(value, date):
        return formats.day(value)
    return f"{value:g}" if isinstance(value, float) else str(value or "")


def _dtype(field: Field) -> str:
    if field.kind is Kind.DATE:
        return "datetime64[s]"
    return "float64" if field.kind in (Kind.WHOLE, Kind.NUMBER) else "object"
