"""What the program did on a call: sent, arrived, routed, handled; by units, sheets and contacts."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from tests.made_city import Row
from tests.told.three_valued import Answer, both, some, told

EARLIEST = ("dispatched_at", "left_at", "on_scene_at")


def by_teams(clocks: list[Row]) -> list[Row]:
    """One row a team: the clocks of its units, and those of its sheet where no unit says them."""
    teams: dict[str | None, list[Row]] = defaultdict(list)
    for row in clocks:
        teams[row["team"]].append(row)
    return [_as_one(rows) for rows in teams.values()]


def _as_one(rows: list[Row]) -> Row:
    """The earliest of each clock and the latest clear; units before sheets."""

    def known(clock: str) -> list[datetime]:
        units = [row[clock] for row in rows if row["from_unit"] and row[clock]]
        return units or [row[clock] for row in rows if row[clock]]

    found: Row = {name: min(known(name), default=None) for name in EARLIEST}
    return found | {
        "cleared_at": max(known("cleared_at"), default=None),
        "from_unit": any(row["from_unit"] for row in rows),
        "with_police": all(row["with_police"] for row in rows),
    }


def came(clocks: list[Row], *, by_team: bool) -> Row:
    """The program's clocks on a call; its own are those of teams that do not work with police.

    Asked for by name, a team that works with police has its response like any other.
    """
    teams = by_teams(clocks)
    alone = [row for row in teams if not row["with_police"]]
    every = _as_one(teams) if teams else dict.fromkeys((*EARLIEST, "cleared_at"))
    own = _as_one(alone) if alone else dict.fromkeys(EARLIEST)
    own_arrival = every["on_scene_at"] if by_team else own["on_scene_at"]
    return {
        "dispatched": every["dispatched_at"],
        "arrived": every["on_scene_at"],
        "left": every["left_at"],
        "cleared": every["cleared_at"],
        "own_arrival": own_arrival,
        "own_sent": own["dispatched_at"],
        "prog_dispatched": every["dispatched_at"] is not None,
        "prog_arrived": every["on_scene_at"] is not None,
        "own_arrived": own_arrival is not None,
    }


def did(fact: Row, clocks: list[Row], *, told_of: bool, declines_told: bool) -> Row:
    """Whether the program was sent, the call routed and handled; `fact` has what `came` says.

    `told_of`: feeds of that month could tell who of the program came.
    """
    sent = told(fact["prog_dispatched"], told_of)
    declined: Answer = False if declines_told else None
    if clocks:
        declined = some(row["declined"] for row in clocks)
    by_phone = some([*(_phoned(row) for row in clocks), fact["taken_by_phone"]])
    arrived = told(fact["prog_arrived"], told_of)
    with_police = [row["with_police"] and row["on_scene_at"] is not None for row in clocks]
    return {
        "by_phone": by_phone,
        "prog_sent": sent,
        "declined": declined,
        "routed": some([sent, arrived, declined or False, by_phone]),
        "handled": some([arrived, fact["attempted_in_person"], by_phone]),
        "co_response": some([*with_police, fact["co_response"]]),
    }


def _phoned(row: Row) -> Answer:
    """Whether a phone team was sent, and so took the call."""
    return both(row["mode"] and row["mode"] == "phone", row["dispatched_at"] is not None)
