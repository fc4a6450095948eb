"""A small made-up city as plain dicts: what the oracle and the property tests count again."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from arp.words.grammar import UNDATED
from tests.made_help import add_help, made_follow_ups
from tests.made_settings import made_settings

Row = dict[str, Any]

BEGINS, DAYS = datetime(2025, 10, 1), 150
GAP = 12  # nothing was uploaded for that month
DOUBLED = datetime(2025, 11, 2)  # the night whose second hour comes twice
UNITS = {
    **{"CRT1": "CRT", "CRT2": "CRT", "CRT3": "CRT", "COR1": "CoR"},
    **{"CCD1": "CCD", "CCD2": "CCD", "CN1": "CN", "X1": None},
}
OTHERS = ("P1", "P2", "P3", "E1", "F1", "M1")  # nobody knows whose M1 is
AGENCY_SAID = {"E1": "ems", "F1": "fire"}  # the records say it; of the rest the unit map does
CALL_TYPES = ("Welfare", "Trespass", "Noise", "Theft", None)
AREAS = ("North", "South", "S", "Yonder", None)
PEOPLE = tuple(f"person {number}" for number in range(30))
RESULTS = (
    *("engaged", "engaged", "engaged", "declined", "information only", "no contact"),
    *("canceled en route", "not needed on arrival", "unknown", None),
)
ENDS = (
    *("stayed in the community", "hospital, voluntary", "hospital, involuntary", "jail"),
    *("handed to police", "handed to EMS or fire", "unknown", None),
)
CODES = ("ARR", "Arrest made", "HAN", "HAN", "GOA", "GOA", "GOA", None)
TRANSPORTS = ("EMS TRANSPORT", "Transported", "Declined transport")
SHEET_CODES = ("Handled", "Gone", None)  # the sheet never says arrest
COUNTED = {  # monthly figures, by the whole that each is less than
    **{"calls_answered_15s": 900, "posts_vacant": 40, "crime_reports": 300},
    "use_of_force_eligible": 3,
}
ASKED = (True, False, False, None)


def made_city(seed: int, calls_n: int) -> dict[str, list[Row]]:
    """The stored rows of every table: calls with most defects that real files have.

    A feed “cad” has calls and units of everybody, a feed “sheet” some of the program's calls
    without units: most of them are in “cad” too.
    """
    chance = random.Random(seed)
    city: dict[str, list[Row]] = {"calls": [], "unit_responses": [], "encounters": []}
    for number in range(calls_n):
        call = _call(chance, f"I{number:05}")
        units = _units(chance, call)
        if chance.random() < 0.1:
            city["calls"].append(_on_sheet(chance, call))
        if chance.random() < 0.95:
            city["calls"].append(call)
            city["unit_responses"] += units
        city["encounters"] += _encounters(chance, call, units)
    for number in range(calls_n // 10):
        city["encounters"].append(_alone(chance, f"A{number}"))
    for table, rows in city.items():
        clocks = ("started_at",) if table == "encounters" else ("received_at", "dispatched_at")
        for row in rows:
            known = next((row[clock] for clock in clocks if row.get(clock)), None)
            row |= {"feed": row.get("feed", "cad"), "upload_id": "u1"}
            row["month"] = f"{known:%Y-%m}" if known else UNDATED
    city |= {"figures": _figures(chance), "settings": made_settings()}
    helped = random.Random(f"{seed} help")
    add_help(helped, city["encounters"])
    city["follow_ups"] = made_follow_ups(helped, city["encounters"])
    _add_later(random.Random(f"{seed} added later"), city)
    _add_transports(random.Random(f"{seed} transports"), city["calls"])
    return city


def _moment(chance: random.Random) -> datetime:
    """Some day, most often one of a few crowded ones; never in the month without uploads."""
    if chance.random() < 0.06:
        return DOUBLED + timedelta(minutes=chance.randrange(30, 180))
    day = chance.randrange(DAYS) if chance.random() < 0.5 else 7 * chance.randrange(DAYS // 7)
    moment = BEGINS + timedelta(days=day, minutes=chance.randrange(24 * 60))
    return moment + timedelta(days=31) if moment.month == GAP else moment


def _call(chance: random.Random, number: str) -> Row:
    received = _moment(chance)
    queued = received + timedelta(seconds=chance.randrange(20, 200))
    if chance.random() < 0.2:  # at the very minute at which shifts turn and units are cleared
        queued = received.replace(minute=0) + timedelta(hours=1)
    first = chance.choice(CALL_TYPES)
    return {
        "incident_number": number,
        "call_type_initial": first,
        "call_type_final": first if chance.random() < 0.7 else chance.choice(CALL_TYPES),
        "area": chance.choice(AREAS),
        "priority": chance.choice(("1", "2", "3", None)),
        "origin": chance.choice(("911", "911", "911", "911", "self-initiated", None)),
        "hazard_flags": chance.choice((None, None, None, "weapon", "medical; violence")),
        "canceled": chance.choice((True, False, None, None)),
        "is_test": True if chance.random() < 0.02 else chance.choice((False, None)),
        "duplicate_of": "I00000" if chance.random() < 0.02 else None,
        "received_at": received if chance.random() < 0.97 else None,
        "queued_at": queued if chance.random() < 0.9 else None,
        "dispatched_at": queued + timedelta(minutes=1) if chance.random() < 0.6 else None,
        "en_route_at": None,
        "on_scene_at": queued + timedelta(minutes=9) if chance.random() < 0.8 else None,
        "cleared_at": None,
    }


def _on_sheet(chance: random.Random, call: Row) -> Row:
    """The same call as a team wrote it down: its own clocks, and only the final call type."""
    start = call["received_at"] or BEGINS
    sent = start + timedelta(minutes=chance.randrange(1, 30))
    blank = dict.fromkeys(call)
    return blank | {
        "feed": "sheet",
        "incident_number": call["incident_number"],
        "call_type_final": chance.choice(CALL_TYPES),
        "area": chance.choice(AREAS),
        "received_at": start if chance.random() < 0.9 else None,
        "dispatched_at": sent if chance.random() < 0.9 else None,
        "on_scene_at": sent + timedelta(minutes=7) if chance.random() < 0.7 else None,
        "cleared_at": sent + timedelta(minutes=50) if chance.random() < 0.9 else None,
    }


def _units(chance: random.Random, call: Row) -> list[Row]:
    rows = []
    start = call["received_at"] or datetime(2026, 2, 1)
    for unit in chance.sample((*UNITS, *OTHERS), k=chance.choice((0, 0, 1, 1, 2, 3))):
        dispatched = start + timedelta(seconds=chance.randrange(60, 1800))
        arrived = dispatched + timedelta(seconds=chance.randrange(60, 3000))
        if chance.random() < 0.05:
            arrived += timedelta(days=chance.choice((-1, 2)))  # a day mistaken
        cleared = arrived + timedelta(minutes=chance.randrange(5, 300))
        if chance.random() < 0.3:
            cleared = cleared.replace(minute=0, second=0) + timedelta(hours=1)
        declined = unit in UNITS and chance.random() < 0.1
        came = not declined and chance.random() < 0.7
        rows.append(
            {
                "incident_number": call["incident_number"],
                "unit_id": unit,
                "agency": AGENCY_SAID.get(unit),
                "dispatched_at": dispatched if not declined and chance.random() < 0.93 else None,
                "en_route_at": dispatched + timedelta(seconds=45) if not declined else None,
                "on_scene_at": arrived if came else None,
                "cleared_at": cleared if not declined else None,
                "self_assigned": chance.choice((True, False, False, None)),
                "declined_reason": "Busy elsewhere" if declined else None,
            }
        )
    return rows


def _encounters(chance: random.Random, call: Row, units: list[Row]) -> list[Row]:
    rows = []
    for unit in units:
        team = UNITS.get(unit["unit_id"])
        if team and chance.random() < 0.8:
            met = _alone(chance, f"{call['incident_number']}-{unit['unit_id']}")
            near = unit["on_scene_at"] or unit["dispatched_at"]
            if near and met["started_at"]:
                met["started_at"] = near + timedelta(minutes=chance.randrange(5))
            rows.append(met | {"incident_number": call["incident_number"], "team": team})
    return rows


def _alone(chance: random.Random, number: str) -> Row:
    started = BEGINS + timedelta(minutes=chance.randrange(59 * 24 * 60))
    return {
        "encounter_id": number,
        "incident_number": None,
        "team": chance.choice(("CRT", "CoR", "CCD", "CN", "OUT")),
        "started_at": started if chance.random() < 0.9 else None,
        "ended_at": None,
        "mode": chance.choice(("in person", "phone", None, None)),
        "contact_result": chance.choice(RESULTS),
        "contact_label": None,
        "destination": chance.choice(ENDS),
        "disposition_label": chance.choice(("Remained", "Hospital", "Unheard of", None)),
        "person_key": chance.choice((*PEOPLE, *PEOPLE[:3] * 8, None, None, None)),
        **{name: chance.choice(ASKED) for name in ("ems_transport", "arrest", "citation")},
        **{name: chance.choice(ASKED) for name in ("felt_safe", "person_injury", "use_of_force")},
        "backup_requested": chance.choice(ASKED),
        "backup_agency": chance.choice(("police", "police", "ems", None)),
        "backup_urgency": chance.choice(("emergency", "routine", None, None)),
        "backup_reviewed": chance.choice(ASKED),
        "police_role": chance.choice(("none", "none", "requested by us", "took over", None)),
        "responder_injury": chance.choice(("none", "none", "none", "minor", "serious", None)),
    }


def _add_later(chance: random.Random, city: dict[str, list[Row]]) -> None:
    """Columns and figures drawn apart, so that the city stays what it was without them."""
    for row in city["calls"]:
        sheet = row["feed"] == "sheet"
        row["disposition"] = chance.choice(SHEET_CODES if sheet else CODES)
        answered = row["received_at"] and chance.random() < 0.8 and not sheet
        seconds = chance.choice((-5, 3, 15, 16, 20, 21, 60, 2 * 86_400))
        row["answered_at"] = row["received_at"] + timedelta(seconds=seconds) if answered else None
    months = ("2025-10", "2025-11", "2026-01", "2026-02")
    for month in months:
        for figure, whole in COUNTED.items():
            for area in (None, "North", "S"):
                if chance.random() < 0.7:
                    part = float(chance.randrange(whole))
                    city["figures"].append(
                        {
                            **{"feed": "cad", "upload_id": "u1", "figure": figure},
                            **{"month": month, "area": area, "value": part},
                            "numerator": part if chance.random() < 0.9 else None,
                            "denominator": float(whole),
                        }
                    )


def _add_transports(chance: random.Random, calls: list[Row]) -> None:
    """Dispositions of the feed that tells of transports: some of those that tell of nothing."""
    for row in calls:
        if row["feed"] == "cad" and row["disposition"] in ("HAN", "GOA") and chance.random() < 0.4:
            row["disposition"] = chance.choice(TRANSPORTS)


def _figures(chance: random.Random) -> list[Row]:
    """Monthly figures, each with a month that it lacks."""
    figures = ("unit_hours_planned", "unit_hours_delivered", "program_cost")
    months = [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    return [
        {
            "feed": "cad",
            "upload_id": "u1",
            "figure": figure,
            "month": f"{month:%Y-%m}",
            "area": None,
            "value": float(chance.randrange(300, 900)),
        }
        for figure, lacks in zip(figures, months, strict=False)
        for month in months
        if month != lacks
    ]
