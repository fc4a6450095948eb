"""Columns without a header that could be what the sheet is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.intake.mapping import Choice, Column, Question
from arp.intake.recognition.rivals import told_of
from arp.words.findings import placed
from arp.words.grammar import Field, Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.recognition.sheets import LookedAt

_WELL = 0.9
_REPEATS = 0.3  # of the cells of a column of labels
UNUSED = "unused"


def nameless(look: LookedAt) -> list[Column]:
    """The columns that hold something and have no header, of a sheet that has one."""
    if look.grid is None or look.grid.place.is_none:
        return []
    return [
        column
        for column in look.mapping.columns
        if column.header == f"column {column.letter}" and look.contents[column.position].filled
    ]


def what_they_hold(look: LookedAt) -> list[Question]:
    """A question for each such column that could be a field the sheet needs and lacks."""
    if look.layout:
        return []
    questions = []
    for column in nameless(look):
        fields = (
            [] if column.told or column.is_used or not column.samples else _could_be(look, column)
        )
        if fields:
            questions.append(_question(look, column, fields))
    return questions


def _could_be(look: LookedAt, column: Column) -> list[str]:
    """The needed fields without a column that this one's cells would suit."""
    content = look.contents[column.position]
    names = []
    for table in (TABLES[name] for name in look.mapping.tables):
        fed = look.mapping.fields_of(table.name)
        for field in table.fields:
            needed = field.required and field.name not in fed
            suits = content.fits(field) >= _WELL and (
                content.are_moments if field.kind is Kind.TIMESTAMP else _is_label(column, field)
            )
            if needed and suits and (field.kind is not Kind.LABEL or content.repeats > _REPEATS):
                names.append(f"{table.name}.{field.name}")
    return names


def _is_label(column: Column, field: Field) -> bool:
    """Whether the field is one of labels, and the cells are words."""
    return field.kind is Kind.LABEL and not any(
        sample.replace(".", "").isdigit() for sample in column.samples
    )


def _question(look: LookedAt, column: Column, fields: list[str]) -> Question:
    samples = ", ".join(column.samples)
    choices = [
        Choice(value=name, label=f"“{_title(name)}”" + told_of(look, name, column.position))
        for name in fields
    ]
    return Question(
        key=f"column:{column.header}",
        prompt=f"Column {column.letter} of {placed(look.sheet.name)} has no header ({samples}). "
        "What does it hold?",
        choices=(*choices, Choice(value=UNUSED, label="Nothing that counts: leave it out")),
    )


def _title(name: str) -> str:
    table, _, field = name.partition(".")
    return TABLES[table].field(field).title
