"""Care Navigation's cases, and month by month which were open, reached and closed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from tests.made_city import Row
from tests.told.three_valued import Answer

Case = tuple[str, datetime | None, str | None]


def case_months(met: list[Row], tried: list[Row], today: date) -> list[Row]:
    """One dict a case and month, from its beginning to its last event or the last follow-up."""
    dated = [row["attempted_at"] for row in tried if row["attempted_at"]]
    sent = sorted({f"{at:%Y-%m}" for at in dated if at.date() <= today})
    if not sent:
        return []
    contacts = {row["encounter_id"]: row for row in reversed(met)}
    rows = []
    for case, attempts in _cases(tried).items():
        told = _told(case, attempts, [contacts.get(row["encounter_id"]) for row in attempts])
        for month in _months(sent[0], sent[-1]):
            if told["begins"] and f"{told['begins']:%Y-%m}" <= month <= told["lasts"]:
                rows.append(told | _then(told, month))
    return rows


def _cases(tried: list[Row]) -> dict[Case, list[Row]]:
    of_person: dict[str, list[Row]] = defaultdict(list)
    for row in tried:
        who = row["person_key"] or row["encounter_id"]
        if who:
            of_person[who].append(row)
    cases: dict[Case, list[Row]] = defaultdict(list)
    for who, attempts in of_person.items():
        openings = [row for row in attempts if row["case_opened_at"]]
        for row in attempts:
            opened = row["case_opened_at"] or _opened_by(row["attempted_at"], openings)
            cases[who, opened, None if opened else row["encounter_id"]].append(row)
    return cases


def _opened_by(at: datetime | None, openings: list[Row]) -> datetime | None:
    """The last opening that an attempt up to that one tells of, else the first of all."""
    by_then = [
        row["case_opened_at"]
        for row in openings
        if at is None or row["attempted_at"] and row["attempted_at"] <= at
    ]
    return max(by_then, default=min((row["case_opened_at"] for row in openings), default=None))


def _told(case: Case, attempts: list[Row], contacts: list[Row | None]) -> Row:
    _, opened, _ = case
    known = [contact for contact in contacts if contact]
    contact = min(known, key=lambda row: row["place"], default=None)
    reached = [
        row.get("reached_at") or (row["attempted_at"] if row["reached"] else None)
        for row in attempts
    ]
    first = min((at for at in reached if at), default=None)
    closed = max((row["case_closed_at"] for row in attempts if row["case_closed_at"]), default=None)
    goals = {row["goal_met"] for row in attempts} - {None}
    start = opened or (contact and contact["from"])
    tries = [row["attempted_at"] for row in attempts if row["attempted_at"]]
    events = [at for at in (closed, first) if at]
    return {
        "team": min((row["team"] for row in attempts if row["team"]), default=None),
        "opened": opened,
        "closed": closed,
        "first": first,
        "goal_met": True in goals if goals else None,
        "days": _days(start, first),
        "begins": start or min(tries, default=None),
        "lasts": f"{max(events):%Y-%m}" if closed else "9999-12",
    }


def _days(start: datetime | None, end: datetime | None) -> float | None:
    if not start or not end or end.date() < start.date():
        return None
    return max((end - start).total_seconds(), 0) / 86_400


def _then(told: Row, month: str) -> Row:
    """What was so in that month, and at its end."""
    open_then: Answer = None
    if told["opened"]:
        open_then = told["closed"] is None or f"{told['closed']:%Y-%m}" > month
    return {
        "month": month,
        "open": open_then,
        "reached_then": bool(told["first"]) and f"{told['first']:%Y-%m}" == month,
        "closed_then": bool(told["closed"]) and f"{told['closed']:%Y-%m}" == month,
    }


def _months(first: str, last: str) -> list[str]:
    years = range(int(first[:4]), int(last[:4]) + 1)
    every = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    return [month for month in every if first <= month <= last]
