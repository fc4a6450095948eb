"""What the made city's contacts say of help, and its follow-ups, with the defects of real ones."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

Row = dict[str, Any]

ASKED = (True, True, False, None)
NEEDS = ("housing", "mental health", "substance", None)
GROUPS = ("A", "B", "C", None)
CONNECTED = ("no", "confirmed", "self-reported", None)
NEVER_SENT = "2026-01"  # the month whose follow-ups nobody sent
LAST = datetime(2026, 2, 20)  # what was attempted later was not uploaded yet
OPENED = (None, None, 0, 2, 40)  # days from the contact to the opening of the case


def add_help(chance: random.Random, encounters: list[Row]) -> None:
    """Adds to each contact what its form says of the person and of help."""
    flags = ("referral_made", "referral_accepted", "warm_handoff", "service_unavailable")
    for met in encounters:
        started = met["started_at"]
        ended = started and started + timedelta(minutes=chance.randrange(5, 300))
        met |= {
            "ended_at": ended if chance.random() < 0.8 else None,
            **{name: chance.choice(ASKED) for name in flags},
            "followup_requested": chance.choice(ASKED),
            "followup_consented": chance.choice((True, True, True, False, None)),
            "connected_to_care": chance.choice(CONNECTED),
            "connected_on": started and (started + days(chance, -3, 50)).date(),
            "satisfaction": chance.choice((None, None, 0, 1, 2, 3, 4, 5, 5, 9)),
            "primary_need": chance.choice(NEEDS),
            "race_ethnicity": chance.choice(GROUPS),
        }
        if chance.random() < 0.3:
            met["connected_on"] = None


def made_follow_ups(chance: random.Random, encounters: list[Row]) -> list[Row]:
    """Attempts of two contacts in three: named by the contact, by the person, or by nobody."""
    rows: list[Row] = []
    for met in encounters:
        if met["started_at"] and chance.random() < 0.66:
            rows += _attempts(chance, met)
    return rows


def _attempts(chance: random.Random, met: Row) -> list[Row]:
    start = met["ended_at"] or met["started_at"]
    wait = chance.choice(OPENED)
    opened = None if wait is None else start + timedelta(days=wait)
    closed = opened and opened + days(chance, 1, 90)
    named = chance.random() < 0.6
    rows = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        at: datetime | None = start + timedelta(minutes=chance.randrange(-60, 60 * 24 * 40))
        if chance.random() < 0.5:
            at = start + timedelta(hours=chance.randrange(90))
        if chance.random() < 0.2:
            at = at and datetime(at.year, at.month, at.day)  # only the day was written
        if chance.random() < 0.05:
            at = None
        if at and (f"{at:%Y-%m}" == NEVER_SENT or at > LAST):
            continue
        reached = chance.choice((True, False, False, None))
        later = start + days(chance, 0, 9)
        rows.append(
            {
                **{"feed": "navigation", "upload_id": "u1"},
                "month": f"{at:%Y-%m}" if at else "undated",
                "encounter_id": met["encounter_id"] if named else chance.choice(("no such", None)),
                "person_key": met["person_key"] if chance.random() < 0.9 else None,
                "team": chance.choice(("CN", "CN", None)),
                "attempted_at": at,
                "reached": reached,
                "reached_at": later if reached and chance.random() < 0.3 else None,
                "connected_to_care": chance.choice(CONNECTED),
                "case_opened_at": opened if chance.random() < 0.7 else None,
                "case_closed_at": closed if opened and chance.random() < 0.4 else None,
                "goal_met": chance.choice((True, False, None)),
            }
        )
    return rows


def days(chance: random.Random, first: int, last: int) -> timedelta:
    """A span of whole days, from the first up to the last."""
    return timedelta(days=chance.randrange(first, last))
