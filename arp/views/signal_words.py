"""What judged months say beside a figure: the finding of a card, its foot, the words of a tile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.measures.judge.targets import Target
from arp.measures.monthly import Monthly
from arp.measures.readings import MOSTLY_UNKNOWN, is_mostly_unknown
from arp.measures.spc.limits import FEWEST_POINTS
from arp.measures.spc.rules import Signal
from arp.measures.spc.xmr import center
from arp.views import formats, sentences, spc_words, target_words

if TYPE_CHECKING:
    import pandas as pd

NAMED = {  # in which order the signals of several figures are said, and how
    Signal.CONCERN: "concern in {}",
    Signal.IMPROVEMENT: "improvement in {}",
    Signal.NO_DIRECTION: "a signal, neither good nor bad, in {}",
}
WORDS = {
    Signal.IMPROVEMENT: "improvement",
    Signal.CONCERN: "concern",
    Signal.NO_DIRECTION: "a signal, neither good nor bad",
    Signal.COMMON_CAUSE: "nothing unusual",
}
RISES, FALLS, USUAL = "north_east", "south_east", "horizontal_rule"  # names of icons


@dataclass(frozen=True)
class Badge:
    """The signal of a tile: what it means, its icon and its words."""

    signal: Signal
    icon: str
    words: str


def finding(series: Monthly) -> str:
    """What the latest month says, whether usual months reach the target, how much is known."""
    unit = series.unit
    if not series.told:
        return sentences.why_not(series.months.iloc[0] if len(series.months) else None)
    said = (
        spc_words.signal(series.summary, unit),
        after_changes(series),
        spc_words.target(series.summary, unit),
        _mostly_unknown(series),
    )
    return " ".join(sentence for sentence in said if sentence)


def _mostly_unknown(series: Monthly) -> str:
    """In how many months most rows do not tell the figure, so that its signals may mislead."""
    months = _told(series)
    thin = int(is_mostly_unknown(months).sum())
    if thin in (0, len(months)):
        return MOSTLY_UNKNOWN if thin else ""
    of_months = f"In {thin} of {formats.counted(len(months), 'month')}"
    return f"{of_months}, it is {formats.inside(MOSTLY_UNKNOWN)}"


def named(series: Monthly) -> str:
    """The same with the figure's name before it, where a chart shows more than one."""
    said = finding(series)
    if not series.told:
        return said
    return f"{series.name}: {formats.inside(said)}"


def of_lines(told: Monthly, series: Iterable[Monthly]) -> str:
    """What the first of several lines says, and the latest signal of any other that has one."""
    others = [
        f"{one.name}: {spc_words.signal(one.summary, one.unit)} {_mostly_unknown(one)}".strip()
        for one in series
        if one is not told
        and badge(one) is not None
        and one.summary.signal is not Signal.COMMON_CAUSE
    ]
    return " ".join([named(told), *others])


def after_changes(series: Monthly) -> str:
    """Monthly mean 31%; after the change of May 2025, 49%; after that of Dec 2025, 54%.

    Nothing where no change divides the months.
    """
    known = _told(series)
    segments = list(known.groupby("segment")) if series.told else []
    if len(segments) < 2:
        return ""
    unit = series.unit
    means = [formats.quantity(center(rows), unit) for _, rows in segments]
    since = [formats.month(rows["period"].min()) for _, rows in segments]
    parts = [f"Monthly mean {means[0]}", f"after the change of {since[1]}, {means[1]}"]
    later = zip(since[2:], means[2:], strict=True)
    return "; ".join([*parts, *(f"after that of {month}, {mean}" for month, mean in later)]) + "."


def foot(series: Monthly) -> str:
    """Target and who set it, trial limits, months without a figure."""
    if not series.told:
        return ""
    known = _told(series)["period"]
    said = (
        target_words.of_figure(series.target, series),
        spc_words.trial(series.summary),
        sentences.gaps(list(known)),
    )
    return " ".join(sentence for sentence in said if sentence)


def lacks_target(series: Monthly) -> bool:
    """Whether the city could set a target for this figure and has not."""
    return series.target is None and target_words.may_have_one(series)


def badge(series: Monthly) -> Badge | None:
    """The signal of the latest month, where 12 months or more are known; else nothing."""
    summary = series.summary
    if series.told < FEWEST_POINTS or summary.signal is None or summary.period is None:
        return None
    letter = f"{summary.letter}: " if summary.letter else ""
    trial = " (trial limits)" if summary.trial else ""
    latest = series.months[series.months["period"] == summary.period]
    unsure = " (mostly unknown)" if is_mostly_unknown(latest).any() else ""
    return Badge(
        summary.signal,
        {"H": RISES, "L": FALLS}.get(summary.letter, USUAL),
        f"{letter}{WORDS[summary.signal]}{trial}{unsure}",
    )


def assurance(series: Monthly) -> str:
    """Target at most 15.0 min: hit or miss; or that no target is set."""
    target = series.target
    if target is None:
        return target_words.NO_TARGET if target_words.may_have_one(series) else ""
    if target.value is None:
        return ""
    aim = formats.short(f"target {target_words.goal(target, series)}")
    told = series.summary.assurance if series.told >= FEWEST_POINTS else None
    return f"{aim}: {told}" if told else aim


def across(series: Iterable[Monthly]) -> str:
    """The latest signals of several figures: which are a concern, which improve, how many usual."""
    judged = [one for one in series if badge(one) is not None]
    if not judged:
        return spc_words.TOO_FEW
    parts = []
    for signal, words in NAMED.items():
        names = [
            f"{one.name} ({one.summary.letter})" for one in judged if one.summary.signal is signal
        ]
        parts += [words.format(formats.listed(names))] if names else []
    if any(one.summary.signal is Signal.COMMON_CAUSE for one in judged):
        parts.append(f"nothing unusual in {'the other figures' if parts else 'any figure'}")
    return f"Latest month: {'; '.join(parts)}."


def target_value(target: Target | None) -> float | None:
    """Where the target's line is drawn; nowhere without one."""
    return None if target is None else target.value


def _told(series: Monthly) -> pd.DataFrame:
    return series.months[series.months["status"] == "ok"]
