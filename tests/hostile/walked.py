"""A made file's walk along the road, and what may be said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from arp.intake.mapping import Understanding
from arp.intake.reading import reader
from arp.intake.road import understand
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused, Severity
from tests.hostile import good, values
from tests.hostile.case import ANSWERS, ASKED, REFUSED, SAVED, Case

TODAY = date(2026, 11, 22)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_NEVER_SAID = ("Traceback", "Error(", "{", "}", "\n", values.SECRET, *good.TYPES)


@dataclass(frozen=True)
class Walk:
    """What became of a file: saved, asked about or refused; kinds of findings, or question keys."""

    outcome: str
    says: frozenset[str]
    rows: int | None = None
    reason: Finding | None = None

    def is_as_told(self, case: Case) -> bool:
        """Whether this is what the catalog says of the file."""
        rows_agree = case.rows is None or case.rows == self.rows
        return self.outcome == case.outcome and self.says.issuperset(case.says) and rows_agree


def walk(name: str, data: bytes) -> Walk:
    """The file read in a child and understood, as the first of a new lake."""
    try:
        workbook = reader.read(name, data)
        return told(understand(workbook, lake=None, answers=ANSWERS, today=TODAY))
    except Refused as refusal:
        return _refused(refusal.finding)


def told(understood: Understanding) -> Walk:
    """What an understanding comes to."""
    if understood.refused:
        return _refused(understood.refused)
    if understood.change is None:
        return Walk(ASKED, frozenset(question.key for question in understood.questions))
    calls = understood.change.tallies.get("calls")
    kinds = frozenset(finding.kind.key for finding in understood.findings)
    return Walk(SAVED, kinds, calls.rows_read if calls else None)


def is_one_plain_sentence(said: str) -> bool:
    """One sentence, of the catalog's words and a place: no trace of code, no cell."""
    ends = [match.end() for match in _SENTENCE_END.finditer(said)]
    return ends == [len(said)] and not any(word in said for word in _NEVER_SAID)


def stops_with_one_sentence(reason: Finding) -> bool:
    """Whether the finding may be given as the reason of a refusal.

    What people themselves named, a sheet or a column, may hold anything, a full stop too.
    """
    stops = CATALOG[reason.kind.key].severity is Severity.STOPS_UPLOAD
    named = replace(reason, sheet=reason.sheet and "Calls", column=reason.column and "Number")
    return stops and bool(reason.kind.remedy) and is_one_plain_sentence(named.message)


def _refused(reason: Finding) -> Walk:
    return Walk(REFUSED, frozenset([reason.kind.key]), reason=reason)
