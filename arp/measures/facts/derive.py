"""From stored rows to facts: each fact one Ibis expression, made a table once a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from arp.measures.facts import (
    agencies,
    answers,
    call_types,
    calls,
    cases,
    contacts,
    coverage,
    duty,
    eligibility,
    figures,
    follow_ups,
    grounds,
    missed,
    notes,
    phone,
    program_clocks,
    quality,
    repeats,
    responses,
    units,
)
from arp.measures.facts.clock import near_changes
from arp.measures.facts.feeds import Feed, merged
from arp.measures.facts.grounds import Grounds
from arp.measures.facts.parts import Part, parts
from arp.measures.facts.sources import Sources
from arp.measures.facts.workbench import Workbench

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir

    from arp.measures.evidence import Stored
    from arp.measures.settings import Settings


@dataclass(frozen=True)
class Derived:
    """What the facts turned out to rest on."""

    facts: Mapping[str, ir.Table]  # the form of each
    notes: Mapping[str, str]
    responder: str | None
    program_months: frozenset[str]  # months in which feeds could tell who of the program came
    settings: Settings


class Derivation:
    """One run from a snapshot to its facts, in memory or as files of a folder.

    Each step makes tables or views on the bench; a step reads what the steps before it made. What
    is no fact is staged under a name of its own and dropped at the end. The facts of very many
    calls are made part by part (parts.py).
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        snapshot: Stored,
        today: date,
        folder: Path | None = None,
    ) -> None:
        self._connection = connection
        self._snapshot = snapshot
        self._today = today
        self._sources = Sources(connection, snapshot, today)
        self._bench = Workbench(connection, folder)
        self._notes: dict[str, str] = {}  # by column, what its readings must tell

    def run(self) -> Derived:
        """Makes every fact."""
        self._make_small_tables()
        self._make_units()
        self._make_merged_calls()
        self._make_encounters()
        self._make_program_clocks()
        known = grounds.of_calls(self._bench, self._sources)
        in_parts = parts(self._bench, "staged_calls")
        self._make_standing(in_parts)
        for part in in_parts:
            self._stage_what_is_told_of(part)
            self._make_calls(part, known)
            self._make_call_teams(part, known)
        self._make_rows_of_other_facts()
        self._make_coverage()
        self._bench.load("field_counts", quality.field_counts(self._connection, self._sources))
        fresh = quality.freshness(self._connection, self._sources, self._snapshot)
        self._bench.load("freshness", fresh)
        self._bench.clear()
        return Derived(
            self._bench.facts,
            notes=notes.on_calls(self._sources) | self._notes,
            responder=None if known.program else "all",
            program_months=known.program_months,
            settings=self._sources.settings,
        )

    # Steps, in order

    def _make_small_tables(self) -> None:
        sources, bench = self._sources, self._bench
        bench.load("staged_near", near_changes(sources.changes))
        bench.load("staged_teams", units.team_map(sources.settings, self._today))
        unit_ids = bench.values("source_unit_responses", "unit_id")
        bench.load("staged_unit_map", units.unit_map(sources.settings, unit_ids))
        bench.load("staged_rules", eligibility.rules(sources.settings))

    def _make_units(self) -> None:
        known = self._merged("unit_responses", units)
        bench = self._bench
        maps = bench["staged_unit_map"], bench["staged_teams"], bench["staged_near"]
        bench.make(
            "unit_responses", units.unit_responses(known, *maps, self._sources.changes, self._today)
        )

    def _make_merged_calls(self) -> None:
        areas = self._sources.settings.on("areas", self._today)
        cad_feed = any(not feed.program_only for feed in self._sources.feeds["calls"])
        rows = calls.placed_calls(self._merged("calls", calls), areas, cad_feed=cad_feed)
        self._bench.make("staged_calls", rows)
        named = self._bench.values("staged_calls", "call_type")
        settings = self._sources.settings
        self._bench.load(
            "staged_call_types", call_types.call_type_map(settings, named, self._today)
        )

    def _make_encounters(self) -> None:
        bench = self._bench
        # What is asked of all contacts reads a column of this view; without it, every column of
        # every contact would be kept in memory meanwhile.
        known = bench.view("staged_contacts", contacts.read(self._sources.tables["encounters"]))
        met = contacts.encounters(known, bench["staged_calls"], bench["staged_teams"])
        met = repeats.with_repeats(bench.make("staged_met", met), self._today)
        self._make_follow_ups(bench.make("staged_repeats", met))

    def _make_follow_ups(self, met: ir.Table) -> None:
        """Makes the follow-ups, and the encounters with what these say of them."""
        bench, today = self._bench, self._today
        tried = follow_ups.attempts(self._sources.tables["follow_ups"], met)
        tried = bench.make("staged_attempts", tried)
        told = follow_ups.Told.by(bench, "staged_attempts", today)
        touched = bench.view("staged_touched", follow_ups.of_contacts(tried, met))
        bench.make("encounters", follow_ups.with_follow_ups(met, touched, told, today))
        bench.make("follow_ups", tried.drop("by_number", "by_person", *follow_ups.CASE))
        known = bench.make("cases", cases.cases(tried, bench["encounters"]))
        months = bench.load("staged_calendar", cases.calendar(*told.span))
        bench.make("case_months", cases.case_months(known, months))
        bench.drop("staged_touched", "staged_attempts", "staged_repeats", "staged_met")

    def _make_program_clocks(self) -> None:
        """Makes the program's clocks, one row a unit and a call of a team's sheet."""
        bench, sources = self._bench, self._sources
        rows = program_clocks.clocked(
            bench["unit_responses"],
            sources.program_sheets,
            sources.tables["calls"],
            bench["encounters"],
            bench["staged_teams"],
        )
        bench.view("staged_clocked", rows)
        bench.load("staged_months", grounds.told_months(bench, sources))

    def _make_standing(self, in_parts: Sequence[Part]) -> None:
        """Makes on whose list each call stands, and how that team stood when the call came in."""
        bench, settings, changes = self._bench, self._sources.settings, self._sources.changes
        moments = self._moments()
        first, last = (at.date() for at in moments) if moments else (self._today, self._today)
        for part in in_parts:
            rows = part.of(bench["staged_calls"])
            bench.add("staged_listed", eligibility.listed(rows, bench["staged_rules"], changes))
        listed = bench["staged_listed"]
        bench.load("staged_service", duty.service(settings, first, last, changes))
        bench.load("staged_shifts", duty.shifts(settings, first, last, changes))
        bench.stage("staged_commitments", duty.commitments(bench["unit_responses"], changes))
        spans = [bench[f"staged_{name}"] for name in ("service", "shifts", "commitments")]
        asking = bench.view("staged_pairs", listed.filter(listed.eligible.fill_null(True)))
        bench.make("staged_standing", duty.standing(asking, *spans))

    def _stage_what_is_told_of(self, part: Part) -> None:
        """Stages what is joined to a part's calls.

        All units of a call together by call; the program's clocks, and how the team stood on whose
        list the call is, by call and team. Only calls that have any are there.
        """
        bench, number = self._bench, "incident_number"
        sent, clocked = part.of(bench["unit_responses"]), part.of(bench["staged_clocked"])
        listed, standing = part.of(bench["staged_listed"]), part.of(bench["staged_standing"])
        anybody = sent.group_by(number).aggregate(**agencies.units_of_the_call(sent))
        clocks = clocked.group_by(number, "team").aggregate(**units.believed_clocks(clocked))
        bench.stage("staged_anybody", anybody)
        bench.stage("staged_team_clocks", clocks)
        bench.stage("staged_stood", eligibility.stood(listed, standing))

    def _make_calls(self, part: Part, known: Grounds) -> None:
        bench, rows = self._bench, part.of(self._bench["staged_calls"])
        of_teams, stood = bench["staged_team_clocks"], bench["staged_stood"]
        together = of_teams.group_by("incident_number")
        clocks = (
            together.aggregate(**units.believed_clocks(of_teams))
            if known.program
            else program_clocks.everybodys_clocks(rows, bench["staged_anybody"])
        )
        of_calls = stood.group_by("incident_number").aggregate(**eligibility.of_any_team(stood))
        self._add_facts(
            "calls",
            rows,
            bench.view("staged_clocks", clocks),
            self._said("staged_said", part, ("incident_number",)),
            bench.view("staged_stood_together", of_calls),
            known,
        )

    def _make_call_teams(self, part: Part, known: Grounds) -> None:
        bench, by_team = self._bench, ("incident_number", "team")
        of_teams, stood = bench["staged_team_clocks"], bench["staged_stood"]
        said = self._said("staged_said_of_team", part, by_team)
        pairs = of_teams.select(by_team).union(said.select(by_team), stood.select(by_team))
        pairs = pairs.filter(pairs.team.notnull()).distinct()
        of_all = part.of(bench["calls"])
        whole = of_all.select(
            "incident_number",
            whole_handled=of_all.handled,
            whole_co_response=of_all.co_response,
        )
        rows = pairs.inner_join(part.of(bench["staged_calls"]), "incident_number")
        rows = rows.inner_join(whole, "incident_number")
        # Asked for by name, a team that works with police has its response like any other.
        clocks = of_teams.mutate(own_on_scene_at=of_teams.on_scene_at)
        rows = bench.view("staged_call_teams", rows)
        self._add_facts("call_teams", rows, clocks, said, stood, known)

    def _add_facts(
        self,
        name: str,
        rows: ir.Table,
        clocks: ir.Table,
        said: ir.Table,
        stood: ir.Table,
        known: Grounds,
    ) -> None:
        """Adds facts of calls, or of calls and teams, made in steps that are each read once."""
        bench, settings = self._bench, self._sources.settings
        of_call_type, of_month = bench["staged_call_types"], bench["staged_months"]
        told = (clocks, said, bench["staged_anybody"], stood, of_call_type, of_month)
        rows = calls.joined(rows, *told, known)
        rows = calls.timed(rows, bench["staged_near"], self._sources.changes)
        rows = bench.view(f"staged_timed_{name}", rows)
        rows = bench.view(f"staged_handled_{name}", calls.handled(rows, known))
        rows = bench.view(f"staged_missed_{name}", calls.missed(rows))
        teams = phone.phone_teams(settings.on("teams", self._today))
        rows = rows.mutate(**phone.followed_up(rows, teams, self._last_moment()))
        rows = bench.view(f"staged_phoned_{name}", rows)
        rows = bench.view(f"staged_reasons_{name}", rows.mutate(**missed.why(rows)))
        targets = [
            entry
            for entry in settings.entries("targets")
            if entry.value.get("indicator") == "response_within_target"
        ]
        bench.add(name, calls.facts_of(rows, targets, settings.entries("priorities")))

    def _make_rows_of_other_facts(self) -> None:
        bench, settings = self._bench, self._sources.settings
        met = bench["encounters"]
        bench.view("responses", responses.responses(bench["calls"], met))
        bench.view("team_responses", responses.responses(bench["call_teams"], met))
        named = {
            entry.value["call_type"]
            for section in ("eligibility", "call_type_groups")
            for entry in settings.entries(section)
        }
        held = responses.held_values(
            bench["calls"],
            bench["unit_responses"],
            met,
            named,
            unit_map=bool(settings.entries("units")),
        )
        bench.view("held_values", held)
        renamed = calls.area_names(settings.on("areas", self._today))
        rows = figures.figures(self._merged("figures", figures), renamed)
        self._make_figures(bench.make("figures", rows))

    def _make_figures(self, rows: ir.Table) -> None:
        """Makes what is read from monthly figures: those of areas, and 911 answering."""
        bench = self._bench
        bench.view("area_figures", figures.of_areas(rows))
        added_up = bench.said(rows.aggregate(**answers.of_center(rows)))
        told = bench.view("answers", answers.answers(rows, bench["calls"], added_up))
        bench.view("area_answers", figures.of_areas(told))
        self._notes |= answers.note(added_up) if bench.has_rows("answers") else {}

    def _make_coverage(self) -> None:
        bench, changes = self._bench, self._sources.changes
        moments = self._moments()
        some = moments or (datetime.min, datetime.min)
        hours = coverage.hours(*some, changes)
        hours = bench.load("staged_hours", hours if moments else hours.slice(0, 0))
        shifts = bench["staged_shifts"]
        pieces = coverage.pieces(hours, shifts, bench["staged_commitments"])
        pieces = bench.make("staged_pieces", pieces)
        months = bench["staged_months"]
        whole = bench.view("staged_coverage", coverage.coverage(pieces, hours))
        bench.make("coverage", coverage.told(whole, months))
        areas = bench["calls"].select("area").filter(bench["calls"].area.notnull()).distinct()
        areas = bench.make("staged_areas", areas)
        by_area = coverage.area_coverage(pieces, shifts, hours, areas)
        by_area = bench.view("staged_area_coverage", by_area)
        bench.make("area_coverage", coverage.told(by_area, months))

    # What the steps read

    def _merged(self, table: str, declared: ModuleType) -> ir.Table:
        """The rows of a stored table, one a key, as the feeds together know them."""
        feeds = self._sources.feeds[table] or [Feed("", False, ())]
        return merged(self._sources.tables[table], feeds, declared.KEYS, declared.as_known_to)

    def _said(self, name: str, part: Part, keys: tuple[str, ...]) -> ir.Table:
        """Stages what linked encounters say, by call or by call and team."""
        met = part.of(self._bench["encounters"])
        met = met.filter(met.linked)
        told = contacts.said_of_the_call(met)
        responded = met.attempted_in_person | met.taken_by_phone
        told["co_response"] = contacts.any_of(met.works_with_police & responded)
        told["phoned_at"] = met.started_at.min(where=met.taken_by_phone)
        told["arrested"] = contacts.any_of(met.arrested)
        return self._bench.stage(name, met.group_by(keys).aggregate(**told))

    def _last_moment(self) -> datetime | None:
        """The last moment of any call that is not a slip of the pen."""
        moments = self._moments()
        return min(moments[1], datetime.combine(self._today, time.max)) if moments else None

    def _moments(self) -> tuple[datetime, datetime] | None:
        """The first and the last moment of any call."""
        ((first, last),) = self._bench.ask(
            "SELECT min(first_clock_at), max(first_clock_at) FROM staged_calls"
        )
        return (first, last) if first else None
