"""Settings proposed from what the data show: for a city that has none yet, and never used as such.

A proposal says what could be set and why. It becomes a setting only when somebody saves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.database import connect
from arp.measures.registry import INDICATORS
from arp.measures.settings import Settings
from arp.measures.targets import units_of
from arp.words.dispatch_words import HAZARD
from arp.words.known_programs import FIRST_CALL_TYPES, HARM, KNOWN_TEAMS

if TYPE_CHECKING:
    import duckdb

    from arp.measures.evidence import Stored

_ALIKE = 85.0  # of 100: below it two words are not the same, one of them mistyped
_NOT = {"no", "non", "not", "without"}  # “non-violent” is not violent
_SIGN = r"^[^A-Za-z0-9]*([A-Za-z]+)[^A-Za-z0-9]*[0-9]*"  # the letters that a call sign begins with
_NAMES_SHOWN = 4
_NO_HARM = ("medical", "threat")  # a hazard of another kind; a threat of suicide is on the list
HARMFUL = {
    spelling.casefold()
    for word in HAZARD.words
    for spelling in (word.key, *word.spellings)
    if word.key not in _NO_HARM and spelling.casefold() not in _NO_HARM
}.union(HARM)
_BY_SIGN = {team.sign.casefold(): team for team in KNOWN_TEAMS}


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One row that a section of the settings could have, and what in the data speaks for it."""

    section: str
    values: Mapping[str, Any]
    why: str


def proposals(snapshot: Stored, *, today: date) -> list[Proposal]:
    """What a city could set, by section, from the stored rows of a snapshot.

    Units whose call signs are those of known teams or that stand in a feed of the program alone;
    teams that sheets name; call types that match Durham's first ones, for every team that takes
    calls; starting values of targets. Nothing that the settings already say.
    """
    with connect() as connection:
        for table in ("calls", "unit_responses", "encounters", "follow_ups", "settings"):
            connection.execute(f"CREATE VIEW {table} AS {snapshot.relation_sql(table)}")
        rows = connection.execute("SELECT * FROM settings").to_arrow_table().to_pylist()
        settings = Settings(rows)
        units = _units(connection, settings, today)
        known = {str(value["team"]) for value in settings.on("teams", today)}
        teams = _teams(connection, units, known)
        call_types = _call_types(connection)
    takers = _takers([value for value in settings.on("teams", today)], teams)
    eligible = {(e.value["team"], e.value["call_type"]) for e in settings.entries("eligibility")}
    targeted = {entry.value["indicator"] for entry in settings.entries("targets")}
    return [
        *teams,
        *units,
        *_eligibility(takers, call_types, eligible),
        *_targets(targeted),
    ]


def _units(
    connection: duckdb.DuckDBPyConnection, settings: Settings, today: date
) -> list[Proposal]:
    """Patterns of call signs that look like a team's and that the settings do not map."""
    of_program = [
        value["feed"] for value in settings.on("feeds", today) if value.get("scope") == "program"
    ]
    found = connection.execute(
        "SELECT unit_id, count(*), bool_or(list_contains($feeds::VARCHAR[], feed)), "
        f"regexp_extract(unit_id, '{_SIGN}', 1) AS sign "
        "FROM unit_responses WHERE unit_id IS NOT NULL GROUP BY unit_id ORDER BY unit_id",
        {"feeds": of_program},
    ).fetchall()
    by_sign: dict[str, list[tuple[str, int]]] = {}
    for unit, responses, program_only, sign in found:
        likely = sign and (program_only or sign.casefold() in _BY_SIGN)
        if likely and not settings.matching("units", unit):
            by_sign.setdefault(sign.upper(), []).append((unit, responses))
    return [
        Proposal(
            section="units",
            values={"unit": f"{_written(sign, units)}*", "team": _name(sign), "agency": "program"},
            why=f"{_listed([unit for unit, _ in units])}; responses: {sum(n for _, n in units):,}",
        )
        for sign, units in by_sign.items()
    ]


def _written(sign: str, units: Sequence[tuple[str, int]]) -> str:
    """The letters as the call signs have them; patterns are compared without regard to case."""
    first = units[0][0]
    return first[: first.upper().index(sign) + len(sign)]


def _teams(
    connection: duckdb.DuckDBPyConnection, units: Sequence[Proposal], known: set[str]
) -> list[Proposal]:
    """Teams of the proposed units, and those that sheets name in a column of their own."""
    why = {str(unit.values["team"]): unit.why for unit in units}
    named = connection.execute(
        "SELECT team, count(*) FROM (SELECT team FROM encounters UNION ALL SELECT team "
        "FROM unit_responses UNION ALL SELECT team FROM follow_ups) "
        "WHERE team IS NOT NULL GROUP BY team ORDER BY team"
    ).fetchall()
    for team, rows in named:
        why.setdefault(team, f"Named in the data; rows: {rows:,}")
    return [
        Proposal(section="teams", values=_described(team), why=reason)
        for team, reason in why.items()
        if team not in known
    ]


def _described(team: str) -> dict[str, Any]:
    """A team as far as its name tells."""
    known = _BY_SIGN.get(team.casefold())
    if known is None:
        return {"team": team}
    return {
        "team": team,
        "title": known.title,
        "mode": known.mode,
        "works_with_police": known.works_with_police,
        "follows_up": known.follows_up,
    }


def _name(sign: str) -> str:
    known = _BY_SIGN.get(sign.casefold())
    return known.sign if known else sign


def _takers(set_teams: Sequence[Mapping[str, Any]], proposed: Sequence[Proposal]) -> list[str]:
    """The teams that take calls: all but those that only follow up."""
    teams = [*set_teams, *(proposal.values for proposal in proposed)]
    return [str(team["team"]) for team in teams if not team.get("follows_up")]


def _call_types(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, int]]:
    """The data's own call types that match one of Durham's first: theirs, Durham's, calls."""
    found = connection.execute(
        "SELECT call_type_initial, count(*) FROM calls WHERE call_type_initial IS NOT NULL "
        "GROUP BY call_type_initial ORDER BY count(*) DESC, call_type_initial"
    ).fetchall()
    matched = ((label, durhams_name(label), calls) for label, calls in found)
    return [(label, name, calls) for label, name, calls in matched if name]


def durhams_name(label: str) -> str | None:
    """Which of Durham's first call types a label means; none where it speaks of harm.

    Every word of the type's name, or of another spelling of it, stands in the label, as it is or
    nearly: “Welfare check, urgent” is a welfare check, “Check” alone is not.
    """
    words = _words(label)
    if HARMFUL.intersection(words) and not _NOT.intersection(words):
        return None
    return next(
        (
            known.name
            for known in FIRST_CALL_TYPES
            for spelling in (known.name, *known.spellings)
            if all(_stands_in(word, words) for word in _words(spelling))
        ),
        None,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def _stands_in(word: str, words: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(word, other) >= _ALIKE for other in words)


def _eligibility(
    teams: Iterable[str],
    call_types: Sequence[tuple[str, str, int]],
    eligible: set[tuple[str, str]],
) -> list[Proposal]:
    return [
        Proposal(
            section="eligibility",
            values={"team": team, "call_type": label, "not_with": "weapon; violence"},
            why=f"Durham began with “{name}”; calls of this type: {calls:,}",
        )
        for team in teams
        for label, name, calls in call_types
        if (team, label) not in eligible
    ]


def _targets(targeted: set[str]) -> list[Proposal]:
    """Starting values of the indicators that have one and no target yet."""
    return [
        Proposal(
            section="targets",
            values={
                "indicator": key,
                "target": entry.starting_target,
                "unit": units_of(entry)[0],
            },
            why=entry.target_note,
        )
        for key, entry in INDICATORS.items()
        if entry.starting_target is not None and key not in targeted
    ]


def _listed(names: Sequence[str]) -> str:
    """A few names as one text: CRT1, CRT2 … CRT9."""
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    return f"{', '.join(names[: _NAMES_SHOWN - 1])} … {names[-1]}"
