"""Where eligible calls go: how many remain at each step, from eligible to resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.measures.aggregates import FIGURES, UNKNOWN_N
from arp.measures.engine import measure
from arp.measures.readings import LEFT_OUT, NOT_MEASURED, OK

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

WHOLE = "eligible_calls"  # the indicator whose calls are followed


@dataclass(frozen=True)
class Step:
    """One step: which calls reach it, and the indicator that says what to upload for it."""

    condition: str  # SQL over the calls with what their contacts say; null is unknown
    indicator: str


STEPS: Mapping[str, Step] = {
    "eligible": Step("eligible", WHOLE),
    "with a team on duty": Step("staffed", "coverage_share"),
    "routed to a team": Step("routed OR handled", "eligible_capture"),
    "unit sent or taken by phone": Step("prog_dispatched OR handled", "eligible_capture"),
    "arrived or answered": Step("handled", "eligible_capture"),
    "resolved in the community": Step("resolved", "resolved_in_community"),
}


def funnel(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Six rows: the eligible calls that reach each step. Each is counted inside the one before.

    A step of which nobody can tell is not measured, and the next is counted inside the last that
    is. The first five end at the numerator of `eligible_capture`: calls handled while no team was
    on duty are not among them. Calls of which a step is unknown are left out of it and counted in
    `reason`. One row a step, as readings with the column `step`; the denominator is all eligible.
    """
    import pandas as pd

    whole = measure(evidence, [WHOLE], months=asked.months, where=asked.where).iloc[0]
    same = {"indicator": WHOLE, "period": whole["period"]}
    if whole["status"] == OK:
        counted = _counted(evidence, evidence.ask(_sql(evidence, asked)))
    else:
        counted = dict.fromkeys(STEPS, {"status": whole["status"], "reason": whole["reason"]})
    rows = [same | {"step": step} | figures for step, figures in counted.items()]
    columns = ["indicator", "period", "step", *FIGURES, "status", "reason"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(FIGURES, "float64"))


def _counted(evidence: Evidence, calls: pd.DataFrame) -> dict[str, dict[str, object]]:
    """The figures of each step.

    Args:
        evidence: whose indicators say what to upload for a step that nobody can tell.
        calls: how many eligible calls, `n`, reach which steps and do not reach or tell which.
    """
    whole = int(calls["n"].sum())
    counted: dict[str, dict[str, object]] = {}
    for step, told in STEPS.items():
        reached, unknown = (
            calls[calls[step].eq(True)],
            int(calls.loc[calls[step].isna(), "n"].sum()),
        )
        if unknown and unknown == calls["n"].sum():
            why_not = evidence.indicators[told.indicator].to_measure_it
            counted[step] = {"status": NOT_MEASURED, "reason": why_not}
            continue
        n = int(reached["n"].sum())
        left_out = LEFT_OUT[UNKNOWN_N].format(unknown) if unknown else ""
        figures = {"value": n, "n": n, "numerator": n, "denominator": whole}
        counted[step] = figures | {"status": OK, "reason": left_out}
        calls = reached
    return counted


def _sql(evidence: Evidence, asked: Asked) -> str:
    """One query: how many eligible calls there are of each run of steps reached and not."""
    fact = asked.fact("calls")
    calls = asked.chosen_sql(fact, evidence.facts[fact].columns)
    keys = "incident_number, team" if fact == "call_teams" else "incident_number"
    steps = ", ".join(f'{told.condition} AS "{step}"' for step, told in STEPS.items())
    return f"""
        WITH met AS (
            SELECT {keys}, CASE WHEN bool_or(resolved) THEN TRUE
                WHEN bool_or(resolved IS NULL) THEN NULL ELSE FALSE END AS resolved
            FROM encounters WHERE linked AND responds GROUP BY {keys}
        )
        SELECT {steps}, count(*) AS n
        FROM ({calls}) LEFT JOIN met USING ({keys})
        WHERE eligible GROUP BY ALL
    """
