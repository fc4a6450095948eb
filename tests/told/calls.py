"""Calls as all feeds together know them: when, where, in scope or not, with which target."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from tests.made_city import Row
from tests.told.estimates import closed_with_transport
from tests.told.settings import ToldSettings
from tests.told.three_valued import Answer, both, some
from tests.told.when import CALL_CLOCKS, first_of, hour_of_week, month_of

PLAIN = (
    *("incident_number", "priority", "origin", "area", "is_test", "duplicate_of", "hazard_flags"),
    "answered_at",
)
ARRESTS = ("arr", "arrest", "arrest made")
MINUTES_IN = {"seconds": 1 / 60, "minutes": 1, "hours": 60}


def merged_calls(rows: list[Row], settings: ToldSettings) -> dict[str, Row]:
    """One dict an incident number: a CAD feed before a program's own, each filling blanks."""
    of_feed: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_feed[row["feed"]].append(row)
    of_program = settings.program_feeds
    in_order = sorted(of_feed, key=lambda feed: (feed in of_program, feed))
    calls: dict[str, Row] = {}
    for feed in in_order:
        filled = filled_in(of_feed[feed])
        tells_arrests = any(closed_with_arrest(row) for row in of_feed[feed])
        tells_transports = any(closed_with_transport(row) for row in of_feed[feed])
        for row in of_feed[feed]:
            known = as_a_feed_knows(row, filled, of_program=feed in of_program)
            known["arrest"] = closed_with_arrest(row) if tells_arrests else None
            known["transport"] = closed_with_transport(row) if tells_transports else None
            call = calls.setdefault(row["incident_number"], dict.fromkeys(known))
            for name, cell in known.items():
                call[name] = cell if call[name] is None else call[name]
    for call in calls.values():
        place(call, settings, any_cad=any(feed not in of_program for feed in of_feed))
    return calls


def filled_in(rows: list[Row]) -> set[str]:
    return {name for row in rows for name, cell in row.items() if cell is not None}


def closed_with_arrest(row: Row) -> Answer:
    """Whether dispatch closed it with an arrest; a feed that never does tells of none."""
    said = row.get("disposition")
    return None if said is None else said.strip().lower() in ARRESTS


def as_a_feed_knows(row: Row, filled: set[str], *, of_program: bool) -> Row:
    """A row of a feed, with what stands for a clock or a code that the whole feed lacks."""
    first, last = row["call_type_initial"], row.get("call_type_final")
    early = both(row.get("canceled"), row["queued_at"] is None)
    return {
        **{name: row.get(name) for name in (*PLAIN, *CALL_CLOCKS, "canceled")},
        "call_type": first if "call_type_initial" in filled else last,
        "call_type_final": last,
        "starts_at": row["received_at"] if "received_at" in filled else row["queued_at"],
        "ready_at": row["queued_at"] if "queued_at" in filled else row["dispatched_at"],
        "canceled_early": early if "queued_at" in filled else None,
        "in_cad": None if of_program else True,
        "recoded": None if of_program or None in (first, last) else first.lower() != last.lower(),
    }


def place(call: Row, settings: ToldSettings, *, any_cad: bool) -> None:
    """Adds when and where the call was, and whether it is in scope."""
    moment = first_of(call, CALL_CLOCKS)
    out = (
        call["origin"] == "self-initiated",
        call["is_test"],
        call["duplicate_of"],
        call["canceled_early"],
        call["area"] in settings.outside,
    )
    call |= {
        "in_scope": not any(out),
        "in_cad": (call["in_cad"] or False) if any_cad else None,
        "area": settings.area_names.get(call["area"], call["area"]),
        "moment": moment,
        "month": month_of(moment),
        "hour_of_week": hour_of_week(moment),
        "asked_at": call["queued_at"] or moment,
    }


def response_target(settings: ToldSettings, call: Row, team: str | None) -> float | None:
    """The city's own target in minutes: of all that fit the one that names most."""
    fitting: list[tuple[int, float]] = []
    day: date | None = call["moment"] and call["moment"].date()
    for held in settings.all("targets"):
        value: dict[str, Any] = held.value
        if value["indicator"] != "response_within_target" or not held.on(day):
            continue
        asked = {"team": team, "call_type": call["call_type"], "priority": call["priority"]}
        named = {name: value[name] for name in asked if value.get(name)}
        if all(asked[name] == said for name, said in named.items()):
            fitting.append((len(named), value["target"] * MINUTES_IN[value["unit"]]))
    return max(fitting)[1] if fitting else None


def top_priority(settings: ToldSettings, call: Row) -> Answer:
    tops = [held for held in settings.all("priorities") if held.value.get("is_top")]
    if not tops or call["priority"] is None:
        return None
    day = call["moment"] and call["moment"].date()
    return some(
        both(held.value["priority"] == call["priority"], held.on(day) if day else None)
        for held in tops
    )
