"""What a reading says, as one sentence: the finding under a chart's question.

A sentence only says what its readings hold. It names neither good nor bad, and it calls no
difference between two months a change: what is signal and what is noise is judged elsewhere.
A sentence is plain text: whoever shows it as markdown escapes it with `formats.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.measures import asked
from arp.measures.readings import HIDDEN
from arp.measures.registry import INDICATORS
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

LEFT_OUT = "left out: "
FEW_CALLS = "too few calls to tell"
TOO_FEW = "Too few calls to tell."
COUNTED = {
    "program_responses": "response",
    "calls_in_scope": "call",
}  # what the program did, or all


def reading(readings: pd.DataFrame, indicator: str) -> pd.Series | None:
    """The one reading of that indicator, or None where the frame holds none."""
    rows = readings[readings["indicator"] == indicator]
    return None if rows.empty else rows.iloc[0]


def known(row: pd.Series | None) -> bool:
    """Whether a reading has a value."""
    return row is not None and row["status"] == "ok"


def hidden(row: pd.Series | None) -> bool:
    """Whether the city's settings hide the figure."""
    return row is not None and row["status"] == HIDDEN


def why_not(row: pd.Series | None) -> str:
    """Why a reading has no value: the registry's own sentence."""
    if row is None:
        return "Nothing was measured."
    if row["status"] == "too few":
        return str(row["reason"] or TOO_FEW)
    return str(row["reason"] or "Not measured.")


def wait(half: pd.Series | None, most: pd.Series | None) -> str:
    """Half of callers wait 30.0 minutes or less; nine in ten, 75.2 minutes or less."""
    if half is None or not known(half):
        return why_not(half)
    first = f"Half of the calls waited {formats.quantity(half['value'], 'minutes')} or less"
    if most is None or not known(most):
        return f"{first}. There are too few calls to say how long nine in ten waited."
    return f"{first}; nine in ten, {formats.quantity(most['value'], 'minutes')} or less."


def first_known(readings: pd.DataFrame, indicators: Sequence[str]) -> str:
    """The first of these indicators that has a value; the first of all where none has."""
    told = (key for key in indicators if known(reading(readings, key)))
    return next(told, indicators[0])


def headline(readings: pd.DataFrame) -> str:
    """The program in one line: 4,682 responses; half of the calls waited 30.0 minutes or less."""
    half = reading(readings, "response_p50")
    parts: list[str] = []
    for key, noun in COUNTED.items():
        row = reading(readings, key)
        if row is not None and known(row) and not parts:
            parts.append(formats.counted(row["value"], noun))
    if half is not None and known(half):
        parts.append(
            f"half of the calls waited {formats.quantity(half['value'], 'minutes')} or less"
        )
    line = "; ".join(parts) or "The data does not tell yet how the program responds"
    return line[0].upper() + line[1:]


def answer(whole: pd.DataFrame, parts: Mapping[str, str], untold: str, most: int = 3) -> str:
    """A page's title: the first figures that are known, each in its words; `untold` without any.

    26,941 responses; nine in ten callers waited 26.3 minutes or less; police back-up in 3.1%.

    Args:
        whole: the readings of the whole period.
        parts: each figure's words, with {value} where it stands.
        untold: the title where none is known.
        most: how many figures a title has room for.
    """
    said = []
    for key, words in parts.items():
        row = reading(whole, key)
        if row is not None and known(row):
            said.append(words.format(value=formats.quantity(row["value"], INDICATORS[key].unit)))
    line = "; ".join(said[:most]) or untold
    return line[0].upper() + line[1:]


def wait_headline(half: pd.Series | None, most: pd.Series | None) -> str:
    """The wait as a title; what cannot be told is explained beneath, not in a title."""
    return (
        wait(half, most).rstrip(".")
        if known(half)
        else "The data does not tell how long people wait"
    )


def reached(row: pd.Series | None) -> str:
    """The person was reached in 66% of contacts (2,967 of 4,491)."""
    if row is None or not known(row):
        return "The data does not tell whether people were reached"
    share = formats.percent(row["value"])
    return f"The person was reached in {share} of arrivals with a known result ({of_whole(row)})"


def remarks(readings: pd.DataFrame) -> list[str]:
    """What the readings that have a value say about themselves, each remark once.

    How many rows one figure had to leave out stands beside that figure: see `proof`.
    """
    said = readings.loc[readings["status"] == "ok", "reason"].dropna().astype(str)
    each = (sentence for reason in said for sentence in _sentences(reason))
    return [remark for remark in dict.fromkeys(each) if LEFT_OUT not in remark]


def proof(row: pd.Series | None) -> str:
    """How many rows carry the value, of how many, and how many nobody could tell."""
    if row is None:
        return ""
    left_out = [said for said in _sentences(str(row["reason"] or "")) if LEFT_OUT in said]
    return " · ".join(part for part in (of_whole(row), *left_out) if part)


def _sentences(reason: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=\.) ", reason) if sentence]


def undated(rows: Mapping[str, int]) -> str:
    """How many rows of each table have no date at all, so that no month counts them."""
    some = {table: number for table, number in rows.items() if number}
    if not some:
        return ""
    said = formats.listed(f"{formats.count(number)} {table}" for table, number in some.items())
    return f"Without any date: {said}; in no month, and in a total only where it needs no time."


def over_months(readings: pd.DataFrame, indicator: str, unit: str) -> str:
    """Where a monthly line starts and ends, its lowest and highest month, and its gaps."""
    of_indicator = readings[readings["indicator"] == indicator].sort_values("period")
    months = of_indicator[of_indicator["status"] == "ok"]
    if months.empty:
        return why_not(None if of_indicator.empty else of_indicator.iloc[0])
    low, high = months.nsmallest(1, "value").iloc[0], months.nlargest(1, "value").iloc[0]
    printed = {formats.quantity(value, unit) for value in months["value"]}
    if len(months) > 1 and len(printed) == 1:
        said = f"{printed.pop()} in every month."
    elif len(months) == 1:
        said = f"{_in_month(low, unit)}, the only month that can be told."
    else:
        said = f"Lowest {_in_month(low, unit)}, highest {_in_month(high, unit)}."
    return f"{said} {gaps(months['period'].tolist())}".strip()


def gaps(months: Sequence[str], what: str = "figure") -> str:
    """No figure for Nov–Dec 2024; nothing where every month between first and last is there."""
    if not months:
        return ""
    missing = sorted(set(formats.months_between(min(months), max(months))) - set(months))
    if not missing:
        return ""
    return f"No {what} for {formats.listed(formats.span(*run) for run in formats.runs(missing))}."


def between_groups(readings: pd.DataFrame, indicator: str, group: str, unit: str) -> str:
    """Which group has the lowest value and which the highest; unknown is no group among others."""
    of_indicator = readings[readings["indicator"] == indicator]
    if group in of_indicator:
        named = asked.is_known(of_indicator[group])
        of_indicator = of_indicator[named] if named.any() else of_indicator
    groups = of_indicator[of_indicator["status"] == "ok"]
    if groups.empty:
        return why_not(None if of_indicator.empty else of_indicator.iloc[0])
    low, high = groups.nsmallest(1, "value").iloc[0], groups.nlargest(1, "value").iloc[0]
    if len(groups) == 1:
        withheld = (of_indicator["status"] == "withheld").any()
        others = " The others are withheld." if withheld else f" The others have {FEW_CALLS}."
        alone = len(of_indicator) == 1
        return f"Only {_of_group(low, group, unit)} can be told.{'' if alone else others}"
    least, most = ("Shortest", "longest") if unit == "minutes" else ("Lowest", "highest")
    return f"{least} for {_of_group(low, group, unit)}, {most} for {_of_group(high, group, unit)}."


def longest_step(readings: pd.DataFrame, steps: Mapping[str, str]) -> str:
    """The step of a wait that half of the calls need longest for."""
    medians = {f"{stem}_p50": name for stem, name in steps.items()}
    known = readings[readings["indicator"].isin(list(medians)) & (readings["status"] == "ok")]
    if known.empty:
        return why_not(None if readings.empty else readings.iloc[0])
    longest = known.nlargest(1, "value").iloc[0]
    name, value = medians[longest["indicator"]], formats.quantity(longest["value"], "minutes")
    return f"Of the wait, {name.lower()} takes longest: half of the calls need {value} or less."


def busiest_hour(readings: pd.DataFrame, unit: str) -> str:
    """The hour of the week with the longest wait, among the hours with enough calls."""
    hours = readings[readings["status"] == "ok"]
    if hours.empty:
        return why_not(None if readings.empty else readings.iloc[0])
    high = hours.nlargest(1, "value").iloc[0]
    when = formats.hour_of_week(int(high["hour_of_week"]))
    said = f"Longest on {when}: {formats.quantity(high['value'], unit)} for half of the calls."
    hollow = 168 - len(hours)
    if not hollow:
        return said
    return f"{said} {formats.counted(hollow, 'hour has', 'hours have')} too few calls to tell."


def mix(readings: pd.DataFrame, group: str) -> str:
    """The largest known part of a whole, with its count; of how many nobody knows, beside it."""
    parts = readings[readings["status"] == "ok"]
    if parts.empty:
        return why_not(None if readings.empty else readings.iloc[0])
    known = asked.is_known(parts[group])
    first = (parts[known] if known.any() else parts).nlargest(1, "value").iloc[0]
    said = (
        f"Most often: {first[group]}, {formats.percent(first['value'])} "
        f"({formats.count(first['numerator'])} of {formats.count(first['denominator'])})."
    )
    unknown = parts[~known]["value"].sum()
    return said if unknown <= first["value"] else f"{said} Unknown: {formats.percent(unknown)}."


def least_filled(readings: pd.DataFrame) -> str:
    """The required field that is filled in least, which is the index of completeness."""
    from arp.views import tables

    known_fields = tables.fields(readings)
    known_fields = known_fields[known_fields["status"] == "ok"]
    if known_fields.empty:
        return why_not(None if readings.empty else readings.iloc[0])
    least = known_fields.nsmallest(1, "value").iloc[0]
    return f"Filled in least: {least['field']}, {formats.percent(least['value'])} of the rows."


def untold_alike(readings: pd.DataFrame, keys: Sequence[str]) -> bool:
    """Whether none of these figures has a value, and all for the same reason."""
    rows = [reading(readings, key) for key in keys]
    return not any(known(row) for row in rows) and len({why_not(row) for row in rows}) == 1


def of_whole(row: pd.Series | None) -> str:
    """How many rows carry the value, of how many that could: n of N.

    Nothing for a count, which says itself, and for what is no figure of many rows.
    """
    import pandas as pd

    if row is None or pd.isna(row["n"]) or row["n"] in (1, row["value"]):
        return ""
    if row["numerator"] <= row["denominator"]:
        return _part_of(row["numerator"], row["denominator"], row["indicator"])
    if (
        pd.isna(row["numerator"])
        and pd.notna(row["denominator"])
        and row["denominator"] != row["n"]
    ):
        return f"{formats.count(row['n'])} of {formats.count(row['denominator'])}"
    return f"n = {formats.count(row['n'])}"


def _part_of(part: float, whole: float, indicator: str) -> str:
    """Rows of rows; minutes, which nobody reads in thousands, as hours of hours."""
    entry = INDICATORS.get(indicator)
    if entry is not None and all(fact.endswith("_minutes") for fact in entry.needs):
        return f"{formats.count(round(part / 60))} of {formats.count(round(whole / 60))} hours"
    return f"{formats.count(part)} of {formats.count(whole)}"


def _in_month(row: pd.Series, unit: str) -> str:
    return f"{formats.quantity(row['value'], unit)} in {formats.period(row['period'])}"


def _of_group(row: pd.Series, group: str, unit: str) -> str:
    said = (formats.quantity(row["value"], unit), of_whole(row))
    return f"{row[group]} ({', '.join(part for part in said if part)})"
