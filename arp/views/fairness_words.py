"""What fairness says: which groups stand apart from the whole city by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.views import formats, plotted, sentences

if TYPE_CHECKING:
    import pandas as pd

AREA = "area"
KINDS = {  # of groups of people, in the order in which they are offered
    "race_ethnicity": "Race or ethnicity",
    "age_band": "Age",
    "gender": "Gender",
    "language": "Language",
    "housing_status": "Housing",
}
CHANCE = "Where a range reaches 1 it can be chance."
NOTE = "A gap is a question, not a verdict."
WITHOUT_A_GROUP = "The whole city also counts people whose group nobody knows."


def told(readings: pd.DataFrame, column: str, among: Sequence[str]) -> list[str]:
    """Which figures, or kinds of groups, have any group that can be compared, in their order.

    All that there are where none has.
    """
    if column not in readings:
        return []
    present = readings[readings[column].isin(list(among))]
    known = set(present.loc[present["status"] == "ok", column]) or set(present[column])
    return [one for one in among if one in known]


def chosen(readings: pd.DataFrame, kind: str, measure: str) -> pd.DataFrame:
    """The groups of one kind, by one figure; where there are none, what says why."""
    if "group_kind" not in readings:
        return readings
    of_kind = readings[readings["group_kind"] == kind]
    found = of_kind[of_kind["measure"] == measure]
    return next((rows for rows in (found, of_kind) if len(rows)), readings)


def finding(groups: pd.DataFrame) -> str:
    """Which group stands highest and which lowest, beyond chance; how many cannot be told.

    Highest: Housed, 1.27 times the whole city (1.12 to 1.44). No other group is apart by more than
    chance.
    """
    known = groups[groups["status"] == "ok"].sort_values("value", kind="stable")
    if known.empty:
        return sentences.why_not(None if groups.empty else groups.iloc[0])
    few = formats.listed(groups.loc[groups["status"] != "ok", "group"].dropna().astype(str))
    apart = f"Cannot be compared: {few}." if few else ""
    if known["low"].isna().all():
        return f"{_from_to(known)} {apart}".strip()
    above, below = known[known["low"] > 1], known[known["high"] < 1]
    said = [
        f"{word}: {_of(rows.iloc[at])}."
        for word, rows, at in (("Highest", above, -1), ("Lowest", below, 0))
        if len(rows)
    ]
    rest = len(known) - len(above) - len(below)
    if not said:
        said.append("No group stands apart from the whole city by more than chance.")
    elif rest:
        of = formats.counted(rest, "other group is", "other groups are")
        said.append(f"{of[0].upper()}{of[1:]} not apart by more than chance.")
    return " ".join([*said, apart]).strip()


def foot(groups: pd.DataFrame) -> str:
    """Of which months, for how many nobody knows the group, and how to read it."""
    known = groups[groups["status"] == "ok"]
    said = [
        "" if known.empty else str(known["reason"].iloc[0]),
        WITHOUT_A_GROUP if _all_on_one_side(known) else "",
        CHANCE if known["low"].notna().any() else "",
        NOTE,
    ]
    return " ".join(filter(None, said))


def _all_on_one_side(known: pd.DataFrame) -> bool:
    """Whether every group stands above the whole, or every one below: no sum of groups could."""
    sides = (known["value"] - 1).dropna()
    return len(sides) > 1 and bool((sides > 0).all() or (sides < 0).all())


def rows(groups: pd.DataFrame) -> pd.DataFrame:
    """One row a group that can be compared, the highest first: its ratio and range, as printed."""
    import pandas as pd

    known = groups[groups["status"] == "ok"].sort_values("value", ascending=False, kind="stable")
    between = [
        "" if pd.isna(low) else _range(low, high)
        for low, high in zip(known["low"], known["high"], strict=True)
    ]
    printed = [f"{value:.2f}" for value in known["value"]]
    return known[["value", "low", "high"]].assign(
        label=[plotted.name_of(one) for one in known["group"]],
        printed=printed,
        between=between,
        of=[formats.count(n) for n in known["n"]],
        said=[f"{one} {of}".strip() for one, of in zip(printed, between, strict=True)],
    )


def _from_to(known: pd.DataFrame) -> str:
    """The lowest and the highest, the first and the last, where no range says what is chance."""
    low, high = known.iloc[0], known.iloc[-1]
    return (
        f"From {low['value']:.2f} times the whole city ({low['group']}) to {high['value']:.2f} "
        f"({high['group']}); what may be chance is not known."
    )


def _of(row: pd.Series) -> str:
    return (
        f"{row['group']}, {row['value']:.2f} times the whole city {_range(row['low'], row['high'])}"
    )


def _range(low: float, high: float) -> str:
    return f"({low:.2f} to {high:.2f})"
