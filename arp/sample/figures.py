"""The monthly figures that the city's offices add up themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample import place
from arp.sample.clock import first_day, next_month, utc_seconds
from arp.sample.program import FIELD_TEAMS, scheduled_units

if TYPE_CHECKING:
    from arp.sample.chance import Rng

STREAM = 34  # of the seed
FORCE_ON_ELIGIBLE = 0.1  # of the uses of force by police, how many on calls a team may take
SOURCE = "Sampleton budget office (made up)"


def figures(rng: Rng, months: list[str], expansion_on: date) -> list[dict[str, Any]]:
    """One row a figure and month, for the whole city."""
    rows = []
    for month in months:
        expanded = first_day(month) >= expansion_on
        answered = int(rng.normal(11_000, 350))
        within_15 = answered * rng.uniform(0.80, 0.89)
        within_20 = answered * rng.uniform(0.90, 0.95)
        posts = 60 if expanded else 26
        planned = _unit_hours(month, expansion_on)
        shares = (
            ("calls_answered_15s", round(within_15), answered),
            ("calls_answered_20s", round(within_20), answered),
            ("posts_vacant", int(rng.integers(2, 9)), posts),
        )
        numbers = (
            ("unit_hours_planned", planned),
            ("unit_hours_delivered", round(planned * rng.uniform(0.9, 0.99))),
            ("use_of_force", int(rng.poisson(7))),
            ("crime_reports", int(rng.normal(410 - 35 * expanded, 18))),
            ("population", 268_000),
            ("program_cost", round(rng.normal(690_000 if expanded else 310_000, 9_000))),
        )
        rows += [_figure(month, f, num / den, num, den) for f, num, den in shares]
        rows += [_figure(month, f, float(value)) for f, value in numbers]
    return rows


def police_figures(seed: int, city: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Reports by district, which add up to those of the city, and force on eligible calls.

    Drawn from a stream of their own, so that everything else in the city stays as it was.
    """
    rng = np.random.default_rng([seed, STREAM])
    rows = []
    for row in city:
        month, figure, whole = row["month"], row["figure"], int(row["value"])
        if figure == "crime_reports":
            parts = rng.multinomial(whole, place.DISTRICT_WEIGHTS)
            rows += [
                _figure(month, figure, float(part)) | {"area": district}
                for district, part in zip(place.DISTRICTS, parts, strict=True)
            ]
        elif figure == "use_of_force":
            of_eligible = float(rng.binomial(whole, FORCE_ON_ELIGIBLE))
            rows.append(_figure(month, "use_of_force_eligible", of_eligible))
    return rows


def residents(city: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How many people live in each district, by month: as many of the city's as its share."""
    return [
        _figure(row["month"], "population", float(round(row["value"] * weight)))
        | {"area": district}
        for row in city
        if row["figure"] == "population"
        for district, weight in zip(place.DISTRICTS, place.DISTRICT_WEIGHTS, strict=True)
    ]


def _figure(
    month: str, figure: str, value: float, num: float | None = None, den: float | None = None
) -> dict[str, Any]:
    return {
        "figure": figure,
        "month": month,
        "area": None,
        "numerator": None if num is None else float(num),
        "denominator": None if den is None else float(den),
        "value": round(value, 4),
        "source": SOURCE,
    }


def _unit_hours(month: str, expansion_on: date) -> int:
    """Unit-hours in the month's schedule, all teams."""
    begin, end = utc_seconds(first_day(month)), utc_seconds(first_day(next_month(month)))
    hours = np.arange(begin, end, 3600, dtype=np.int64)
    expanded = hours >= utc_seconds(expansion_on)
    return int(sum(scheduled_units(team.key, hours, expanded).sum() for team in FIELD_TEAMS))
