"""What estimates say in words: hospital transports avoided, and what it is worth in dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.prices import PROGRAM, TOTAL
from arp.views import formats, sentences, spc_words

if TYPE_CHECKING:
    import pandas as pd

MADE_OF = ("Part", "Dollars", "Range", "Made of")
NO_ALIKE = (
    "An estimate. Calls that the program handled may be milder than others of their type; the "
    "range does not cover that. Left of zero, more trips came of them than expected."
)


def transports(row: pd.Series | None) -> str:
    """About 312 transports may have been avoided (240 to 391); what was expected and observed."""
    if row is None or not sentences.known(row):
        return sentences.why_not(row)
    between = spc_words.between(row["low"], row["high"], "transports")
    said = (
        f"About {formats.count(row['value'])} transports to a hospital may have been avoided "
        f"({between})."
        if row["value"] >= 0
        else f"About {formats.count(-row['value'])} more people were taken to a hospital than at "
        f"the calls compared ({between})."
    )
    unsure = " That cannot be told apart from chance." if row["low"] <= 0 <= row["high"] else ""
    return f"{said}{unsure} {row['reason']}".strip()


def cost(parts: pd.DataFrame) -> str:
    """By how much what was avoided is worth more, or less, than the program cost."""
    if "part" not in parts:
        return sentences.why_not(None if parts.empty else parts.iloc[0])
    rows = {row["part"]: row for _, row in parts.iterrows()}
    whole = rows[TOTAL]
    if not sentences.known(whole):
        return f"It cannot be added up yet. {sentences.why_not(whole)}"
    low, high = sorted((abs(whole["low"]), abs(whole["high"])))
    sure = whole["low"] * whole["high"] > 0
    more = "more" if whole["value"] > 0 else "less"
    apart = f"{_dollars(abs(whole['value']))} {more} than"
    between = f" ({_dollars(low)} to {_dollars(high)})" if sure else ""
    unsure = "" if sure else " It can be more or less: the range holds both."
    return (
        f"At the city’s own prices what was avoided is worth {apart} the program cost{between}."
        f"{unsure} Avoided is not saved. {whole['reason']}"
    ).strip()


def made_of(parts: pd.DataFrame) -> pd.DataFrame:
    """One row a part: its dollars, their range, and the number and price it is made of."""
    import pandas as pd

    if "part" not in parts:
        return pd.DataFrame()
    rows = []
    for _, row in parts[parts["part"] != TOTAL].iterrows():
        known = sentences.known(row)
        spread = known and row["part"] != PROGRAM and row["low"] != row["high"]
        between = f"{_dollars(row['low'])} to {_dollars(row['high'])}" if spread else ""
        dollars = _dollars(row["value"]) if known else row["status"]
        rows.append((row["part"].capitalize(), dollars, between, row["reason"]))
    return pd.DataFrame(rows, columns=MADE_OF)


def lacks_a_price(parts: pd.DataFrame) -> bool:
    """Whether a part waits for a price of the city's own."""
    return bool(parts["reason"].str.contains("the city's own price", regex=False, na=False).any())


def _dollars(amount: float) -> str:
    return formats.quantity(amount, "dollars")
