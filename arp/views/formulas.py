"""What may be written in a formula of the city's own: examples, and every column there is."""

from __future__ import annotations

from collections.abc import Iterator

from arp.words.fact_tables import FACT_TABLES, VOCABULARY_OF, kind_of, unit_of_column
from arp.words.facts import FACT_COLUMNS
from arp.words.formula_words import EXAMPLES, said
from arp.words.grammar import Kind
from arp.words.written_conditions import condition


def example_rows() -> Iterator[tuple[str, str, str]]:
    """Each example: the table, the condition as it is written, and what it says."""
    for table, text in EXAMPLES:
        yield table, text, said(condition(text))


def column_rows(table: str | None = None) -> Iterator[tuple[str, str, str, str, str]]:
    """Each column of one table, or of all: table, column, title, meaning, what it holds."""
    for word, facts in FACT_TABLES.items():
        if table in (None, word):
            for name in sorted(facts.columns):
                column = FACT_COLUMNS[name]
                yield word, name, column.title, column.meaning, holds(name)


def holds(column: str) -> str:
    """What the cells of a column hold, as one must write them."""
    kind = kind_of(column)
    if kind is Kind.NUMBER:
        return f"A number of {unit_of_column(column)}"
    if kind is Kind.WORD:
        return f"One of: {'; '.join(VOCABULARY_OF[column].keys)}"
    return "Your own words" if kind is Kind.LABEL else "Yes or no"
