"""Evidence: the facts of one snapshot as tables of one DuckDB, in memory or, if many, in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from arp.measures.asked import ADDED_UP, NO_TIME_AXIS
from arp.measures.database import Folder, connect
from arp.measures.own import registry
from arp.measures.settings import Settings

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pandas as pd

    from arp.measures.indicator import Indicator

MINUTES, VALID = "_minutes", "_valid"
MANY = 1_000_000  # calls and units; beyond, their facts lie in files (ADR 22)


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


def _declared() -> Mapping[str, Indicator]:
    from arp.measures.registry import INDICATORS

    return INDICATORS


@dataclass
class Evidence:
    """The facts of one snapshot, ready to be asked.

    `facts` has the form of each fact table, by name, as an unbound Ibis table.
    `notes` says, by column of the facts, what a reading that rests on it must tell.
    `responder` is "all" where no unit is known to be the program's: then the program's clocks are
    those of every agency's units. `program_months` are those in which a feed could tell whether
    the program came, `agency_months` those in which there are units of an agency.
    `complete_through` is the last month that is over in the data.
    `indicators` are the declared ones as the city's settings have them, and its own; those in
    `hidden` are shown nowhere. `folder` is where the facts lie when they lie in files, which go
    with the evidence.
    """

    connection: duckdb.DuckDBPyConnection
    today: date
    facts: Mapping[str, ir.Table] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    responder: str | None = None
    program_months: frozenset[str] = frozenset()
    agency_months: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings([]))
    complete_through: str | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=_declared)
    hidden: frozenset[str] = frozenset()
    folder: Folder | None = None
    _door: Lock = field(default_factory=Lock)

    @classmethod
    def derive(cls, snapshot: Stored, *, today: date) -> Evidence:
        """Derives every fact of a snapshot, once.

        Those of many calls lie in files (ADR 22).
        """
        from arp.measures.facts.derive import Derivation

        connection = connect()
        folder = Folder() if _size(snapshot) > MANY else None
        path = folder.path if folder else None
        derived = Derivation(connection, snapshot, today, path).run()
        of_city = registry(derived.settings, today)
        return cls(
            connection,
            today,
            facts=derived.facts,
            notes=derived.notes,
            responder=derived.responder,
            program_months=derived.program_months,
            agency_months=_agency_months(connection),
            settings=derived.settings,
            complete_through=_complete_through(connection, today),
            indicators=of_city.indicators,
            hidden=of_city.hidden,
            known={
                name: _known(connection, name, fact.columns) for name, fact in derived.facts.items()
            },
            folder=folder,
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
        """The first and the last month of any row; None while nothing is dated.

        Monthly figures stretch no time axis: a census of ten years ago is no month of the program.
        Only where there is nothing else they are all the months that there are.
        """
        dated = (known.months for name, known in self.known.items() if name not in NO_TIME_AXIS)
        added_up = (known.months for name, known in self.known.items() if name in ADDED_UP)
        months = frozenset[str]().union(*dated) or frozenset[str]().union(*added_up)
        return (min(months), max(months)) if months else None


def _size(snapshot: Stored) -> int:
    """How many calls and units there are to be derived from."""
    tables = (snapshot.relation_sql(table) for table in ("calls", "unit_responses"))
    counted = " + ".join(f"(SELECT count(*) FROM ({rows}))" for rows in tables)
    with connect() as connection:
        (size,) = connection.execute(f"SELECT {counted}").fetchall()[0]
        return int(size)


def _agency_months(connection: duckdb.DuckDBPyConnection) -> dict[str, frozenset[str]]:
    rows = connection.execute(
        "SELECT agency, list(DISTINCT month) FROM unit_responses WHERE month IS NOT NULL AND "
        "agency IS NOT NULL GROUP BY agency"
    )
    return {agency: frozenset(months) for agency, months in rows.fetchall()}


def _complete_through(connection: duckdb.DuckDBPyConnection, today: date) -> str | None:
    """The last month that is over in calls and contacts. Days after today are slips of the pen."""
    from arp.measures.spc.xmr import last_full_month

    asked = (
        "SELECT max(first_clock_at::DATE) FROM (SELECT first_clock_at FROM calls UNION ALL "
        "SELECT first_clock_at FROM encounters) WHERE first_clock_at::DATE <= ?"
    )
    ((last,),) = connection.execute(asked, [today]).fetchall()
    return last_full_month(f"{last}") if last else None


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
