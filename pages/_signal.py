"""Cards of monthly figures: the control chart of one indicator, and lines with changes marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.views import charts, sentences, signal_words
from arp.views.control_chart import control_chart
from pages import _card, _shell

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.monthly import Monthly

SET_A_TARGET = ("settings", "Set a target")
WAITS = {"response_p50": "half of calls", "response_p90": "nine in ten"}


def card(
    question: str,
    series: Monthly,
    whole: pd.DataFrame,
    *,
    shown: _shell.View,
    note: str = "",
    links: Sequence[tuple[str, str]] = (),
) -> None:
    """A card with the control chart of one indicator, named after it.

    Args:
        question: the card's title.
        series: the indicator's judged months.
        whole: readings of the whole period, for n of N.
        shown: what they were asked of.
        note: what the foot says besides target, trial limits and gaps.
        links: pages that tell more.
    """
    wanted = (SET_A_TARGET,) if series.told and signal_words.lacks_target(series) else ()
    _card.card(
        series.key,
        question,
        signal_words.finding(series),
        series.months,
        shown=shown,
        drawing=_card.Drawing(
            control_chart,
            {
                "unit": series.unit,
                "target": signal_words.target_value(series.target),
                "changes": series.changes,
            },
        ),
        of=sentences.of_whole(sentences.reading(whole, series.key)),
        note=f"{signal_words.foot(series)} {note}".strip(),
        links=(*links, *wanted),
    )


def lines(shown: _shell.View, names: Mapping[str, str], unit: str = "minutes") -> _card.Drawing:
    """One line an indicator over the months, the changes marked."""
    changes = _shell.background(shown).changes
    return _card.Drawing(charts.over_months, {"unit": unit, "names": names, "changes": changes})
