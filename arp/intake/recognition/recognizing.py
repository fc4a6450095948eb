"""What each column of a sheet holds, by its header and by its content; which tables it feeds."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arp.intake.mapping import Certainty, Mapping
from arp.intake.recognition import privacy, units
from arp.intake.recognition.assignment import best_pairs
from arp.intake.recognition.columns import described
from arp.intake.recognition.content import Content, contents_of
from arp.intake.recognition.header_row import TWIN
from arp.intake.recognition.headers import RECOGNIZED, fields_named
from arp.intake.recognition.origins import origins_for_types
from arp.intake.recognition.payments import are_payments
from arp.intake.recognition.rivals import rivals_of
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.recognition.header_row import Grid

# A header that could mean two fields goes to the one that is needed.
_OPTIONAL = 0.95
_ENOUGH = 0.45  # below it a column is not taken for a field
_LIKELY = 0.6
_CERTAIN = 0.8
_NEARLY_ALL = 0.95
# A sheet feeds a table when it has one of the fields that only such sheets have.
_TELLS = {
    "calls": {"received_at", "queued_at", "call_type_initial", "call_type_final", "priority"}
    | {"origin", "units_dispatched_n"},
    "unit_responses": {"unit_id"},
    "encounters": {"contact_label", "contact_result", "destination", "started_at", "mode"}
    | {"primary_need", "services_given", "felt_safe", "followup_requested", "referral_made"}
    | {"warm_handoff", "police_role", "backup_requested"},
    "follow_ups": {"attempted_at", "reached"},
    "figures": {"figure"},
}
# … and what its rows cannot be told apart without (one of these sets).
_NEEDS: dict[str, tuple[set[str], ...]] = {
    "calls": ({"incident_number"},),
    "unit_responses": ({"incident_number", "unit_id"},),
    "encounters": ({"encounter_id"}, {"incident_number"}, {"started_at"}),
    "follow_ups": ({"attempted_at"},),
    "figures": ({"figure", "month"},),
}
# With a team on a row of the program's own, one of these says what came of its contact.
OUTCOMES = ("contact_label", "contact_result", "disposition_label", "destination")
# Who keeps a column of labels that several tables could read; the first that is fed.
_NEAREST = ("figures", "follow_ups", "encounters", "unit_responses", "calls")
_SHARED = (Kind.ID, Kind.PERSON, Kind.TIMESTAMP, Kind.DATE)

_OF_DISPATCH = ("calls", "unit_responses")  # whose clocks are counted by the minute

Scores = dict[tuple[str, int], float]  # ("received_at", position) → how well it fits, 0–1


@dataclass(frozen=True)
class Recognition:
    """What was recognized of one sheet, and what its columns' cells look like.

    `rivals` are, by the clock's name, the further columns that could as well be that clock.
    """

    mapping: Mapping
    contents: tuple[Content, ...]
    rivals: Map[str, tuple[int, ...]] = field(default_factory=dict)


def recognize(
    grid: Grid,
    told: Map[str, tuple[str, ...]],
    *,
    of_program: bool = False,
    unit_level: bool | None = None,
) -> Recognition:
    """The mapping of a sheet; of no table where it feeds none.

    Args:
        grid: the sheet's table.
        told: header → fields, as the user or a remembered layout says; () leaves a column out.
        of_program: whether it is known to hold only the program's own: then a team and an outcome
            on a row are a contact.
        unit_level: whether its layout is remembered to have one row a unit, so that a number that
            repeats is a further unit; None leaves that to who told which column the unit is.
    """
    contents = contents_of([column.combine_chunks() for column in grid.cells.columns])
    left_out = _personal(grid, contents, told)
    told = {header: () if header in left_out else names for header, names in told.items()}
    scores = _scores(grid, contents, told, left_out)
    pairs = {name: best_pairs(table_scores) for name, table_scores in scores.items()}
    pairs = _with_told(pairs, grid, told)
    of_units = pairs["calls"], pairs["unit_responses"]
    units.share_numbers(*of_units)
    unit_told = any("unit_responses.unit_id" in names for names in told.values())
    unit_level = units.rows_are_units(
        grid, pairs["unit_responses"], told=unit_told if unit_level is None else unit_level
    )
    if unit_level:
        units.share_clocks(*of_units)
    tables = _tables_fed(pairs, scores, of_program)
    if {"calls", "unit_responses"} <= set(tables):
        # On a team's own row its contact says who came; one unit more would say it twice.
        of_dispatch = not of_program and "encounters" not in tables
        if (
            unit_level
            or unit_told
            or (of_dispatch and units.each_names_one(grid, of_units[1]["unit_id"]))
        ):
            units.share_clocks(*of_units)
        else:
            tables = tuple(name for name in tables if name != "unit_responses")
    if tables == ("calls",) and not any(told.values()):
        tables = () if are_payments(grid, contents, pairs["calls"].values()) else tables
    fields = _fields_by_column(pairs, tables)
    columns = described(grid, contents, fields, _certainties(fields, scores), told, left_out)
    mapping = Mapping(
        sheet=grid.sheet.name,
        header_row=grid.header_row,
        columns=columns,
        tables=tables,
        unit_level=unit_level and {"calls", "unit_responses"} <= set(tables),
    )
    dated = {column.position for column in columns if column.dates_of}
    rivals = _rivals(pairs, scores, tables, grid, contents, dated | fields.keys())
    return Recognition(mapping, contents, rivals)


def _rivals(
    pairs: Map[str, Map[str, int]],
    scores: Map[str, Scores],
    tables: tuple[str, ...],
    grid: Grid,
    contents: tuple[Content, ...],
    used: set[int],
) -> dict[str, tuple[int, ...]]:
    """The rivals of every clock, once for each column that was taken for one."""
    rivals: dict[str, tuple[int, ...]] = {}
    seen: set[int] = set()
    for table in tables:
        clocks = {name: place for name, place in pairs[table].items() if place not in seen}
        for name, others in rivals_of(table, clocks, scores[table], grid, contents, used).items():
            rivals[f"{table}.{name}"] = others
        seen |= set(clocks.values())
    return rivals


def _personal(
    grid: Grid, contents: tuple[Content, ...], told: Map[str, tuple[str, ...]]
) -> dict[str, str]:
    """Header → what kind of personal data its column holds."""
    return {
        header: why
        for header, content in zip(grid.headers, contents, strict=True)
        if header and (why := privacy.why_personal(header, content, told.get(header, ())))
    }


def _scores(
    grid: Grid,
    contents: tuple[Content, ...],
    told: Map[str, tuple[str, ...]],
    left_out: Map[str, str],
) -> dict[str, Scores]:
    """For each table, how well each column fits each field that nobody has spoken for."""
    spoken_for = {name for names in told.values() for name in names}
    scores: dict[str, Scores] = {table.name: {} for table in RECOGNIZED}
    for position, header in enumerate(grid.headers):
        if header in told or header in left_out:
            continue
        for name, trust in fields_named(_bare(header)).items():
            table, _, field = name.partition(".")
            declared = TABLES[table].field(field)
            score = (
                trust
                * contents[position].fits(declared)
                * (1.0 if declared.required else _OPTIONAL)
            )
            if score >= _ENOUGH and name not in spoken_for:
                scores[table][field, position] = score
    scores["calls"] = origins_for_types(scores["calls"], contents)
    return {name: _without_bare_dates(name, found, contents) for name, found in scores.items()}


def _without_bare_dates(table: str, scores: Scores, contents: tuple[Content, ...]) -> Scores:
    """Without clocks that have a date but no time, where the table has clocks with a time.

    A call that is received at midnight and reached at noon has no true response interval.
    """
    clocks = {
        (field, position): contents[position]
        for field, position in scores
        if TABLES[table].field(field).kind is Kind.TIMESTAMP
    }
    bare = {pair for pair, content in clocks.items() if content.midnights > _NEARLY_ALL}
    timed = any(content.filled for pair, content in clocks.items() if pair not in bare)
    if table not in _OF_DISPATCH or not timed:
        return scores
    return {pair: score for pair, score in scores.items() if pair not in bare}


def _bare(header: str) -> str:
    """The header without the letter that tells it from its twin."""
    return header.partition(TWIN)[0]


def _with_told(
    pairs: dict[str, dict[str, int]], grid: Grid, told: Map[str, tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """The pairs with what was told; a number or a clock also serves other tables that lack it."""
    for header, names in told.items():
        for table, wanted in map(_parted, names):
            position = grid.headers.index(header)
            pairs[table][wanted] = position
            if TABLES[table].field(wanted).kind in _SHARED:
                for other in RECOGNIZED:
                    if any(declared.name == wanted for declared in other.fields):
                        pairs[other.name].setdefault(wanted, position)
    return pairs


def _tables_fed(
    pairs: dict[str, dict[str, int]], scores: dict[str, Scores], of_program: bool
) -> tuple[str, ...]:
    """The tables this sheet feeds, in declared order."""
    contacts = (
        of_program and "team" in pairs["encounters"] and pairs["encounters"].keys() & OUTCOMES
    )
    fed = {
        name
        for name, fields in pairs.items()
        if (
            any(_tells(name, field, pairs, scores) for field in fields)
            or (name == "encounters" and contacts)
        )
        and any(needed <= fields.keys() for needed in _NEEDS[name])
    }
    clocked = bool(pairs["calls"].keys() & set(TABLES["calls"].clocks))
    if fed & {"encounters", "follow_ups"} and not clocked:
        fed.discard("calls")
    return tuple(table.name for table in RECOGNIZED if table.name in fed)


def _tells(
    table: str, field: str, pairs: dict[str, dict[str, int]], scores: dict[str, Scores]
) -> bool:
    """Whether this field says that the sheet feeds this table, and nobody gainsays it."""
    if field not in _TELLS[table]:
        return False
    position = pairs[table][field]
    score = scores[table].get((field, position), 1.0)
    return score >= _LIKELY and not any(
        other != table and name != field and scores[other].get((name, place), 1.0) > 0.9 * score
        for other, fields in pairs.items()
        for name, place in fields.items()
        if place == position
    )


def _fields_by_column(
    pairs: dict[str, dict[str, int]], tables: tuple[str, ...]
) -> dict[int, tuple[str, ...]]:
    """The fields each column feeds.

    Numbers and clocks may serve several tables; a label is read by the nearest one alone, but for
    a field of the same name.
    """
    fields: dict[int, list[str]] = {}
    keeper: dict[int, str] = {}
    for table in sorted(tables, key=_NEAREST.index):
        for name, position in pairs[table].items():
            shared = TABLES[table].field(name).kind in _SHARED
            if shared or keeper.setdefault(position, name) == name:
                fields.setdefault(position, []).append(f"{table}.{name}")
    return {position: tuple(sorted(names)) for position, names in fields.items()}


def _parted(name: str) -> tuple[str, str]:
    table, _, field = name.partition(".")
    return table, field


def _certainties(
    fields: Map[int, tuple[str, ...]], scores: Map[str, Scores]
) -> dict[int, Certainty]:
    """How sure each used column is, by the best score of its fields; what was told is certain."""
    certainties = {}
    for position, names in fields.items():
        pairs = map(_parted, names)
        score = max(scores[table].get((field, position), 1.0) for table, field in pairs)
        unsure = Certainty.LIKELY if score >= _LIKELY else Certainty.UNSURE
        certainties[position] = Certainty.CERTAIN if score >= _CERTAIN else unsure
    return certainties
