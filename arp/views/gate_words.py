"""What the gates of readiness say: one honest sentence on top, and each figure in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from arp.measures.judge.gates import Decides, Taken
from arp.measures.judge.judging import NO_TARGET, Gate, Judged, Verdict
from arp.views import formats, spc_words, target_words

if TYPE_CHECKING:
    import pandas as pd

QUESTION = "What speaks for it, and what against?"
TITLES = ("Gate and its figures", "Verdict", "Value", "95% interval", "n", "Target")
REACH = {
    Decides.UPPER_BOUND: "upper end under {goal}",
    Decides.LOWER_BOUND: "lower end at least {goal}",
    Decides.AT_MOST: "at most {goal}",
    Decides.AT_LEAST: "at least {goal}",
    Decides.WITHIN: "{goal}",
}
BY_THE_WORSE_END = "A safety gate is decided by the worse end of its interval, not by its value."
NO_SIGNAL = "no signal of concern in six months"


def headline(gates: Sequence[Gate]) -> str:
    """2 of 7 gates are met, 1 is not, 4 cannot be told: capacity is not met; … cannot be told."""
    named = which(gates)
    return f"{how_many(gates)}{': ' + formats.inside(named) if named else '.'}"


def how_many(gates: Sequence[Gate]) -> str:
    """2 of 7 gates are met, 1 is not, 4 cannot be told."""
    met, missed, unknown = _by_verdict(gates)
    if len(met) == len(gates):
        return f"All {len(gates)} gates are met"
    if len(unknown) == len(gates):
        return f"None of {len(gates)} gates can be told yet"
    parts = [f"{len(met) or 'None'} of {len(gates)} gates {_are(met or [''])} met"]
    if missed:
        parts.append(f"{len(missed)} {_are(missed)} not")
    if unknown:
        parts.append(f"{len(unknown)} cannot be told")
    return ", ".join(parts)


def which(gates: Sequence[Gate]) -> str:
    """Capacity is not met; unmet demand and data cannot be told. Nothing where all are met."""
    _, missed, unknown = _by_verdict(gates)
    named = []
    if missed:
        named.append(f"{_listed(missed)} {_are(missed)} not met")
    if unknown:
        named.append(f"{_listed(unknown)} cannot be told")
    said = "; ".join(named)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def decided(gate: Gate) -> str:
    """A gate's verdict and the figures that decide it, each with what it has to reach.

    Not met: staffed time with no free unit, 10.2% (at most 10%).
    """
    deciding = [one for one in gate.figures if one.verdict is gate.verdict]
    said = "; ".join(map(_with_target, deciding))
    return f"{str(gate.verdict).capitalize()}: {formats.inside(said)}."


def worse_end(gates: Sequence[Gate]) -> str:
    """How a gate of safety is decided; nothing where none of the gates is one."""
    bounds = (Decides.UPPER_BOUND, Decides.LOWER_BOUND)
    safety = any(one.figure.decides in bounds for one in _figures(gates))
    return BY_THE_WORSE_END if safety else ""


def value(judged: Judged) -> str:
    """The figure's value, with the time it is taken over where that is not the whole period."""
    goal = None if judged.target is None else judged.target.value
    printed = formats.beside(judged.value, goal, judged.unit)
    if judged.value is None or judged.figure.taken is Taken.WHOLE:
        return printed
    return f"{printed} {judged.figure.taken.value}"


def interval(judged: Judged) -> str:
    """The figure's 95 % interval; a dash where it has none."""
    if judged.low is None or judged.high is None:
        return formats.NOTHING
    return spc_words.between(judged.low, judged.high, judged.unit)


def target(judged: Judged) -> str:
    """What the figure has to reach, or that nobody has said so."""
    decides, goal = judged.figure.decides, judged.target
    if decides is Decides.STABLE:
        return NO_SIGNAL
    if goal is None or goal.value is None:
        return target_words.NO_TARGET
    if decides is Decides.WITHIN:
        low = goal.value if goal.at_least is None else goal.at_least
        return spc_words.between(low, goal.value, judged.unit)
    return REACH[decides].format(goal=formats.quantity(goal.value, judged.unit))


def set_by(judged: Judged) -> str:
    """Who set the target, since when, and where it comes from."""
    return "" if judged.target is None else target_words.set_by(judged.target)


def held(judged: Judged) -> str:
    """The figure's verdict, and for how many of the latest months in a row it has said the same."""
    stable = judged.figure.decides is Decides.STABLE
    if judged.verdict is Verdict.CANNOT_TELL or stable or not judged.months_running:
        return str(judged.verdict)
    return f"{judged.verdict} for {formats.counted(judged.months_running, 'month')}"


def told(judged: Judged) -> tuple[str, ...]:
    """A figure as a row: its name, how it was held, value, interval, n and target."""
    n = formats.NOTHING if judged.n is None else formats.count(judged.n)
    return (judged.name, held(judged), value(judged), interval(judged), n, target(judged))


def printed(gates: Sequence[Gate]) -> pd.DataFrame:
    """One row a gate with its verdict, and beneath it one row each of its figures.

    A gate alone has its figures only: its question and verdict stand above the table.
    """
    import pandas as pd

    rows: list[tuple[str, ...]] = []
    for gate in gates:
        if len(gates) > 1:
            rows.append((f"{gate.name}. {gate.question}", str(gate.verdict), "", "", "", ""))
        rows += [told(one) for one in gate.figures]
    return pd.DataFrame(rows, columns=list(TITLES))


def untold(gates: Sequence[Gate]) -> dict[str, str]:
    """Why figures cannot be told, each reason once, with the figures it holds for.

    Figures that only lack a target are left out: see `without_target`.
    """
    return _named(
        (one.reason, one.name)
        for one in _figures(gates)
        if one.verdict is Verdict.CANNOT_TELL and one.reason != NO_TARGET
    )


def without_target(gates: Sequence[Gate]) -> str:
    """Which measured figures nobody has set a target for."""
    names = dict.fromkeys(one.name for one in _figures(gates) if one.reason == NO_TARGET)
    return f"No target set: {'; '.join(names)}." if names else ""


def who_set(gates: Sequence[Gate]) -> dict[str, str]:
    """Who set targets, since when and why, with the figures that they are targets of."""
    return _named((set_by(one), one.name) for one in _figures(gates) if one.target is not None)


def notes(gates: Sequence[Gate]) -> dict[str, str]:
    """What told figures say about themselves, such as how many rows they leave out."""
    told = (one for one in _figures(gates) if one.verdict is not Verdict.CANNOT_TELL)
    return _named((one.reason, one.name) for one in told)


def _with_target(judged: Judged) -> str:
    if judged.verdict is Verdict.CANNOT_TELL:
        return judged.name
    printed = value(judged)
    known = "" if printed == formats.NOTHING else f", {printed}"
    return f"{judged.name}{known} ({target(judged)})"


def _by_verdict(gates: Sequence[Gate]) -> list[list[str]]:
    return [
        [gate.name for gate in gates if gate.verdict is verdict]
        for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL)
    ]


def _figures(gates: Sequence[Gate]) -> list[Judged]:
    return [one for gate in gates for one in gate.figures]


def _named(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each sentence once, with the names it is said of."""
    by_sentence: dict[str, dict[str, None]] = {}
    for sentence, name in said:
        if sentence:
            by_sentence.setdefault(sentence, {})[name] = None
    return {sentence: "; ".join(names) for sentence, names in by_sentence.items()}


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _listed(names: Sequence[str]) -> str:
    return formats.listed(map(formats.inside, names))
