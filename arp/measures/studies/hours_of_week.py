"""Demand and coverage by hour of the week: where eligible calls come and nobody is on duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

FEWEST_WEEKS = 4  # an hour of the week that came fewer times says nothing
TOO_FEW_WEEKS = f"This hour of the week came fewer than {FEWEST_WEEKS} times."
ELIGIBLE, ON_DUTY, CAPTURE, MISSED = (
    "eligible calls an hour",
    "units on duty",
    "share handled",
    "missed calls an hour",
)
PARTS = {ELIGIBLE: "eligible", ON_DUTY: "unit_hours", CAPTURE: "handled", MISSED: "missed"}


def demand_and_coverage(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Four rows an hour of the week (0 is Monday midnight): demand, units, capture and misses.

    Calls and missed calls are a mean an hour, units on duty the mean of scheduled units, capture
    a share of all eligible calls. n is how many times the hour came, for capture the eligible
    calls. Left out are undated calls and months in which nobody knows what the program did. An
    hour that comes twice in one night counts as one.
    """
    import numpy as np
    import pandas as pd

    hours = evidence.ask(_sql(evidence, asked))
    found = []
    for part, column in PARTS.items():
        below = hours["eligible"] if part == CAPTURE else hours["hours_n"]
        value = hours[column] / below.where(below > 0)
        few = hours["hours_n"] < FEWEST_WEEKS
        found.append(
            pd.DataFrame(
                {
                    "hour_of_week": hours["hour_of_week"],
                    "part": part,
                    "value": value.where(~few, np.nan),
                    "n": below,
                    "numerator": hours[column],
                    "denominator": below,
                    "low": np.nan,
                    "high": np.nan,
                    "too_few": np.where(few, TOO_FEW_WEEKS, ""),
                }
            )
        )
    return pd.concat(found, ignore_index=True)


def _sql(evidence: Evidence, asked: Asked) -> str:
    calls, duty = asked.fact("calls"), "coverage"
    of_calls = asked.chosen_sql(calls, evidence.facts[calls].columns)
    of_duty = asked.only(("team",)).chosen_sql(duty, evidence.facts[duty].columns)
    told = f"month IN (SELECT month FROM ({of_calls}) WHERE handled IS NOT NULL)"
    return f"""
        WITH demand AS (
            SELECT hour_of_week, count(*) FILTER (WHERE eligible) AS eligible,
                count(*) FILTER (WHERE eligible AND handled) AS handled,
                count(*) FILTER (WHERE missed) AS missed
            FROM ({of_calls}) WHERE hour_of_week IS NOT NULL AND {told} GROUP BY hour_of_week
        ), duty AS (
            SELECT hour_of_week, count(DISTINCT starts_at) AS hours_n,
                sum(scheduled_minutes) / 60 AS unit_hours
            FROM ({of_duty}) WHERE {told} GROUP BY hour_of_week
        )
        SELECT hour_of_week, hours_n, unit_hours, coalesce(eligible, 0) AS eligible,
            coalesce(handled, 0) AS handled, coalesce(missed, 0) AS missed
        FROM duty LEFT JOIN demand USING (hour_of_week) ORDER BY hour_of_week
    """
