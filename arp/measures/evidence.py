"""Evidence: the facts of one snapshot as ordinary tables of one DuckDB in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pandas as pd

MINUTES, VALID = "_minutes", "_valid"


class Stored(Protocol):
    """What evidence needs of a snapshot of the lake."""

    @property
    def number(self) -> int:
        """The number of the ledger row that closed it."""
        ...

    @property
    def lake(self) -> Path:
        """The folder of the lake, which holds the ledger."""
        ...

    def relation_sql(self, table: str) -> str:
        """A SELECT that gives the declared table's stored rows, typed."""
        ...


@dataclass(frozen=True)
class Known:
    """What a fact table turned out to hold."""

    columns: frozenset[str]  # columns with a known value in any row
    months: frozenset[str]  # months with any row
    undated: int  # rows without any clock: in totals, in no month


@dataclass
class Evidence:
    """The facts of one snapshot, ready to be asked.

    `facts` has the form of each fact table, by name, as an unbound Ibis table.
    `notes` says, by column of the facts, what a reading that rests on it must tell.
    `responder` is "all" where no unit is known to be the program's: then the program's clocks are
    those of every agency's units. `program_months` are those in which a feed could tell whether
    the program came.
    """

    connection: duckdb.DuckDBPyConnection
    today: date
    facts: Mapping[str, ir.Table] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    responder: str | None = None
    program_months: frozenset[str] = frozenset()
    known: Mapping[str, Known] = field(default_factory=dict)
    _door: Lock = field(default_factory=Lock)

    @classmethod
    def derive(cls, snapshot: Stored, *, today: date) -> Evidence:
        """Derives every fact of a snapshot, once."""
        from arp.measures.facts.derive import Derivation

        connection = connect()
        derived = Derivation(connection, snapshot, today).run()
        return cls(
            connection,
            today,
            facts=derived.facts,
            notes=derived.notes,
            responder=derived.responder,
            program_months=derived.program_months,
            known={
                name: _known(connection, name, fact.columns) for name, fact in derived.facts.items()
            },
        )

    def ask(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] | None = None
    ) -> pd.DataFrame:
        """The answer to one query, through a cursor of its own: threads may ask at once."""
        with self.cursor() as cursor:
            frame: pd.DataFrame = cursor.execute(sql, parameters).df()
            return frame

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of the facts for one thread; one connection shared by threads errs."""
        with self._door:
            return self.connection.cursor()

    @property
    def months(self) -> tuple[str, str] | None:
        """The first and the last month of anything dated; None while nothing is."""
        months = frozenset[str]().union(*(known.months for known in self.known.values()))
        return (min(months), max(months)) if months else None


def connect() -> duckdb.DuckDBPyConnection:
    """An empty DuckDB in memory that fetches nothing from anywhere."""
    import duckdb

    return duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
    )


def _known(connection: duckdb.DuckDBPyConnection, fact: str, columns: Sequence[str]) -> Known:
    # An interval is measured where its clocks are known, though none of them be valid.
    witness = {name: name.removesuffix(MINUTES) + VALID for name in columns}
    asked = ", ".join(
        f'count("{witness[name] if witness[name] in columns else name}") > 0' for name in columns
    )
    holds = connection.execute(f"SELECT {asked} FROM {fact}").fetchall()[0]
    months = connection.execute(f"SELECT month, count(*) FROM {fact} GROUP BY month").fetchall()
    return Known(
        frozenset(name for name, known in zip(columns, holds, strict=True) if known),
        frozenset(month for month, _ in months if month),
        sum(rows for month, rows in months if not month),
    )
