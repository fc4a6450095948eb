"""What “Functioning well” says: the answer, what harm was done and how long ago, who was met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.measures.registry import INDICATORS
from arp.views import formats, sentences

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator

UNTOLD = "The data does not tell yet how the program functions"
PARTS = {  # how each figure is said in the title; the first three that are known
    "program_responses": "{value} responses",
    "response_p90": "nine in ten callers waited {value} or less",
    "backup_requested_rate": "police back-up was asked for in {value}",
    "contact_made_rate": "the person was reached in {value}",
    "felt_safe_rate": "responders felt safe in {value}",
}


def answer(whole: pd.DataFrame) -> str:
    """26,941 responses; nine in ten callers waited 26.3 minutes or less; police back-up in 3.1%."""
    return sentences.answer(whole, PARTS, UNTOLD)


def of_all(parts: pd.DataFrame, whole: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Counts by part with the count of the whole beside them, of which each is a share."""
    row = sentences.reading(whole, indicator)
    return parts.assign(denominator=None if row is None else row["value"])


def since(days: int | None) -> str:
    """How long ago it last happened: 12 days since the last; nothing where it never did."""
    return "" if days is None else f"{formats.counted(days, 'day')} since the last"


def harms(
    whole: pd.DataFrame,
    days: Mapping[str, int | None],
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> pd.DataFrame:
    """One row a kind of harm that can be told: how often, and how long ago the last was."""
    import pandas as pd

    rows = []
    for key, ago in days.items():
        row = sentences.reading(whole, key)
        if row is not None and sentences.known(row):
            last = formats.NOTHING if ago is None else formats.count(ago)
            rows.append((indicators[key].name, formats.count(row["numerator"]), last))
    return pd.DataFrame(rows, columns=["What", "Times", "Days since the last"])


def harm(
    whole: pd.DataFrame,
    days: Mapping[str, int | None],
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> str:
    """How many of the harms never happened, and the most recent one; what nobody can tell."""
    rows = {key: sentences.reading(whole, key) for key in days}
    told = [key for key, row in rows.items() if sentences.known(row)]
    if not told:
        return sentences.why_not(next(iter(rows.values()), None))
    happened = {key: ago for key in told if (ago := days[key]) is not None}
    if not happened:
        return "None of these is on record."
    last = min(happened, key=happened.__getitem__)
    name = indicators[last].name
    return (
        f"The most recent: {formats.inside(name)}, "
        f"{formats.counted(happened[last], 'day')} before the last day of the data."
    )


def untold(
    whole: pd.DataFrame,
    keys: Mapping[str, object],
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> str:
    """Which of these figures are not measured."""
    rows = {key: sentences.reading(whole, key) for key in keys}
    names = [
        indicators[key].name
        for key, row in rows.items()
        if row is not None and row["status"] == "not measured"
    ]
    return f"Not measured: {'; '.join(names)}." if names and len(names) < len(rows) else ""
