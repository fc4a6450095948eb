"""From stored rows to facts: each fact one Ibis expression, made a table once a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from arp.measures.compiled import sql_of
from arp.measures.facts import calls, contacts, quality, responses, units
from arp.measures.facts.clock import near_changes
from arp.measures.facts.feeds import Feed, merged, notes_on
from arp.measures.facts.sources import Sources, unbound

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.evidence import Stored


@dataclass(frozen=True)
class Derived:
    """What the facts turned out to rest on."""

    facts: Mapping[str, ir.Table]  # the form of each
    notes: Mapping[str, str]
    responder: str | None
    program_months: frozenset[str]  # months in which feeds could tell who of the program came


class Derivation:
    """One run from a snapshot to its facts.

    Each step makes one table or view; a step reads what the steps before it made. What is no fact
    is staged under a name of its own and dropped at the end.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, snapshot: Stored, today: date
    ) -> None:
        self._connection = connection
        self._snapshot = snapshot
        self._today = today
        self._sources = Sources(connection, snapshot, today)
        self._made: dict[str, ir.Table] = {}
        self._forms: dict[str, str] = {}  # whether a name is that of a table or a view

    def run(self) -> Derived:
        """Makes every fact."""
        self._make_small_tables()
        self._make_units()
        self._make_merged_calls()
        self._make_encounters()
        program_known = self._make_program_clocks()
        self._make_calls(program_known)
        self._make_rows_of_other_facts()
        self._load("field_counts", quality.field_counts(self._connection, self._sources))
        self._load("freshness", quality.freshness(self._connection, self._sources, self._snapshot))
        for name in [name for name in self._made if name.startswith("staged_")]:
            self._drop(name)
        return Derived(
            self._made,
            notes=self._notes(),
            responder=None if program_known else "all",
            program_months=self._program_months() if program_known else frozenset(),
        )

    # Steps, in order

    def _make_small_tables(self) -> None:
        sources = self._sources
        self._load("staged_near", near_changes(sources.changes))
        self._load("staged_teams", units.team_map(sources.settings, self._today))
        seen = self._connection.execute("SELECT DISTINCT unit_id FROM source_unit_responses")
        unit_ids = [row[0] for row in seen.fetchall() if row[0]]
        self._load("staged_unit_map", units.unit_map(sources.settings, unit_ids))

    def _make_units(self) -> None:
        known = merged(
            self._sources.tables["unit_responses"],
            self._sources.feeds["unit_responses"] or [Feed("", False, ())],
            units.KEYS,
            units.as_known_to,
        )
        made = self._made
        maps = made["staged_unit_map"], made["staged_teams"], made["staged_near"]
        self._make(
            "unit_responses", units.unit_responses(known, *maps, self._sources.changes, self._today)
        )
        rows = made["unit_responses"]
        self._make(
            "staged_any_clocks",
            rows.group_by("incident_number").aggregate(**units.earliest_clocks(rows)),
        )

    def _make_merged_calls(self) -> None:
        feeds = self._sources.feeds["calls"] or [Feed("", False, ())]
        rows = merged(self._sources.tables["calls"], feeds, ("incident_number",), calls.as_known_to)
        areas = self._sources.settings.on("areas", self._today)
        cad_feed = any(not feed.program_only for feed in self._sources.feeds["calls"])
        self._make("staged_calls", calls.placed_calls(rows, areas, cad_feed=cad_feed))

    def _make_encounters(self) -> None:
        made = self._made
        known = self._sources.tables["encounters"]
        self._make(
            "encounters", contacts.encounters(known, made["staged_calls"], made["staged_teams"])
        )

    def _make_program_clocks(self) -> bool:
        """Makes the clocks of program units by call and team; whether there are any."""
        import ibis

        rows = ibis.union(self._program_units(), *self._program_sheets())
        by_phone = (rows.team_mode == "phone") & rows.dispatched_at.notnull()
        rows = rows.mutate(
            own_on_scene_at=rows.on_scene_at, taken_by_phone=by_phone.fill_null(False)
        )
        by_team = rows.group_by("incident_number", "team")
        self._make("staged_team_clocks", by_team.aggregate(**units.believed_clocks(rows)))
        return self._count("staged_team_clocks") > 0

    def _make_calls(self, program_known: bool) -> None:
        made, base = self._made, self._made["staged_calls"]
        of_teams = made["staged_team_clocks"]
        together = of_teams.group_by("incident_number")
        self._view(
            "staged_whole_clocks",
            together.aggregate(**units.believed_clocks(of_teams))
            if program_known
            else self._everybodys_clocks(),
        )
        said = self._said("staged_said", ("incident_number",))
        self._make_facts("calls", base, made["staged_whole_clocks"], said, program_known)

        by_team = ("incident_number", "team")
        said = self._said("staged_said_of_team", by_team)
        pairs = of_teams.select(by_team).union(said.select(by_team), distinct=True)
        pairs = pairs.filter(pairs.team.notnull())
        self._view("staged_call_teams", base.inner_join(pairs, "incident_number"))
        # Asked for by name, a team that works with police has its response like any other.
        clocks = of_teams.mutate(own_on_scene_at=of_teams.on_scene_at)
        self._make_facts("call_teams", made["staged_call_teams"], clocks, said, program_known)

    def _said(self, name: str, keys: tuple[str, ...]) -> ir.Table:
        """Makes what linked encounters say, by call or by call and team."""
        met = self._made["encounters"].filter(self._made["encounters"].linked)
        self._make(name, met.group_by(keys).aggregate(**contacts.said_of_the_call(met)))
        return self._made[name]

    def _make_facts(
        self, name: str, rows: ir.Table, clocks: ir.Table, said: ir.Table, program_known: bool
    ) -> None:
        """Makes the facts of calls, or of calls and teams, by way of their seconds."""
        joined = calls.joined(rows, clocks, said, self._made["staged_any_clocks"])
        near, staged = self._made["staged_near"], f"staged_timed_{name}"
        # Widest of all, and read once. It has a name, or Ibis would write out each interval twice.
        self._view(staged, calls.timed(joined, near, self._sources.changes))
        targets = [
            entry
            for entry in self._sources.settings.entries("targets")
            if entry.value.get("indicator") == "response_within_target"
        ]
        facts = calls.facts_of(self._made[staged], targets, program_known=program_known)
        self._make(name, facts)

    def _make_rows_of_other_facts(self) -> None:
        made = self._made
        self._view("responses", responses.responses(made["calls"], made["encounters"]))
        self._view("team_responses", responses.responses(made["call_teams"], made["encounters"]))
        named = {
            entry.value["call_type"]
            for section in ("eligibility", "call_type_groups")
            for entry in self._sources.settings.entries(section)
        }
        held = responses.held_values(
            made["calls"],
            made["unit_responses"],
            made["encounters"],
            named,
            unit_map=bool(self._sources.settings.entries("units")),
        )
        self._view("held_values", held)

    # What the steps read

    def _program_units(self) -> ir.Table:
        import ibis

        rows = self._made["unit_responses"]
        return rows.filter(rows.is_program).select(*CLOCKED, from_unit=ibis.literal(True))

    def _program_sheets(self) -> list[ir.Table]:
        """Calls of program-only feeds without units: their clocks are the team's."""
        import ibis

        met = self._made["encounters"]
        teams = met.group_by("incident_number").aggregate(
            team=met.team.min(), teams_n=met.team.nunique()
        )
        modes = self._made["staged_teams"]
        found = []
        for feed in self._sources.program_sheets:
            source = self._sources.tables["calls"]
            rows = calls.as_known_to(source.filter(source.feed == feed.name), feed)
            joined = rows.left_join(teams, "incident_number")
            joined = joined.mutate(
                team=ibis.ifelse(teams.teams_n == 1, teams.team, ibis.null("string"))
            )
            joined = joined.left_join(modes, joined.team == modes.team)
            police = joined.works_with_police.fill_null(False)
            clocked = joined.mutate(works_with_police=police, from_unit=ibis.literal(False))
            found.append(clocked.select(*CLOCKED, "from_unit"))
        return found

    def _everybodys_clocks(self) -> ir.Table:
        """By call, the clocks of every agency's units; the call's own where it has no unit rows."""
        import ibis

        base, anybody = self._made["staged_calls"], self._made["staged_any_clocks"]
        joined = base.left_join(anybody, "incident_number")
        has_units = anybody.incident_number.notnull()
        clocks = {name: ibis.ifelse(has_units, anybody[name], base[name]) for name in units.CLOCKS}
        return joined.select(
            base.incident_number,
            **clocks,
            own_on_scene_at=clocks["on_scene_at"],
            taken_by_phone=ibis.null("boolean"),
        )

    def _notes(self) -> dict[str, str]:
        """What readings must tell, by the column of the facts that they rest on."""
        feeds = self._sources.feeds
        clocked = [*feeds["unit_responses"], *self._sources.program_sheets] or feeds["calls"]
        notes = notes_on(feeds["calls"], clocked)
        fields = frozenset[str]().union(*(feed.filled for feed in feeds["calls"]))
        unmarked = [said for field, said in EXCLUSIONS.items() if field not in fields]
        if unmarked and feeds["calls"]:
            said = f"No feed marks {', '.join(unmarked)}: none is left out for that."
            notes["in_scope"] = said
        return notes

    def _program_months(self) -> frozenset[str]:
        sheets = [feed.name for feed in self._sources.program_sheets]
        rows = self._connection.execute(
            "SELECT month FROM unit_responses WHERE month IS NOT NULL UNION "
            "SELECT month FROM source_calls WHERE list_contains(?, feed)",
            [sheets],
        )
        return frozenset(month for (month,) in rows.fetchall())

    # How a step makes a table

    def _make(self, name: str, rows: ir.Table) -> None:
        self._create("TABLE", name, rows)

    def _view(self, name: str, rows: ir.Table) -> None:
        """Makes what is read once, or seldom: it is worked out as it is read, and never kept."""
        self._create("VIEW", name, rows)

    def _create(self, form: str, name: str, rows: ir.Table) -> None:
        import ibis

        self._connection.execute(f"CREATE {form} {name} AS {sql_of(rows)}")
        self._made[name] = ibis.table(rows.schema(), name=name)
        self._forms[name] = form

    def _load(self, name: str, rows: pa.Table) -> None:
        self._connection.register("loaded", rows)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM loaded")
        self._connection.unregister("loaded")
        self._made[name] = unbound(name, rows.schema)
        self._forms[name] = "TABLE"

    def _drop(self, name: str) -> None:
        self._connection.execute(f"DROP {self._forms[name]} {name}")
        del self._made[name]

    def _count(self, name: str) -> int:
        (row,) = self._connection.execute(f"SELECT count(*) FROM {name}").fetchall()
        return int(row[0])


CLOCKED = ("incident_number", "team", "team_mode", "works_with_police", *units.CLOCKS)
EXCLUSIONS = {  # the field that marks what is out of scope
    "origin": "self-initiated calls",
    "is_test": "test calls",
    "duplicate_of": "duplicates",
    "canceled": "calls canceled early",
}
