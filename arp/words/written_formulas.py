"""A formula as a city writes it into its settings: checked against the columns that there are.

What is wrong with it comes back as faults, each with the catalog's kind of finding, all at once.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from arp.words.fact_tables import (
    FACT_TABLES,
    MATURED,
    VOCABULARY_OF,
    FactTable,
    kind_of,
    unit_of_column,
)
from arp.words.grammar import Kind
from arp.words.written_conditions import (
    Compared,
    Condition,
    Joined,
    Known,
    Not,
    NotUnderstood,
    OneOf,
    Says,
    columns_in,
    condition,
)

COUNT, SHARE = "count", "share"
YES, NO = ("yes", "true"), ("no", "false")
_NEAR, _ALIKE = 3, 0.6  # names shown for one that is unknown; how near at least, up to 1
_HOW = "a value beside it, as in {} = …"


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell of a formula; `finding` is its kind in the catalog."""

    finding: str
    field: str
    found: str
    other: str


@dataclass(frozen=True, kw_only=True)
class WrittenFormula:
    """A formula that was understood: `of` is a condition in a share, a column in what measures."""

    kind: str
    table: FactTable
    of: Condition | str | None = None
    among: Condition | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it reads."""
        read: list[str] = []
        for part in (self.of, self.among):
            read += [part] if isinstance(part, str) else columns_in(part) if part else []
        return tuple(dict.fromkeys(read))

    @property
    def watched(self) -> tuple[str, ...]:
        """The columns that say whether the days are over for which a row is watched."""
        return tuple(dict.fromkeys(MATURED[name] for name in self.columns if name in MATURED))

    @property
    def unit(self) -> str:
        """The unit of its figures."""
        if self.kind == SHARE:
            return "share"
        return unit_of_column(self.of) if isinstance(self.of, str) else self.table.rows


class _Unfit(Exception):
    """Part of a condition does not fit the table."""

    def __init__(self, finding: str, found: str, other: str) -> None:
        super().__init__(finding)
        self.found = found
        self.other = other


def read_formula(values: Mapping[str, Any]) -> tuple[WrittenFormula | None, list[Fault]]:
    """The formula that a row of settings writes, or why there is none.

    Args:
        values: the row's fields `kind`, `table`, `of` and `among`; what is missing altogether is
            not told here but gives no formula.
    """
    table, kind = FACT_TABLES.get(str(values.get("table"))), values.get("kind")
    if table is None or kind is None:
        return None, []
    faults: list[Fault] = []
    among = _fitted(table, "among", values.get("among"), faults)
    of: Condition | str | None = None
    if kind == SHARE:
        of = _fitted(table, "of", values.get("of"), faults)
    elif kind != COUNT:
        of = _measured(table, values.get("of"), faults)
    elif values.get("of"):
        faults.append(Fault("unfit_formula", "of", str(values["of"]), "nothing in a count"))
    if faults or (of is None and kind != COUNT):
        return None, faults
    written = WrittenFormula(kind=str(kind), table=table, of=of, among=among)
    if kind != SHARE and written.watched:
        name = next(name for name in written.columns if name in MATURED)
        field = "of" if of == name else "among"
        return None, [
            Fault("unfit_formula", field, name, "a share, as the days of newer rows are not over")
        ]
    return written, []


def added_units(values: Iterable[Mapping[str, Any]], declared: Container[str]) -> dict[str, str]:
    """The unit of each indicator that settings add, by key, as far as its formula is understood.

    Args:
        values: of the section “indicators”.
        declared: the keys of the app's own indicators.
    """
    written = {
        str(value["indicator"]): read_formula(value)[0]
        for value in values
        if value.get("indicator") and value["indicator"] not in declared
    }
    return {key: formula.unit for key, formula in written.items() if formula is not None}


def _fitted(table: FactTable, field: str, text: Any, faults: list[Fault]) -> Condition | None:
    """The condition of a cell with its values as the columns have them; a fault is added."""
    if not text:
        return None
    try:
        return _fit(table, condition(str(text)))
    except NotUnderstood as wrong:
        faults.append(Fault("unreadable_condition", field, wrong.found, wrong.expected))
    except _Unfit as wrong:
        faults.append(Fault(str(wrong), field, wrong.found, wrong.other))
    return None


def _measured(table: FactTable, text: Any, faults: list[Fault]) -> str | None:
    """The column of numbers that a cell names; a fault is added where it names none."""
    if not text:
        return None
    name = str(text).strip().casefold()
    numbers = [column for column in table.columns if kind_of(column) is Kind.NUMBER]
    if name in numbers:
        return name
    expected = f"a column of numbers: {', '.join(numbers) or 'this table has none'}"
    faults.append(Fault("unfit_formula", "of", str(text), expected))
    return None


def _fit(table: FactTable, tree: Condition) -> Condition:
    if isinstance(tree, Joined):
        return Joined(tree.by, tuple(_fit(table, part) for part in tree.parts))
    if isinstance(tree, Not):
        return Not(_fit(table, tree.part))
    if tree.column not in table.columns:
        near = get_close_matches(tree.column, table.columns, _NEAR, _ALIKE)
        named = ", ".join(near) or "see the sheet “Columns”"
        raise _Unfit("unknown_fact_column", tree.column, f"“{table.word}”; near it: {named}")
    if isinstance(tree, Known):
        return tree
    if isinstance(tree, OneOf):
        kind = kind_of(tree.column)
        if kind not in (Kind.WORD, Kind.LABEL):
            raise _Unfit("unfit_formula", tree.column, "a column of words")
        return OneOf(tree.column, tuple(_word(tree.column, value) for value in tree.values))
    return _says(tree) if isinstance(tree, Says) else _compared(tree)


def _says(tree: Says) -> Says:
    if kind_of(tree.column) is not Kind.FLAG:
        raise _Unfit("unfit_formula", tree.column, _HOW.format(tree.column))
    return tree


def _compared(tree: Compared) -> Condition:
    """A comparison with a value that the column can have."""
    column, value = tree.column, str(tree.value)
    kind = kind_of(column)
    if kind is Kind.NUMBER:
        return Compared(column, tree.sign, _number(column, value))
    if tree.sign != "=":
        raise _Unfit("unfit_formula", f"{column} {tree.sign}", "only =, != or in")
    if kind is not Kind.FLAG:
        return Compared(column, "=", _word(column, value))
    if value.casefold() in YES:
        return Says(column)
    if value.casefold() in NO:
        return Not(Says(column))
    raise _Unfit("unfit_formula", value, "yes or no")


def _number(column: str, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise _Unfit("unfit_formula", value, f"a number, as {column} is one") from None


def _word(column: str, value: str) -> str:
    """A value as the column has it: a word of its vocabulary, or the city's own."""
    if column not in VOCABULARY_OF:
        return value
    words: Sequence[str] = VOCABULARY_OF[column].keys
    known = {word.casefold(): word for word in words}
    if value.casefold() not in known:
        raise _Unfit("unfit_formula", value, f"one of {'; '.join(words)}")
    return known[value.casefold()]
