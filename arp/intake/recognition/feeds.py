"""Which feed a file belongs to, and whether it holds all calls or only the program's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from arp.intake.mapping import Choice, Question
from arp.intake.recognition.headers import fields_named
from arp.intake.recognition.recognizing import OUTCOMES
from arp.intake.recognition.spelling import is_month_name, plain, spoken
from arp.words.tables import TABLES
from arp.words.vocabularies import FEED_SCOPE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from arp.intake.mapping import Mapping
    from arp.intake.recognition.header_row import Grid

ALL, PROGRAM = FEED_SCOPE.keys
_LINES = ("911", "988", "311")  # numbers that say what a feed is
_PASSING = re.compile(r"export|exported|final|copy|draft|new|updated|version|monthly|month|v|q")
_NAMELESS = {"book", "workbook", "data", "excel", "file", "report", "results", "sheet", "table"}
_BY_TABLE = {
    "calls": "calls",
    "unit_responses": "unit-responses",
    "follow_ups": "follow-ups",
    "figures": "figures",
}
_OF_PROGRAM = "crisis-team-records"
_CRISIS = (
    r"(?i)mental|crisis|welfare|wellness|suicid|behavio|psych|homeless|intoxicat|"
    r"agitat|disorgani|paranoi|substance|outreach"
)
_NEARLY_ALL = 0.9
_OF_PERSONS = TABLES["encounters"].field("person_key").spellings
_LONGEST = 60  # characters of a feed's name
_TEAM = "encounters.team"
_TEAMS = 12  # a program has no more; a column with more names units or places
_OUTCOMES = {f"encounters.{name}" for name in OUTCOMES}
_FEW = 20  # rows: fewer tell nothing of what else a feed holds


def slug(text: str) -> str:
    """A name as feeds have them: lower case letters, digits, hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:_LONGEST].strip("-")


def named_after(file_name: str) -> str:
    """A feed's name from a file's: without extension, dates, months and words such as “final”.

    It is "" where nothing is left that says what the file is, as of “data (3).xlsx”.
    """
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", file_name)
    kept = [
        word
        for word in re.findall(r"[a-z]+|\d+", spoken(stem).replace("_", " "))
        if word in _LINES or not (word.isdigit() or is_month_name(word) or _PASSING.fullmatch(word))
    ]
    return "" if _NAMELESS.issuperset(kept) else slug(" ".join(kept))


def named_by_content(tables: Collection[str], scope: str | None) -> str:
    """A feed's name from what its files hold; the same from month to month."""
    if {"encounters", "calls"} & set(tables) and scope == PROGRAM:
        return _OF_PROGRAM
    return next((name for table, name in _BY_TABLE.items() if table in tables), "feed")


def scope_of(sheets: Sequence[tuple[Grid, Mapping]]) -> str | None:
    """Whether these sheets hold "all" calls or only the "program"'s; None where it cannot be told.

    A team's own sheet says what came of each contact and names no other agency. A sheet of calls
    without that is dispatch's, unless nearly all its call types are ones for a crisis team, or
    nearly every row names a team and an outcome.
    """
    of_calls = [(grid, mapping) for grid, mapping in sheets if "calls" in mapping.tables]
    if not of_calls:
        of_the_program = any({"encounters", "follow_ups"} & set(m.tables) for _, m in sheets)
        return PROGRAM if of_the_program else ALL
    scopes = {_scope_of_sheet(grid, mapping) for grid, mapping in of_calls}
    return scopes.pop() if len(scopes) == 1 else None


def _scope_of_sheet(grid: Grid, mapping: Mapping) -> str | None:
    several = mapping.unit_level or _distinct(grid, mapping, "calls", "agency") > 1
    if "encounters" in mapping.tables:
        return None if several else PROGRAM
    if several:
        return ALL
    looks_like_a_teams = (
        _speaks_of_persons(mapping)
        or _says_who_went_and_what_came_of_it(grid)
        or _share_of_crisis_types(grid, mapping) >= _NEARLY_ALL
    )
    return None if looks_like_a_teams else ALL


def _speaks_of_persons(mapping: Mapping) -> bool:
    """Whether a column that was not used is one that only a team's own sheet would have."""
    unused = {plain(column.header) for column in mapping.columns if not column.fields}
    return bool(unused & {plain(name) for name in _OF_PERSONS})


def _says_who_went_and_what_came_of_it(grid: Grid) -> bool:
    """Whether nearly every row names one of few teams, and an outcome."""
    full = [
        (fields_named(header), cells.drop_null())
        for header, cells in zip(grid.headers, grid.cells.columns, strict=True)
        if grid.cells.num_rows and cells.null_count <= (1 - _NEARLY_ALL) * grid.cells.num_rows
    ]
    names_teams = any(_TEAM in named and len(cells.unique()) <= _TEAMS for named, cells in full)
    return names_teams and any(_OUTCOMES & named.keys() for named, _ in full)


def _distinct(grid: Grid, mapping: Mapping, table: str, field: str) -> int:
    column = mapping.column_of(table, field)
    return 0 if column is None else len(grid.cells.column(column.position).drop_null().unique())


def _share_of_crisis_types(grid: Grid, mapping: Mapping) -> float:
    import pyarrow.compute as pc

    column = mapping.column_of("calls", "call_type_initial")
    if column is None or grid.cells.num_rows < _FEW:
        return 0.0
    types = grid.cells.column(column.position)
    return float(pc.mean(pc.match_substring_regex(types, _CRISIS)).as_py() or 0.0)


def scope_question() -> Question:
    """Asks what only the city knows."""
    return Question(
        key="scope",
        prompt="Does this file hold all calls of the city, or only the program's own?",
        choices=(
            Choice(value=ALL, label="All calls, whoever answered them"),
            Choice(value=PROGRAM, label="Only the program's own calls"),
        ),
    )
