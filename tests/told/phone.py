"""What became of a call that a phone team took: nobody had to go, or police or EMS were sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from tests.made_city import Row
from tests.told.three_valued import Answer, both, no, some

A_DAY = timedelta(hours=24)
OTHERS = ("police", "ems", "fire", "other")


def followed_for_a_day(
    fact: Row, clocks: Iterable[Row], met: Iterable[Row], units: list[Row], *, last: datetime
) -> Row:
    """`clocks` and `met` are those of the team asked about, `units` everybody's at that call.

    `fact` has phone_taken, what is told of police and EMS, and police_told and ems_told: whether
    anybody would have said that they were sent.
    """
    taken = fact["phone_taken"]
    if not taken:
        return dict.fromkeys(("phone_resolved", "phone_handed_back", "phone_matured"))
    sent = [row["dispatched_at"] for row in clocks if row["mode"] == "phone"]
    began = [row["started_at"] for row in met if row["taken_by_phone"]]
    at = min(filter(None, sent), default=None) or min(filter(None, began), default=None)
    known = both(fact["in_cad"], fact["police_told"])
    gone = some(_in_field(unit, at) for unit in units)
    police = both(fact["police_dispatched"], _after(fact["police_dispatched_at"], at))
    ems = both(fact["ems_dispatched"], _after(fact["ems_dispatched_at"], at))
    return {
        "phone_resolved": no(gone) if known else None,
        "phone_handed_back": some([police, ems]) if known and fact["ems_told"] else None,
        "phone_matured": at + A_DAY <= last if at else None,
    }


def _in_field(unit: Row, at: datetime | None) -> Answer:
    """Whether it went out before the day was over; of a unit nobody knows it is not known."""
    moment = unit["dispatched_at"] or unit["en_route_at"] or unit["on_scene_at"]
    if unit["mode"] == "phone" or moment is None:
        return False
    in_time = None if at is None else moment <= at + A_DAY
    of_field = unit["mode"] == "in person" or unit["agency_said"] in OTHERS
    return both(in_time, True if of_field else None)


def _after(sent: datetime | None, at: datetime | None) -> Answer:
    return sent > at if sent and at else None
