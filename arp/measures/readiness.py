"""Readiness of one snapshot: its gates, and the judgments that stand among the indicators.

Everything here asks the engine for figures and the settings for targets, and hands both to
`judge`. Nothing is added up to a score.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.judge.gates import GATES, STABILITY, STABLE_FIGURES, Decides, GateEntry
from arp.measures.judge.judging import Gate, Verdict, judge, units_of
from arp.measures.judge.targets import Target, targets_on
from arp.measures.release import Audience, Release, released
from arp.measures.spc.rebase import rebase_months

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

NOT_MET, MET = 0.0, 1.0
CEILING, FLOOR = "backup_requested_rate", "felt_safe_rate"
NO_CEILING = "No target set for back-up requested: it is the ceiling that this gate needs."


def gates(
    evidence: Evidence,
    asked: Asked,
    entries: Sequence[GateEntry] = GATES,
    audience: Audience = Audience.INSIDE,
) -> list[Gate]:
    """Every gate for what is asked about, by the targets that hold today.

    What its audience may not see of people cannot be told.
    """
    from arp.measures.engine import measure

    keys = {figure.key for gate in entries for figure in gate.figures}
    keys |= set(STABLE_FIGURES) if STABILITY in keys else set()
    known = sorted(keys & set(evidence.indicators) - {STABILITY})
    question: dict[str, Any] = {"months": asked.months, "where": asked.where}
    release = Release.of(evidence, audience, asked.where)
    return judge(
        released(measure(evidence, known, **question), release, evidence.indicators),
        released(measure(evidence, known, by=("month",), **question), release, evidence.indicators),
        targets(evidence, asked),
        entries=evidence.indicators,
        gates=entries,
        complete_through=evidence.complete_through,
        rebase=rebase_months(evidence.settings.entries("changes")),
    )


def targets(evidence: Evidence, asked: Asked) -> dict[str, Target]:
    """The targets that hold today, by indicator; a team's own where one team is asked about."""
    teams = asked.where.team or ()
    return targets_on(
        evidence.settings.entries("targets"),
        evidence.today,
        units_of(evidence.indicators),
        team=teams[0] if len(teams) == 1 else None,
    )


def scorecard(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a gate: 1 met, 0 not met; what cannot be told has no value and says why."""
    return _as_readings(gates(evidence, asked), named=True)


def trend_stability(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row: 1 where no figure gave a signal of concern lately, 0 where one did."""
    return _as_readings(gates(evidence, asked, _only(lambda one: one is Decides.STABLE)))


def safety_floor(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row: 1 where harm and the sense of safety meet their floor, 0 where one does not."""
    safety = next(gate for gate in GATES if gate.name == "Safety")
    figures = tuple(figure for figure in safety.figures if figure.key != CEILING)
    floor = GateEntry(safety.name, safety.question, figures)
    return _as_readings(gates(evidence, asked, [floor]))


def backup_ceiling(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a call type: 1 where the upper limit of back-up requested lies under the ceiling."""
    import pandas as pd

    from arp.measures.engine import measure

    goal = targets(evidence, asked).get(CEILING)
    by = ("call_type",)
    types = measure(evidence, [CEILING], by=by, months=asked.months, where=asked.where)
    told = types["status"] == "ok"
    ceiling = None if goal is None else goal.value
    under = types["high"] < (float("nan") if ceiling is None else ceiling)
    return pd.DataFrame(
        {
            "call_type": types.get("call_type"),
            "value": under.astype(float).where(told & (ceiling is not None)),
            "n": types["n"],
            "low": types["low"],
            "high": types["high"],
            "unmeasured": types["reason"].where(~told, "" if ceiling is not None else NO_CEILING),
        }
    )


def _only(decides: Any) -> list[GateEntry]:
    """The gates narrowed to the figures that are decided so."""
    narrowed = (
        GateEntry(gate.name, gate.question, tuple(f for f in gate.figures if decides(f.decides)))
        for gate in GATES
    )
    return [gate for gate in narrowed if gate.figures]


def _as_readings(found: Sequence[Gate], *, named: bool = False) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for gate in found:
        reasons = " ".join(
            f"{one.name}: {one.verdict}. {one.reason}".strip()
            for one in gate.figures
            if one.verdict is not Verdict.MET
        )
        value = {Verdict.MET: MET, Verdict.NOT_MET: NOT_MET}.get(gate.verdict)
        row: dict[str, Any] = {"gate": gate.name} if named else {}
        row |= {"value": value, "n": len(gate.figures), "note": reasons}
        rows.append(row | {"unmeasured": reasons if value is None else ""})
    return pd.DataFrame(rows)
