"""911 answering, calls taken by phone, posts, reports, force: again, as METRICS has them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from tests.made_city import Row
from tests.told.city import ToldCity
from tests.told.figures import NOT_MATURE, NOT_MEASURED, TOO_FEW, share, total
from tests.told.three_valued import both

AREA = "area"


def in_whole(rows: list[Row], *, by_area: bool) -> list[Row]:
    """By area the rows of areas; else the city's own row, and the areas' where there is none."""
    of_city = {(row["figure"], row["month"]) for row in rows if row[AREA] is None}
    return [
        row
        for row in rows
        if (row[AREA] is not None if by_area else row[AREA] is None)
        or (not by_area and (row["figure"], row["month"]) not in of_city)
    ]


def shares(told: ToldCity, figure: str, *, by_area: bool) -> list[Row]:
    """The two parts of an uploaded share, as tops and bottoms of a ratio."""
    return [
        row | {"top": row["numerator"], "bottom": row["denominator"]}
        for row in in_whole(told.figures, by_area=by_area)
        if row["figure"] == figure
    ]


def answered(told: ToldCity, limit: int, *, by_area: bool) -> list[Row]:
    """The center's own figures where it has any; else calls of the line with an answer time."""
    figures = [
        row
        for row in shares(told, f"calls_answered_{limit}s", by_area=by_area)
        if row["top"] is not None and row["bottom"] is not None
    ]
    if any(
        row["figure"] == f"calls_answered_{limit}s" and row["numerator"] and row["denominator"]
        for row in told.figures
    ):
        return figures
    return [
        call | {"top": int(call["answer"] <= limit / 60), "bottom": 1}
        for call in told.calls
        if call["answer"] is not None
        and call["in_cad"]
        and call["origin"] in ("911", "public", None)
        and not (by_area and call[AREA] is None)
    ]


def beside_eligible(told: ToldCity, figure: str, *, by_area: bool) -> list[Row]:
    """A monthly figure above, eligible calls below."""
    above = [
        row | {"top": row["value"]}
        for row in in_whole(told.figures, by_area=by_area)
        if row["figure"] == figure
    ]
    return above + [row | {"bottom": 1} for row in told.calls if row["eligible"]]


OF_SYSTEM: dict[str, Callable[..., list[Row]]] = {
    "answer_within_15s": lambda told, *, by_area=False: answered(told, 15, by_area=by_area),
    "answer_within_20s": lambda told, *, by_area=False: answered(told, 20, by_area=by_area),
    "vacancy_rate": lambda told, *, by_area=False: shares(told, "posts_vacant", by_area=by_area),
    "low_level_reports_rate": lambda told, *, by_area=False: beside_eligible(
        told, "crime_reports", by_area=by_area
    ),
    "use_of_force_eligible_rate": lambda told, *, by_area=False: beside_eligible(
        told, "use_of_force_eligible", by_area=by_area
    ),
}
SUMS = {"low_level_reports": "crime_reports", "use_of_force_eligible": "use_of_force_eligible"}
BY_PHONE = {"ccd_phone_resolution": "phone_resolved", "ccd_safe_handback": "phone_handed_back"}


def summed(rows: list[Row]) -> Row:
    """A figure that nobody uploaded is not measured, and no 0."""
    found = total(row["value"] for row in rows)
    return {"status": NOT_MEASURED, "n": 0} if found["status"] == TOO_FEW else found


def within_a_day(rows: list[Row], fact: str, *, monthly: bool) -> Row:
    """Of calls taken by phone whose day is over; a month with others is not mature."""
    asked = [(row, both(row["phone_taken"], row["phone_matured"])) for row in rows]
    early = [row for row in rows if row["phone_taken"] and row["phone_matured"] is False]
    told = [row for row, among in asked if among and row[fact] is not None]
    if early and (monthly or not told):
        return {"status": NOT_MATURE}
    return share((among, row[fact]) for row, among in asked)


def days_covered(told: ToldCity, today: date) -> dict[str, int]:
    """By month the days of the calendar from the first to the last day of the dispatch data."""
    days = {call["moment"].date() for call in told.calls if call["in_cad"] and call["moment"]}
    days = {day for day in days if day <= today}
    first, last = min(days), max(days)
    found = {}
    for year, month in {(day.year, day.month) for day in days}:
        begins, ends = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        found[f"{year}-{month:02}"] = (min(ends, last) - max(begins, first)).days + 1
    return found
