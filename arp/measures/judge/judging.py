"""Whether the gates of readiness are met, from readings and targets alone.

A gate is not met if any figure misses its target; else it cannot be told if any figure is not
measured, too few, not mature or without a target; it is met only if all of them are met.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from arp.measures.indicator import Indicator
from arp.measures.judge.gates import GATES, Decides, Figure, GateEntry
from arp.measures.judge.stability import stable
from arp.measures.judge.targets import DIFFERENT_UNIT, Target
from arp.measures.judge.told import Told, monthly, told

if TYPE_CHECKING:
    import pandas as pd

NO_TARGET = "No target set."
NO_BAND = "The target needs both ends of its band."
NO_INTERVAL = "It has no interval, whose end decides this gate."
BY_DEFINITION = "The gate's own definition."


class Verdict(StrEnum):
    """What is known of a figure or a gate; “cannot tell” is an answer and never a pass."""

    MET = "met"
    NOT_MET = "not met"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One figure with its verdict; `months_running` counts the latest months that say the same."""

    figure: Figure
    name: str
    unit: str
    verdict: Verdict
    reason: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    target: Target | None = None
    months_running: int = 0


@dataclass(frozen=True)
class Gate:
    """One gate with its verdict and the figures it rests on."""

    name: str
    question: str
    verdict: Verdict
    figures: tuple[Judged, ...]


def judge(
    whole: pd.DataFrame,
    months: pd.DataFrame,
    targets: Mapping[str, Target],
    *,
    entries: Mapping[str, Indicator],
    gates: Sequence[GateEntry] = GATES,
    complete_through: str | None = None,
    rebase: Collection[str] = (),
) -> list[Gate]:
    """Every gate with its verdict and figures, in the order of `gates`.

    Args:
        whole: readings of the gates' indicators over the whole period.
        months: readings of the same by month.
        targets: what is to be reached, by indicator (`targets_on`).
        entries: the registry; what it does not hold is not measured.
        gates: which gates there are.
        complete_through: the last month that is over in the data; later ones are not looked at.
        rebase: the months at which stability is looked at anew.
    """
    dated = months[months["period"].str.match(r"^\d{4}-\d{2}$")]
    if complete_through is not None:
        dated = dated[dated["period"] <= complete_through]
    found = []
    for gate in gates:
        figures = tuple(
            _stability(figure, dated, entries, rebase)
            if figure.decides is Decides.STABLE
            else _judged(figure, whole, dated, targets, entries)
            for figure in gate.figures
        )
        verdict = together([one.verdict for one in figures])
        found.append(Gate(gate.name, gate.question, verdict, figures))
    return found


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """One miss is not met; else one that cannot be told cannot tell; met only if all are."""
    for verdict in (Verdict.NOT_MET, Verdict.CANNOT_TELL):
        if verdict in verdicts:
            return verdict
    return Verdict.MET if verdicts else Verdict.CANNOT_TELL


def units_of(
    entries: Mapping[str, Indicator], gates: Sequence[GateEntry] = GATES
) -> dict[str, str]:
    """The unit in which each indicator is held against a target, by key.

    A part that a gate takes as a share has a target that is a share too.
    """
    shares = [figure.key for gate in gates for figure in gate.figures if figure.as_share]
    return {key: entry.unit for key, entry in entries.items()} | dict.fromkeys(shares, "share")


def _judged(
    figure: Figure,
    whole: pd.DataFrame,
    months: pd.DataFrame,
    targets: Mapping[str, Target],
    entries: Mapping[str, Indicator],
) -> Judged:
    """One figure against its target; the months by their values, as each has a wide interval."""
    entry, target = entries.get(figure.key), targets.get(figure.key)
    if target is None and figure.fixed is not None:
        target = Target(value=figure.fixed, source=BY_DEFINITION)
    known = told(figure, whole, months)
    verdict, reason = _verdict(figure, known, target)
    judged = Judged(
        figure=figure,
        name=figure.name or (entry.name if entry else figure.key),
        unit="share" if figure.as_share or not entry else entry.unit,
        verdict=verdict,
        reason=reason,
        value=known.value,
        low=known.low,
        high=known.high,
        n=known.n,
        target=target,
    )
    if target is None or verdict is Verdict.CANNOT_TELL:
        return judged
    running = _months_running(figure, monthly(figure, months), target, verdict)
    return replace(judged, months_running=running)


def _verdict(figure: Figure, known: Told, target: Target | None) -> tuple[Verdict, str]:
    """The verdict, and why where it cannot be told; what is unknown comes before the target."""
    if known.value is None:
        return Verdict.CANNOT_TELL, known.reason
    if target is None:
        return Verdict.CANNOT_TELL, NO_TARGET
    if target.value is None:
        return Verdict.CANNOT_TELL, DIFFERENT_UNIT
    if figure.decides is Decides.WITHIN and target.at_least is None:
        return Verdict.CANNOT_TELL, NO_BAND
    deciding = {Decides.UPPER_BOUND: known.high, Decides.LOWER_BOUND: known.low}
    value = deciding.get(figure.decides, known.value)
    if value is None:
        return Verdict.CANNOT_TELL, NO_INTERVAL
    return _met(figure.decides, value, target), known.reason


def _met(decides: Decides, value: float, target: Target) -> Verdict:
    """Whether a deciding value reaches its target."""
    goal = float("nan") if target.value is None else target.value
    low = goal if target.at_least is None else target.at_least
    met = {
        Decides.UPPER_BOUND: value < goal,
        Decides.AT_MOST: value <= goal,
        Decides.LOWER_BOUND: value >= goal,
        Decides.AT_LEAST: value >= goal,
        Decides.WITHIN: low <= value <= goal,
    }[decides]
    return Verdict.MET if met else Verdict.NOT_MET


def _months_running(
    figure: Figure, by_month: Mapping[str, float], target: Target, verdict: Verdict
) -> int:
    """How many of the latest known months in a row say, by their value, what the gate says."""
    running = 0
    for value in reversed(list(by_month.values())):
        if _met(figure.decides, value, target) is not verdict:
            break
        running += 1
    return running


def _stability(
    figure: Figure,
    months: pd.DataFrame,
    entries: Mapping[str, Indicator],
    rebase: Collection[str],
) -> Judged:
    """Whether the process is stable, as one figure without a value."""
    steady, reason = stable(months, entries, rebase)
    verdict = {True: Verdict.MET, False: Verdict.NOT_MET, None: Verdict.CANNOT_TELL}[steady]
    return Judged(figure=figure, name=figure.name, unit="", verdict=verdict, reason=reason)
