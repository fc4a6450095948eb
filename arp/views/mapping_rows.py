"""The columns of a sheet as people see and mend them: what each holds, how sure, first values."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.views import formats
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from arp.intake.mapping import Column, Mapping

HEADER, READ_AS, VALUES, SURE = "In your sheet", "We read it as", "First values", "How sure"
NOT_USED = "Not used"
PERSONAL = "left out: "  # how the note of a column of personal data begins
UNUSED = "unused"  # the answer that leaves a column out
_ANSWER = "column:"


def titled(fields: Sequence[str], dates_of: Sequence[str] = ()) -> str:
    """What a column holds, in words: “Received (calls)”; “Not used” where it feeds nothing.

    Args:
        fields: the fields it feeds, as "calls.received_at".
        dates_of: the headers of the times of day whose dates it holds.
    """
    tables: dict[str, list[str]] = {}
    for name in fields:
        table, _, field = name.partition(".")
        title = TABLES[table].title.lower()
        tables.setdefault(TABLES[table].field(field).title, []).append(title)
    said = [f"{title} ({formats.listed(of)})" for title, of in tables.items()]
    said += [f"Date of “{header}”" for header in dates_of]
    return formats.listed(said) or NOT_USED


def choices(known: Sequence[tuple[str, ...]] = ()) -> dict[str, tuple[str, ...]]:
    """Everything a column can hold, by its words: nothing, each field, and what is `known`."""
    declared = [
        (f"{table.name}.{field.name}",)
        for table in TABLES.values()
        if table.name != "settings"
        for field in table.fields
        if not field.personal
    ]
    return {titled(fields): fields for fields in [(), *known, *declared]}


def shown(mapping: Mapping) -> list[Column]:
    """The columns that can be mended: all but those of personal data, which are never kept."""
    return [column for column in mapping.columns if not column.note.startswith(PERSONAL)]


def personal(mapping: Mapping) -> list[str]:
    """The columns of personal data, each with what is personal about it."""
    return [
        f"{column.header} ({column.note.removeprefix(PERSONAL)})"
        for column in mapping.columns
        if column.note.startswith(PERSONAL)
    ]


def frame(mapping: Mapping) -> pd.DataFrame:
    """One row a column that can be mended, in sheet order."""
    import pandas as pd

    cells = [
        (
            column.header,
            titled(column.fields, column.dates_of),
            _how_sure(column),
            " · ".join(dict.fromkeys(column.samples)),
        )
        for column in shown(mapping)
    ]
    return pd.DataFrame(cells, columns=[HEADER, READ_AS, SURE, VALUES])


def _how_sure(column: Column) -> str:
    """How sure the reading is, in which unit, and which of the column's words mean yes."""
    if not column.is_used:
        return column.note or "not used"
    said = [column.certainty.value, f"in {column.unit}" if column.unit else ""]
    if column.yes:
        said.append(f"yes is {formats.listed(f'“{word}”' for word in column.yes)}")
    return ", ".join(part for part in said if part)


def offered(mapping: Mapping) -> list[str]:
    """The words of the menu: what columns can hold, and what these hold now."""
    columns = shown(mapping)
    now = [titled(column.fields, column.dates_of) for column in columns]
    return list(dict.fromkeys([*choices([c.fields for c in columns]), *now]))


def answers(mapping: Mapping, mended: Sequence[str], given: Map[str, str]) -> dict[str, str]:
    """The answers about columns after a change in the menu; those about other things as given.

    A field that is given to another column is taken from the one that was said to have it.

    Args:
        mapping: as it was understood.
        mended: what each shown column holds now, in words and in order.
        given: the answers so far.
    """
    columns = shown(mapping)
    fields_by_words = choices([column.fields for column in columns])
    said = {
        column.header: fields_by_words[words]
        for column, words in zip(columns, mended, strict=True)
        if words != titled(column.fields, column.dates_of) and words in fields_by_words
    }
    moved = {name for fields in said.values() for name in fields}
    kept = {
        key: value
        for key, value in given.items()
        if not (key.startswith(_ANSWER) and moved.intersection(value.split(",")))
        and key not in moved
    }
    return kept | {
        f"{_ANSWER}{header}": ",".join(fields) or UNUSED for header, fields in said.items()
    }


def remembered(columns: Map[str, tuple[str, ...]]) -> pd.DataFrame:
    """One row a column of a remembered layout: its header and what it is read as."""
    import pandas as pd

    cells = [(header, titled(fields)) for header, fields in columns.items()]
    return pd.DataFrame(cells, columns=[HEADER, READ_AS])


def remapped(
    columns: Map[str, tuple[str, ...]], chosen: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The columns of a remembered layout that are to be read otherwise, with what they feed.

    Args:
        columns: as they are remembered.
        chosen: what each is read as from now on, in words and in the same order.
    """
    fields = choices(list(columns.values()))
    return {
        header: fields[words]
        for (header, known), words in zip(columns.items(), chosen, strict=True)
        if words != titled(known)
    }
