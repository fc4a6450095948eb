"""What the facts are derived from: the stored tables, their feeds and the program's settings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from arp.lake.schema import arrow_schema
from arp.measures.facts.clock import ClockChange, clock_changes
from arp.measures.facts.feeds import Feed, feeds_in_order
from arp.measures.facts.labels import confirmed_readings, with_labels_read
from arp.measures.settings import Settings
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.evidence import Stored

SOURCES = ("calls", "unit_responses", "encounters")
# Those of which calls are told, what came after, and what comes already added up.
OPENED = (*SOURCES, "follow_ups", "figures")
IBIS_OF_ARROW = {
    "string": "string",
    "timestamp[us]": "timestamp",
    "date32[day]": "date",
    "bool": "boolean",
    "int64": "int64",
    "double": "float64",
}


class Sources:
    """The stored tables of a snapshot, opened as views named `source_…`."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, snapshot: Stored, today: date
    ) -> None:
        self._connection = connection
        self._today = today
        for table in (*OPENED, "settings"):
            sql = snapshot.relation_sql(table)
            connection.execute(f"CREATE TEMP VIEW source_{table} AS {sql}")

    @cached_property
    def settings(self) -> Settings:
        """The program's settings."""
        rows = self._connection.execute("SELECT * FROM source_settings").to_arrow_table()
        return Settings(rows.to_pylist())

    @cached_property
    def tables(self) -> dict[str, ir.Table]:
        """Each stored table, its labels read as staff confirmed."""
        readings = confirmed_readings(self.settings, self._today)
        return {table: with_labels_read(stored(table), TABLES[table], readings) for table in OPENED}

    @cached_property
    def feeds(self) -> dict[str, list[Feed]]:
        """The feeds of each table in the order in which they are believed."""
        program_only = {
            value["feed"]
            for value in self.settings.on("feeds", self._today)
            if value.get("scope") == "program"
        }
        return {table: feeds_in_order(self._filled(table), program_only) for table in OPENED}

    @property
    def program_sheets(self) -> list[Feed]:
        """Feeds of calls that hold only the program's, without units."""
        with_units = {feed.name for feed in self.feeds["unit_responses"]}
        calls = self.feeds["calls"]
        return [feed for feed in calls if feed.program_only and feed.name not in with_units]

    @cached_property
    def changes(self) -> list[ClockChange]:
        """The jumps of the city's wall clock in the years of the data; none without a zone."""
        if not self._zone:
            return []
        years: set[int] = set()
        for table in SOURCES:
            listed = ", ".join(f"year({clock})" for clock in TABLES[table].clocks)
            asked = f"SELECT DISTINCT unnest([{listed}]) FROM source_{table}"
            years.update(year for (year,) in self._connection.execute(asked).fetchall() if year)
        return clock_changes(self._zone, years)

    def local_day(self, moment: datetime) -> date:
        """The day of a moment in the city; in UTC while its zone is not known."""
        return moment.astimezone(self._zone or UTC).date()

    @property
    def _zone(self) -> ZoneInfo | None:
        names = [value["time_zone"] for value in self.settings.on("program", self._today)]
        return ZoneInfo(names[0]) if names else None

    def _filled(self, table: str) -> dict[str, frozenset[str]]:
        """By feed of a table, the fields that any of its rows fills."""
        names = [field.name for field in TABLES[table].stored_fields]
        counted = ", ".join(f'count("{name}")' for name in names)
        rows = self._connection.execute(
            f"SELECT feed, {counted} FROM source_{table} GROUP BY feed"
        ).fetchall()
        return {
            feed: frozenset(name for name, n in zip(names, counts, strict=True) if n)
            for feed, *counts in rows
        }


def stored(table: str) -> ir.Table:
    """A stored table as an unbound expression."""
    return unbound(f"source_{table}", arrow_schema(TABLES[table]))


def unbound(name: str, schema: pa.Schema) -> ir.Table:
    """A table of that name and Arrow schema as an unbound expression."""
    import ibis

    # Ibis's own reading of Arrow schemas needs a package that nothing else here does.
    types = {column.name: IBIS_OF_ARROW[str(column.type)] for column in schema}
    return ibis.table(types, name=name)
