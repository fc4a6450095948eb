"""Exhibits of monthly figures: one indicator with its limits, and several as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from arp.exhibits.exhibit import Drawing, Exhibit
from arp.measures.monthly import together
from arp.views import charts, sentences, signal_words
from arp.views.control_chart import control_chart

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.look import Look
    from arp.measures.monthly import Monthly

SET_A_TARGET = ("settings", "Set a target")
WAITS = {"response_p50": "half of calls", "response_p90": "nine in ten"}
Links = Sequence[tuple[str, str]]


def control(
    question: str, series: Monthly, whole: pd.DataFrame, *, note: str = "", links: Links = ()
) -> Exhibit:
    """The control chart of one indicator, named after it.

    Args:
        question: the title.
        series: the indicator's judged months.
        whole: readings of the whole period, for n of N.
        note: what the foot says besides target, trial limits and gaps.
        links: pages that tell more.
    """
    wanted = (SET_A_TARGET,) if series.told and signal_words.lacks_target(series) else ()
    words = {
        "unit": series.unit,
        "target": signal_words.target_value(series.target),
        "changes": series.changes,
    }
    return Exhibit(
        key=series.key,
        question=question,
        finding=signal_words.finding(series),
        readings=series.months,
        drawing=Drawing(control_chart, words),
        of=sentences.of_whole(sentences.reading(whole, series.key)),
        note=f"{signal_words.foot(series)} {note}".strip(),
        links=(*links, *wanted),
    )


def lines(
    look: Look, names: Mapping[str, str], unit: str = "minutes", series: Iterable[Monthly] = ()
) -> Drawing:
    """One line an indicator over the months, the changes marked, and the targets of `series`."""
    targets = {one.key: signal_words.target_value(one.target) for one in series}
    words = {
        "unit": unit,
        "names": names,
        "changes": look.background.changes,
        "targets": {key: value for key, value in targets.items() if value is not None},
    }
    return Drawing(charts.over_months, words)


def waits(
    look: Look,
    question: str,
    finding: str,
    months: Mapping[str, Monthly],
    whole: pd.DataFrame,
    *,
    key: str = "waits",
    of: str = "response_p50",
    note: str = "",
    links: Links = (),
) -> Exhibit:
    """How long half of the callers, and nine in ten of them, wait: a line each."""
    return Exhibit(
        key=key,
        question=question,
        finding=finding,
        readings=together(_of(months, WAITS)),
        drawing=lines(look, WAITS, series=_of(months, WAITS)),
        of=sentences.of_whole(sentences.reading(whole, of)),
        note=note,
        links=tuple(links),
    )


def _of(months: Mapping[str, Monthly], keys: Iterable[str]) -> list[Monthly]:
    return [months[key] for key in keys]
