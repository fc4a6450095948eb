"""Program beside police, hours freed, and what could come next: by loops over a city's calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from tests.made_city import Row
from tests.told.figures import between

Stratum = tuple[Any, ...]
FEWEST_WEEKS, FEWEST_CALLS, FEWEST_SIDES, LISTED = 4, 30, 6, 20


def block(call: Row) -> int | None:
    """Which four hours of the day."""
    return None if call["hour_of_week"] is None else call["hour_of_week"] % 24 // 4


# Police hours freed


def hours_freed(calls: list[Row], month: str | None = None) -> float | None:
    """Diverted calls at what police spend on such calls, less what they spent at joint scenes.

    Of each diverted call: the mean police hours of calls like it that police answered alone,
    times the share of unhandled calls like it to which police were sent.
    """
    alone: dict[Stratum, list[float]] = defaultdict(list)
    sent: dict[Stratum, list[bool]] = defaultdict(list)
    for call in (call for call in calls if call["eligible"]):
        for stratum in strata(call):
            if call["police_alone"] and (call["police_minutes"] or 0) > 0:
                alone[stratum].append(call["police_minutes"])
            if call["handled"] is False and call["police_dispatched"] is not None:
                sent[stratum].append(call["police_dispatched"])
    asked = [call for call in calls if month in (None, call["month"])]
    freed = [
        (mean_of_the_like(alone, call), mean_of_the_like(sent, call))
        for call in asked
        if call["diverted_police"]
    ]
    if any(None in pair for pair in freed):
        return None
    joint = sum(call["police_minutes"] or 0 for call in asked if call["joint_scene"])
    return (sum(each * would for each, would in freed) - joint) / 60


def mean_of_the_like(known: dict[Stratum, list[Any]], call: Row) -> Any:
    like = next((known[stratum] for stratum in strata(call) if known.get(stratum)), None)
    return sum(like) / len(like) if like else None


def strata(call: Row) -> list[Stratum]:
    """The calls it is compared with: as like it as there are any."""
    call_type, priority = call["call_type"], call["priority"]
    return [(call_type, priority, block(call)), (call_type, priority), (call_type,), ()]


# Program beside police


def response_gap(calls: list[Row]) -> dict[str, Row]:
    """The medians of the program and of police alone, and the difference, with their n."""
    sides: dict[bool, dict[Stratum, list[float]]] = {
        True: defaultdict(list),
        False: defaultdict(list),
    }
    for call in (call for call in calls if call["eligible"]):
        stratum = (call["call_type"], call["area"], block(call))
        if call["police_alone"]:
            minutes = call["police_response"]
        elif call["prog_arrived"] and not call["co_response"]:
            minutes = call["own_response"]
        else:
            minutes = None
        if minutes is not None:
            sides[bool(call["police_alone"])][stratum].append(minutes)
    police, program = sides[True], sides[False]
    both = [stratum for stratum in police if program.get(stratum)]
    of_program = [(minutes, Fraction(1)) for s in both for minutes in program[s]]
    of_police = [
        (minutes, Fraction(len(program[s]), len(police[s]))) for s in both for minutes in police[s]
    ]
    n = {"program": len(of_program), "police alone": len(of_police)}
    if min(n.values()) < FEWEST_SIDES:
        n["difference"] = n["program"]
        return {part: {"n": found, "value": None} for part, found in n.items()}
    mine, theirs = middle(of_program), middle(of_police)
    return {
        "program": {"n": n["program"], "value": mine},
        "police alone": {"n": n["police alone"], "value": theirs},
        "difference": {"n": n["program"], "value": mine - theirs},
    }


def middle(weighted: Iterable[tuple[float, Fraction]]) -> float:
    """The value at half of the weight; halfway between two where that falls between them."""
    ordered = sorted(weighted)
    half, reached = sum(weight for _, weight in ordered) / 2, Fraction(0)
    for place, (value, weight) in enumerate(ordered):
        reached += weight
        if reached == half:
            return (value + ordered[place + 1][0]) / 2
        if reached > half:
            return value
    raise ValueError("nothing to take the middle of")


# What to look at next


def candidate_call_types(calls: list[Row]) -> dict[str, dict[str, tuple[float | None, int]]]:
    """By call type on no list its parts, each a value and its n; the largest types."""
    of_type: dict[str, list[Row]] = defaultdict(list)
    for call in calls:
        if call["in_scope"] and call["in_cad"] and call["call_type"] is not None:
            of_type[call["call_type"]].append(call)
    found = [
        (name, rows)
        for name, rows in of_type.items()
        if len(rows) >= FEWEST_CALLS and not any(row["eligible"] for row in rows)
    ]
    found.sort(key=lambda typed: (-len(typed[1]), typed[0]))
    return {name: _signs_of_risk(rows) for name, rows in found[:LISTED]}


def _signs_of_risk(rows: list[Row]) -> dict[str, tuple[float | None, int]]:
    minutes = sorted(row["police_minutes"] for row in rows if (row["police_minutes"] or 0) > 0)

    def known(fact: str) -> tuple[float | None, int]:
        flags = [row[fact] for row in rows if row[fact] is not None]
        return (sum(flags) / len(flags) if flags else None), len(flags)

    hazards = sum(row["hazard_flags"] is not None for row in rows)
    return {
        "calls": (len(rows), len(rows)),
        "share with police sent": known("police_dispatched"),
        "share with EMS sent": known("ems_dispatched"),
        "share with a known hazard": (hazards / len(rows), len(rows)),
        "share that changed type": known("recoded"),
        "median police unit-minutes": (between(minutes, 0.5) if minutes else None, len(minutes)),
    }


def candidate_areas_hours(calls: list[Row]) -> dict[tuple[str, str], tuple[float, int]]:
    """By area and block of the week: unserved eligible calls a unit-hour added, and how many."""
    days_told = {call["moment"].date() for call in calls if call["moment"]}
    weeks = max(len(days_told), 7) / 7
    unserved: dict[tuple[str, str], int] = defaultdict(int)
    for call in calls:
        within_reach = call["lever"] and (call["needs_area"] or call["needs_hours"])
        if within_reach and call["moment"]:
            day: date = call["moment"].date()
            start = call["moment"].hour // 4 * 4
            days = "weekend" if day.weekday() >= 5 else "weekdays"
            part = f"{days} {start:02}–{start + 4:02}"
            unserved[call["area"] or "unknown", part] += 1
    found = []
    for (area, part), n in unserved.items():
        days_a_week = 2 if part.startswith("weekend") else 5
        found.append(((area, part), (n / (weeks * 4 * days_a_week), n)))
    found.sort(key=lambda row: (-row[1][0], row[0]))
    return dict(found[:LISTED])


def demand_and_coverage(
    calls: list[Row], hours: list[Row]
) -> dict[int, dict[str, tuple[float | None, int]]]:
    """By hour of the week its four parts, each a value and its n; None for one seldom come."""
    came: dict[int, set[datetime]] = defaultdict(set)
    on_duty: dict[int, float] = defaultdict(float)
    for row in hours:
        came[row["hour_of_week"]].add(row["starts_at"])
        on_duty[row["hour_of_week"]] += row["scheduled"] / 60
    found = {}
    for hour, starts in came.items():
        then = [call for call in calls if call["hour_of_week"] == hour]
        eligible = [call for call in then if call["eligible"]]
        handled = sum(call["handled"] is True for call in eligible)
        missed = sum(call["missed"] is True for call in then)
        n = len(starts)
        parts: dict[str, tuple[float | None, int]] = {
            "eligible calls an hour": (len(eligible) / n, n),
            "units on duty": (on_duty[hour] / n, n),
            "missed calls an hour": (missed / n, n),
            "share handled": (handled / len(eligible) if eligible else None, len(eligible)),
        }
        if n < FEWEST_WEEKS:
            parts = {name: (None, part_n) for name, (_, part_n) in parts.items()}
        found[hour] = parts
    return found
