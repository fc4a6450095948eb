"""The intake road: bytes to a workbook, a workbook to an understanding with its change."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from arp.intake.checking import noticed, restarted, zones
from arp.intake.checking.labels import merged_into
from arp.intake.checking.rows import RowsReader
from arp.intake.corrections.recognizing import sent_back
from arp.intake.corrections.source import source_of
from arp.intake.corrections.understanding import understand_corrections
from arp.intake.mapping import Question, Understanding
from arp.intake.program.recognizing import section_sheets
from arp.intake.program.understanding import TargetUnits, understand_program
from arp.intake.reading.reader import read
from arp.intake.recognition import feeds
from arp.intake.recognition.answers import wrong_answer
from arp.intake.recognition.questions import open_questions, which_month
from arp.intake.recognition.remembered import Memory, Setting, layout_setting, settings_rows
from arp.intake.recognition.sheets import (
    LookedAt,
    chosen_sheets,
    look_at,
    passed_over,
    why_refused,
)
from arp.lake.change import Change, Tally
from arp.words.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from arp.intake.checking.settling import Settled
    from arp.intake.sheet import Workbook
    from arp.lake.lake import Lake

__all__ = ["read", "understand"]

NAMELESS = "Our program"  # until the program workbook names it
_MERGE = "merge_labels"
_WHOLE_MONTH = "whole_month"


def understand(
    workbook: Workbook,
    *,
    lake: Lake | None,
    feed: str | None = None,
    answers: Map[str, str] | None = None,
    today: date,
    target_units: TargetUnits | None = None,
) -> Understanding:
    """What a workbook holds, what is odd in it, what must be asked, and what saving it changes.

    Args:
        workbook: as it was read.
        lake: whose remembered layouts and key for persons are used; None without any.
        feed: the feed it belongs to; else the remembered layout's, else one by the file's name
            or, where that says nothing, by what it holds.
        answers: to questions, by their key: `sheet`, `feed`, `scope`, `date_order`,
            `column:HEADER` (“calls.received_at”, or “unused”), `calls.received_at` (a header),
            `merge_labels` (“yes”), `whole_month` (“2026-10”, several parted by commas),
            `time_zone` (the city's), `restarted_numbers` (“replace” or “stop”).
        today: no call can lie after it.
        target_units: gives the units of a target by indicator, to check a program workbook with
            (see `understand_program`); None leaves indicators and targets unchecked.
    """
    if sections := section_sheets(workbook):
        return understand_program(workbook, sections, lake=lake, target_units=target_units)
    answers = answers or {}
    try:
        returned = sent_back(workbook)
    except Refused as refusal:
        return _refused(workbook, refusal.finding)
    if returned:
        return understand_corrections(workbook, returned, lake=lake, answers=answers, today=today)
    memory = Memory.of(lake)
    named = feeds.slug(feed or answers.get("feed") or "")
    likely = named or feeds.named_after(workbook.file_name)
    remembered = memory.layouts_of(named or None, likely)
    looked = [look_at(sheet, remembered, answers) for sheet in chosen_sheets(workbook, answers)]
    used = [look for look in looked if look.feeds_a_table and look.has_rows]
    known = next((look.layout.feed for look in used if look.layout), None)
    file = _File(
        workbook=workbook,
        feed=named or known or likely or _named_by_content(used, answers.get("scope")),
        memory=memory,
        lake=lake,
        answers=answers,
        today=today,
        person_key=lake.person_key() if lake and _names_persons(used) else None,
    )
    if wrong := wrong_answer(workbook, answers):
        return file.refused(wrong, looked)
    questions = open_questions(looked, used)
    if not used and not questions:
        return file.refused(why_refused(looked), looked)
    return file.understood(looked, used, questions)


def _refused(workbook: Workbook, why: Finding) -> Understanding:
    findings = (*workbook.findings, why)
    return Understanding(file_name=workbook.file_name, feed="", refused=why, findings=findings)


def _named_by_content(used: Sequence[LookedAt], scope: str | None) -> str:
    tables = {table for look in used for table in look.mapping.tables}
    return feeds.named_by_content(tables, scope or _scope_of(used))


def _scope_of(used: Sequence[LookedAt]) -> str | None:
    """Whose calls the sheets hold, as far as they themselves say."""
    return feeds.scope_of([(look.grid, look.mapping) for look in used if look.grid])


def _names_persons(used: Sequence[LookedAt]) -> bool:
    return any(
        name.endswith(".person_key")
        for look in used
        for column in look.mapping.columns
        for name in column.fields
    )


@dataclass(frozen=True, kw_only=True)
class _File:
    """One file on its way, with all that bears on it."""

    workbook: Workbook
    feed: str
    memory: Memory
    lake: Lake | None
    answers: Map[str, str]
    today: date
    person_key: bytes | None

    def refused(self, why: Finding, looked: Sequence[LookedAt]) -> Understanding:
        """Nothing of the file is saved."""
        return Understanding(
            file_name=self.workbook.file_name,
            feed=self.feed,
            refused=why,
            mappings=tuple(look.mapping for look in looked if look.feeds_a_table),
            findings=(*self.workbook.findings, why),
        )

    def understood(
        self,
        looked: Sequence[LookedAt],
        used: Sequence[LookedAt],
        questions: Sequence[Question],
    ) -> Understanding:
        """The rows, the findings and the change; no change while a question is open."""
        scope = self._scope(used) if used else None
        settled = {} if questions else self._settled(used)  # rows are read once it is clear how
        questions = [*questions, *which_month(self._whole_months, settled)]
        if used and not scope:
            questions.append(feeds.scope_question())
        alike = noticed.alike_labels_found(settled, used, self.memory.labels)
        findings = self._findings(looked, used, settled, scope) + noticed.about_alike(alike)
        merged = merged_into([pair.alike for pair in alike]) if self._merges_labels else {}
        change = self._change(used, settled, scope, merged) if not questions else None
        moved = self.lake.moved(change) if self.lake and change else []
        said = self.answers.get(restarted.KEY)
        questions += restarted.are_they_corrections(moved, said)
        findings += restarted.about_restarted(moved, said)
        stopping = next((f for f in findings if f.kind.severity is Severity.STOPS_UPLOAD), None)
        if stopping:
            return self.refused(stopping, looked)
        return Understanding(
            file_name=self.workbook.file_name,
            feed=self.feed,
            scope=scope,
            questions=tuple(questions),
            mappings=tuple(look.mapping for look in used or looked if look.recognition),
            findings=tuple(findings),
            change=None if questions else change,
            undated=noticed.undated_rows(settled),
            source=source_of(
                [(look, self._zone([look])) for look in used],
                settled,
                sha256=self.workbook.sha256,
                feed=self.feed,
                scope=scope,
            ),
        )

    @property
    def _merges_labels(self) -> bool:
        return self.answers.get(_MERGE, "no").casefold() in ("yes", "y", "true")

    @property
    def _whole_months(self) -> tuple[str, ...]:
        """The months of which the user says that this file holds every row of its feed."""
        said = self.answers.get(_WHOLE_MONTH, "").split(",")
        return tuple(month.strip() for month in said if month.strip())

    def _zone(self, used: Sequence[LookedAt]) -> str | None:
        """The city's time zone: as set, as answered, else as remembered of a layout."""
        told = self.answers.get(zones.KEY)
        remembered = (look.layout.zone for look in used if look.layout)
        return self.memory.zone or zones.city_zone(told or next(filter(None, remembered), None))

    def _scope(self, used: Sequence[LookedAt]) -> str | None:
        """As answered, as remembered of the feed, else as the sheets say."""
        remembered = self.memory.feeds.get(self.feed, {}).get("scope")
        answered = self.answers.get("scope")
        told = answered if answered in (feeds.ALL, feeds.PROGRAM) else remembered
        return told or _scope_of(used)

    def _settled(self, used: Sequence[LookedAt]) -> dict[str, Settled]:
        """The rows of every table, from all sheets that feed it."""
        reader = RowsReader(feed=self.feed, today=self.today, person_key=self.person_key)
        return reader.settled((look, self._zone([look])) for look in used)

    def _findings(
        self,
        looked: Sequence[LookedAt],
        used: Sequence[LookedAt],
        settled: Map[str, Settled],
        scope: str | None,
    ) -> list[Finding]:
        """All findings, each once, in the order of the road."""
        confirmed = {label for _, label in self.memory.labels}
        found = list(self.workbook.findings)
        for look in looked:
            if look in used:
                found += noticed.about_sheet(look)
            elif used:
                found += passed_over(look)
            elif look.grid:
                found += look.grid.findings
        for table in settled.values():
            found += table.findings
        found += noticed.about_months(settled) + zones.about_unknown_zone(settled, self._zone(used))
        if scope == feeds.PROGRAM:
            found += [noticed.program_only(look) for look in used if "calls" in look.mapping.tables]
        return [
            finding
            for finding in dict.fromkeys(found)
            if not (finding.kind.key == "unmapped_label" and finding.found in confirmed)
        ]

    def _change(
        self,
        used: Sequence[LookedAt],
        settled: Map[str, Settled],
        scope: str | None,
        merged: Map[tuple[str, str], str],
    ) -> Change:
        settings = settings_rows(self._settings(used, scope, merged))
        tables = {name: table.rows for name, table in settled.items()} | {"settings": settings}
        tallies = {name: table.tally for name, table in settled.items()}
        return Change(
            kind="upload",
            feed=self.feed,
            tables=tables,
            tallies=tallies | {"settings": Tally(rows_read=settings.num_rows)},
            file_name=self.workbook.file_name,
            sha256=self.workbook.sha256,
            whole_months=self._whole_months,
        )

    def _settings(
        self, used: Sequence[LookedAt], scope: str | None, merged: Map[tuple[str, str], str]
    ) -> list[Setting]:
        """What is remembered of this file: its layouts, its feed's scope, labels read as others."""
        settings = []
        for look in used:
            zone = self.answers.get(zones.KEY) or (look.layout.zone if look.layout else None)
            settings.append(layout_setting(self.feed, look.mapping, zone))
        if (zone := self._zone(used)) and not self.memory.zone:
            value = {"program": NAMELESS, "time_zone": zone}
            why = "The time zone, as answered with an upload"
            settings.append(Setting(section="program", value=value, why=why))
        known = self.memory.feeds.get(self.feed, {"feed": self.feed})
        if known.get("scope") != scope:  # else who owns it and when it is due stays as it was set
            feed = {**known, "scope": scope}
            settings.append(Setting(section="feeds", value=feed, why="An uploaded file"))
        return settings + [
            Setting(
                section="labels",
                value={"field": field, "label": label, "read_as": read_as},
                why="Labels that look alike, merged as confirmed",
            )
            for (field, label), read_as in sorted(merged.items())
        ]
