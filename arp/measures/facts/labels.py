"""The city's own words as staff confirmed that they are read: labels, areas, agencies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.words.grammar import Kind, Table

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir

    from arp.measures.settings import Settings

Readings = Mapping[str, Mapping[str, str]]  # field, label, what it is read as


def confirmed_readings(settings: Settings, today: date) -> Readings:
    """What the settings say of labels, by field."""
    readings: dict[str, dict[str, str]] = {}
    for value in settings.on("labels", today):
        readings.setdefault(value["field"], {})[value["label"]] = value["read_as"]
    return readings


def with_labels_read(rows: ir.Table, table: Table, readings: Readings) -> ir.Table:
    """The table's rows with each confirmed label read as what staff said.

    A label that is read as a word of the vocabulary gives that word and stays itself; one that is
    read as another label is written as that label.
    """
    changed: dict[str, Any] = {}
    for field in table.stored_fields:
        if field.kind is Kind.LABEL and readings.get(field.name):
            words = _words_read_from(table, field.name)
            merges = {
                label: read for label, read in readings[field.name].items() if read not in words
            }
            if merges:
                changed[field.name] = rows[field.name].substitute(merges)
        if field.read_from and readings.get(field.read_from):
            words = _words_read_from(table, field.read_from)
            meant = {
                label: read for label, read in readings[field.read_from].items() if read in words
            }
            if meant:
                label = rows[field.read_from]
                changed[field.name] = label.substitute(meant, else_=rows[field.name])
    return rows.mutate(**changed) if changed else rows


def _words_read_from(table: Table, label: str) -> frozenset[str]:
    return frozenset(
        word
        for field in table.stored_fields
        if field.read_from == label and field.vocabulary
        for word in field.vocabulary.keys
    )
