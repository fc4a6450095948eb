"""Who was followed up in time, and led to care: contact by contact, attempt by attempt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tests.made_city import Row
from tests.told.three_valued import Answer, both

WINDOWS = {"48h": timedelta(hours=48), "72h": timedelta(hours=72), "30d": timedelta(days=30)}
MONTH = timedelta(days=30)


def add_follow_ups(met: list[Row], tried: list[Row], today: date) -> None:
    """Adds to each contact whether it was followed up in time and led to care."""
    named, others = _belonging(met, tried)
    of_contacts = [row for rows in (*named.values(), *others.values()) for row in rows]
    dated = [row["attempted_at"] for row in of_contacts if row["attempted_at"]]
    through = max((at for at in dated if at.date() <= today), default=None)
    months = {f"{at:%Y-%m}" for at in dated}
    anybody_says = any(_says(row) is not None for row in of_contacts)
    last = max((row["started_at"] for row in met if row["started_at"]), default=None)
    for row in met:
        own = _own(row, named, others)
        may_be_found = (row["encounter_id"] and named) or (row["person_key"] and others)
        for name, window in WINDOWS.items():
            start = row["from"]
            end = start and start + window
            known = bool(start and may_be_found) and _all_sent(start, end, months)
            row[f"attempted_{name}"] = _attempted(own, end) if known else None
            told = known and anybody_says
            row[f"reached_{name}"] = _reached(own, end) if told else None
            row[f"over_{name}"] = end <= through if end and through else None
        row |= _connected(row, own)
        row["connected_over"] = row["from"] + MONTH <= last if row["from"] and last else None


def _belonging(
    met: list[Row], tried: list[Row]
) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """Attempts by the contact that they name, and the others by a person known from contacts."""
    numbers = {row["encounter_id"] for row in met}
    persons = {row["person_key"] for row in met} - {None}
    named: dict[str, list[Row]] = defaultdict(list)
    others: dict[str, list[Row]] = defaultdict(list)
    for row in tried:
        if row["encounter_id"] in numbers:
            named[row["encounter_id"]].append(row)
        elif row["person_key"] in persons:
            others[row["person_key"]].append(row)
    return dict(named), dict(others)


def _own(met: Row, named: dict[str, list[Row]], others: dict[str, list[Row]]) -> list[Row]:
    """The attempts of a contact within 30 days; those before its day are without a time."""
    start = met["from"]
    if start is None:
        return []
    found = []
    for row in named.get(met["encounter_id"], []):
        valid = {
            clock: at if (at := row.get(clock)) and at.date() >= start.date() else None
            for clock in ("attempted_at", "reached_at")
        }
        if valid["reached_at"] is None and row["reached"] and not row.get("reached_at"):
            valid["reached_at"] = valid["attempted_at"]
        found.append(row | valid | {"says": _says(row)})
    for row in others.get(met["person_key"], []):
        if row["attempted_at"] and row["attempted_at"] >= start:
            at = row.get("reached_at") or (row["attempted_at"] if row["reached"] else None)
            found.append(row | {"reached_at": at, "says": _says(row)})
    return [row for row in found if not row["attempted_at"] or row["attempted_at"] <= start + MONTH]


def _says(row: Row) -> Answer:
    """Whether an attempt says that the person was reached."""
    return True if row.get("reached_at") else row["reached"]


def _all_sent(start: datetime, end: datetime, months: set[str]) -> bool:
    """Whether there are follow-ups of every month that a window touches."""
    day, wanted = start.date(), set()
    while day <= end.date():
        wanted.add(f"{day:%Y-%m}")
        day += timedelta(days=1)
    return wanted <= months


def _attempted(own: list[Row], end: datetime) -> Answer:
    if any(row["attempted_at"] and row["attempted_at"] <= end for row in own):
        return True
    return None if any(row["attempted_at"] is None for row in own) else False


def _reached(own: list[Row], end: datetime) -> Answer:
    if any(row["reached_at"] and row["reached_at"] <= end for row in own):
        return True
    untold = [
        row for row in own if row["says"] is None or row["says"] and row["reached_at"] is None
    ]
    in_time = any(row["attempted_at"] is None or row["attempted_at"] <= end for row in untold)
    return None if in_time else False


def _connected(met: Row, own: Iterable[Row]) -> Row:
    """Confirmed within 30 days, by the form with its day or by a follow-up in that time."""
    said, on, start = met["connected_said"], met["connected_on"], met["from"]
    words = {row["connected_to_care"] for row in own}
    days = (on - start.date()).days if on and start else None
    undated = said == "confirmed" and (days is None or days < 0)
    silent = said is None and not words - {None}
    confirmed: Answer = None if undated or silent else False
    if (said == "confirmed" and days is not None and 0 <= days <= 30) or "confirmed" in words:
        confirmed = True
    by_own_word = said == "self-reported" or "self-reported" in words
    return {"connected": confirmed, "by_own_word": both(confirmed is False, by_own_word)}
