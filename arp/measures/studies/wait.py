"""How long callers would wait for a free unit, with the units there are and with some more.

A model (see arp/measures/erlang.py), fed with what was observed: eligible calls in staffed hours
and how many of them were routed, how long a response keeps a unit, and units on duty.
Source: METRICS §4B and §5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor
from typing import TYPE_CHECKING, Any

from arp.measures.erlang import Queue, units_needed
from arp.measures.judge.targets import targets_on

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

KEY = "wait_model"
LIMIT = 0.25  # hours that nobody should wait longer
AT_MOST = 0.20  # the share that may, while the city has set no target of its own
OVER, WAITING, MEAN_WAIT, NEEDED, CALLS, EACH, ON_DUTY = (
    "share waiting over 15 minutes",
    "share waiting at all",
    "mean wait",
    "units needed",
    "calls routed an hour",
    "time that a response keeps a unit",
    "units on duty",
)
MORE = ("as now", "1 more", "2 more", "3 more")  # units beside those on duty
NO_CALLS = "No eligible call came while a unit was on duty."
NO_UNITS = "No unit was on duty."
GROWS = (
    "The queue grows without limit: the calls keep {load:.1f} units at work, and {units} would be "
    "on duty."
)
OF_THE_WHOLE = (
    "A unit's queue holds all its calls, so a single area or call type has no queue of its own: "
    "take that filter away."
)
OWN_TARGET = "At most {:.0%} may wait so long, by the city's own target."
NO_TARGET = f"At most {AT_MOST:.0%} may wait so long: a place to start, no target of the city."


def wait_model(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a group, number of units and part, and one a group of what the model rests on.

    n is the eligible calls in staffed hours. A queue that grows without limit has no number.
    """
    import pandas as pd

    columns = [*asked.by, "more_units", "part", "value", "n", "too_few", "unmeasured", "note"]
    if asked.where.area is not None or asked.where.call_type is not None:
        return pd.DataFrame([{"unmeasured": OF_THE_WHOLE, "too_few": ""}], columns=columns)
    allowed, said = _allowed(evidence, asked)
    rows: list[dict[str, Any]] = []
    for told in evidence.ask(_sql(evidence, asked)).to_dict("records"):
        group = {name: told[name] for name in asked.by}
        rows += [group | row for row in _modeled(told, evidence, allowed, said)]
    return pd.DataFrame(rows, columns=columns).fillna({"too_few": "", "note": ""})


def _allowed(evidence: Evidence, asked: Asked) -> tuple[float, str]:
    """The share that may wait longer than the limit, and whose idea that is."""
    entries, unit = evidence.settings.entries("targets"), evidence.indicators[KEY].unit
    teams = asked.where.team or ()
    team = teams[0] if len(teams) == 1 else None
    goal = targets_on(entries, evidence.today, {KEY: unit}, team=team).get(KEY)
    if goal is None or not goal.value:
        return AT_MOST, NO_TARGET
    return goal.value, OWN_TARGET.format(goal.value)


def _modeled(
    told: Mapping[Any, Any], evidence: Evidence, allowed: float, said: str
) -> list[dict[str, Any]]:
    """The rows of one group: what was observed, and what the model makes of it."""
    n = int(told["eligible_n"])
    why_not = _why_not(told, evidence)
    if why_not:
        return [{"part": OVER, "more_units": MORE[0], "n": n} | why_not]
    calls = n / told["staffed_hours"] * told["routed_n"] / told["told_n"]
    each, mean_units = float(told["hours_each"]), told["unit_hours"] / told["staffed_hours"]
    units = max(1, floor(mean_units + 0.5))
    needed = units_needed(calls, each, over=LIMIT, at_most=allowed)
    rows = [
        {"more_units": name} | row
        for more, name in enumerate(MORE)
        for row in _waits(Queue(calls, each, units + more))
    ]
    rows += [
        {"part": CALLS, "value": calls},
        {"part": EACH, "value": each * 60},
        {"part": ON_DUTY, "value": mean_units},
        {"part": NEEDED, "value": needed, "note": said},
    ]
    return [row | {"n": n} for row in rows]


def _why_not(told: Mapping[Any, Any], evidence: Evidence) -> dict[str, str]:
    """Why a group has no queue to be modeled; empty where it has one."""
    import pandas as pd

    if any(pd.isna(told[name]) for name in ("staffed_hours", "hours_each")):
        return {"unmeasured": evidence.indicators[KEY].to_measure_it}
    if not told["staffed_hours"]:
        return {"too_few": NO_UNITS}
    if not told["eligible_n"]:
        return {"too_few": NO_CALLS}
    if not told["told_n"]:
        return {"unmeasured": evidence.indicators[KEY].to_measure_it}
    return {}


def _waits(queue: Queue) -> list[dict[str, Any]]:
    """What a queue means for callers; only words where it grows without limit."""
    if queue.grows:
        words = GROWS.format(load=queue.load, units=queue.units)
        return [{"part": part, "too_few": words} for part in (OVER, WAITING, MEAN_WAIT)]
    return [
        {"part": OVER, "value": queue.waiting_over(LIMIT)},
        {"part": WAITING, "value": queue.waiting},
        {"part": MEAN_WAIT, "value": queue.mean_wait * 60},
    ]


def _sql(evidence: Evidence, asked: Asked) -> str:
    """One row a group: eligible calls and the routed among them, hours on duty, hours a response.

    Only months in which somebody knows what the program did. Units are those of teams that have
    calls of their own; how long a response takes is of all hours, also where hours are asked for.
    """
    calls, by = asked.fact("calls"), asked.by
    of = {
        fact: f"({asked.chosen_sql(fact, evidence.facts[fact].columns)})"
        for fact in dict.fromkeys((calls, "coverage", "unit_responses"))
    }
    of_work = [name for name in by if name != "hour_of_week"]
    return f"""
        WITH told AS (SELECT DISTINCT month FROM calls WHERE routed IS NOT NULL),
        demand AS (
            SELECT {_listed(by)} count(*) FILTER (WHERE eligible_staffed) AS eligible_n,
                count(*) FILTER (WHERE eligible_staffed AND routed) AS routed_n,
                count(*) FILTER (WHERE eligible_staffed AND routed IS NOT NULL) AS told_n
            FROM {of[calls]} WHERE month IN (FROM told) {_grouped(by)}
        ), hours AS (
            SELECT {_listed(by)} starts_at, max(staffed_minutes) / 60 AS staffed,
                sum(scheduled_minutes) / 60 AS scheduled
            FROM {of["coverage"]} WHERE month IN (FROM told)
                AND team IN (SELECT team FROM call_teams WHERE eligible)
            {_grouped([*by, "starts_at"])}
        ), duty AS (
            SELECT {_listed(by)} sum(staffed) AS staffed_hours, sum(scheduled) AS unit_hours
            FROM hours {_grouped(by)}
        ), work AS (
            SELECT {_listed(of_work)} avg(committed_minutes) / 60 AS hours_each
            FROM {of["unit_responses"]} WHERE is_program AND month IN (FROM told)
            {_grouped(of_work)}
        )
        SELECT {_listed(by)} coalesce(eligible_n, 0) AS eligible_n, routed_n, told_n,
            staffed_hours, unit_hours, hours_each
        FROM duty LEFT JOIN demand {_joined(by)} LEFT JOIN work {_joined(of_work)}
        {"ORDER BY " + ", ".join(by) if by else ""}
    """


def _listed(names: Sequence[str]) -> str:
    return "".join(f"{name}, " for name in names)


def _grouped(names: Sequence[str]) -> str:
    return f"GROUP BY {', '.join(names)}" if names else ""


def _joined(names: Sequence[str]) -> str:
    return f"USING ({', '.join(names)})" if names else "ON TRUE"
