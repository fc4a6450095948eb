"""What an XmR chart says, as sentences: signal, usual range, target.

“Usual” is what the figure's own ups and downs make usual; it is no praise. A sentence calls a
month a signal only where a rule does, and says “changed”, never why.
"""

from __future__ import annotations

from arp.measures.spc.limits import FEWEST_POINTS
from arp.measures.spc.rules import Rule, Signal
from arp.measures.spc.summary import Assurance, Summary
from arp.views import formats

TOO_FEW = "Too few months to tell a signal from noise."
SIGNALS = {
    Signal.IMPROVEMENT: "Improvement",
    Signal.CONCERN: "Concern",
    Signal.NO_DIRECTION: "A signal, neither good nor bad",
}
ASSURANCES = {
    Assurance.PASS: "Usual months reach the target of {target} every time (P).",
    Assurance.FAIL: "Usual months miss the target of {target} every time (F).",
    Assurance.HIT_OR_MISS: "Usual months reach the target of {target} sometimes (?).",
}


def signal(summary: Summary, unit: str) -> str:
    """What the latest month says against the usual ups and downs."""
    if summary.signal is None or summary.period is None:
        return TOO_FEW
    month = formats.month(summary.period)
    usual = between(*clipped(summary, unit), unit)
    if summary.rule is None:
        return f"Nothing unusual: {month} is within the usual range, {usual}."
    return f"{SIGNALS[summary.signal]} ({summary.letter}): {_why(summary, unit, month, usual)}."


def target(summary: Summary, unit: str) -> str:
    """Whether usual months reach the target; nothing where that is no question."""
    if summary.assurance is None or summary.target is None:
        return ""
    return ASSURANCES[summary.assurance].format(target=formats.quantity(summary.target, unit))


def trial(summary: Summary) -> str:
    """That limits are trial limits, and from how many months on they are not."""
    if not summary.trial or summary.signal is None:
        return ""
    months = formats.counted(summary.points, "month")
    return f"Trial limits: they rest on {months}, {FEWEST_POINTS} are needed."


def between(lower: float, upper: float, unit: str) -> str:
    """Two ends of a range, the unit said once: 24.0 to 36.0 minutes."""
    low, high = formats.quantity(lower, unit), formats.quantity(upper, unit)
    word = f" {unit}"
    return f"{low.removesuffix(word) if high.endswith(word) else low} to {high}"


def clipped(summary: Summary, unit: str) -> tuple[float, float]:
    """The limits as they are shown: no share below 0% or over 100%, no negative count or wait."""
    lower, upper = summary.lower or 0.0, summary.upper or 0.0
    if summary.mean is not None and summary.mean >= 0:
        lower = max(lower, 0.0)
    return lower, min(upper, 1.0) if unit == "share" else upper


def _why(summary: Summary, unit: str, month: str, usual: str) -> str:
    """The rule that makes the latest month a signal."""
    high = summary.letter == "H"
    since = formats.month(summary.since or summary.period or "")
    mean = formats.quantity(summary.mean, unit)
    return {
        Rule.OUTSIDE: f"{month}, {formats.quantity(summary.value, unit)}, is "
        f"{'above' if high else 'below'} the usual range, {usual}",
        Rule.TREND: f"every month {'higher' if high else 'lower'} than the one before, "
        f"up to {month}",
        Rule.TWO_OF_THREE: f"two of three months near the {'upper' if high else 'lower'} end of "
        f"the usual range, {usual}",
        Rule.SHIFT: f"every month {'above' if high else 'below'} the mean of {mean} since {since}",
    }[summary.rule or Rule.OUTSIDE]
