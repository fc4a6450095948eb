"""Readings as the rows that charts plot: with gaps, labels and tooltips already in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.measures import asked
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

NO_TARGETS: Mapping[str, float] = {}
MOST_ROWS = 12  # groups a chart shows; the table beneath has them all
ABSENT_WORDS = {
    "not measured": "no data",
    "too few": "too few",
    "not mature": "not complete",
    "withheld": "withheld",
}


def months_with_gaps(readings: pd.DataFrame, unit: str) -> pd.DataFrame:
    """One row an indicator and month from the first to the last, without a value where none is."""
    import pandas as pd

    dated = readings[readings["period"].str.match(r"^\d{4}-\d{2}$")]
    every = formats.months_between(dated["period"].min(), dated["period"].max())
    wanted = pd.MultiIndex.from_product(
        [list(dict.fromkeys(dated["indicator"])), every], names=["indicator", "period"]
    )
    months = dated.set_index(["indicator", "period"]).reindex(wanted).reset_index()
    status = months["status"].fillna("not measured")
    value = months["value"].where(status == "ok")
    return pd.DataFrame(
        {
            "indicator": months["indicator"],
            "period": months["period"],
            "when": months["period"].map(formats.month),
            "value": value,
            "printed": [formats.quantity(v, unit) for v in value],
            "of": [_count_or_nothing(n) for n in months["n"]],
            "absent": status.map(ABSENT_WORDS),
            "note": months["reason"].fillna("").where(status != "not measured", "No data"),
        }
    )


def middles(absent: pd.DataFrame) -> pd.DataFrame:
    """The middle month of each run of months absent for one reason: where its word stands."""
    middles = []
    for _, alike in absent.groupby("absent", sort=False):
        for first, last in formats.runs(alike["period"].tolist()):
            run = formats.months_between(first, last)
            middles.append(run[len(run) // 2])
    return absent[absent["period"].isin(middles)]


def line_names(months: pd.DataFrame) -> pd.DataFrame:
    """Each line's name and last value, set above the highest of its later half.

    On a phone the words are half as wide as the chart; there they must not lie on the line.
    A line that ends in the first half of the months (`early`) has them from the left edge, above
    all of it. `reach` is the share of the plot up to the end of the line's last month.
    """
    known = months[months["value"].notna()]
    lines = known.groupby("line", sort=False)
    half = max(2, len(months) // months["line"].nunique() // 2)
    last = lines.tail(1)
    value = last["printed"].str.replace(" minutes", " min")
    ends = last["period"].map(list(dict.fromkeys(months["period"])).index)
    periods = months["period"].nunique()
    early = ends * 2 < periods
    above = [
        lines.get_group(line)["value"].tail(len(months) if is_early else half).max()
        for line, is_early in zip(last["line"], early, strict=True)
    ]
    said = last["line"] + ": " + value
    return last.assign(above=above, early=early, reach=(ends + 1) / periods, said=said)


def name_of(group: object) -> str:
    """A group's name as charts print it: the chart itself ends it where its room does."""
    return formats.shortened(str(group))


def most_calls(readings: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """One indicator's groups with most calls, as many as a chart shows: what is said is seen."""
    return most_rows(readings[(readings["indicator"] == indicator) & (readings["n"] > 0)])


def most_rows(groups: pd.DataFrame) -> pd.DataFrame:
    """The groups with most calls first, as many as a chart shows."""
    return groups.sort_values("n", ascending=False, kind="stable").head(MOST_ROWS)


def targets(
    values: Mapping[str, float], months: pd.DataFrame, names: Mapping[str, str], unit: str
) -> pd.DataFrame:
    """One row a target: the line it is of and its words, which name the line if there are two.

    The words stand on the side of the target on which its line is not (`below`).
    """
    import pandas as pd

    drawn = {key: value for key, value in values.items() if key in names}
    usual = months.groupby("indicator")["value"].median()
    rows = [
        {
            "line": names[key],
            "target": value,
            "said": f"target {formats.brief(value, unit)}"
            + (f", {names[key]}" if len(drawn) > 1 else ""),
            "below": bool(usual.get(key, value) >= value),
        }
        for key, value in drawn.items()
    ]
    return pd.DataFrame(rows, columns=["line", "target", "said", "below"])


def both_waits(readings: pd.DataFrame, group: str) -> pd.DataFrame:
    """One row a group with both waits; a group with too few calls says so instead."""
    import pandas as pd

    rows = []
    for label, of_group in readings.groupby(group, sort=False, dropna=False):
        by_end = {str(key)[-3:]: row for key, row in of_group.set_index("indicator").iterrows()}
        half, most = by_end["p50"], by_end["p90"]
        known = [row["value"] if row["status"] == "ok" else None for row in (half, most)]
        calls = 0 if pd.isna(half["n"]) else int(half["n"])
        if not calls:
            continue
        words = [formats.quantity(value, "minutes") for value in known]
        short = " / ".join("too few" if v is None else f"{v:,.1f}" for v in known)
        short = "too few" if known == [None, None] else short
        rows.append(
            {
                "label": name_of(label),
                "median": known[0],
                "nine_in_ten": 0 if known[1] is None else known[1],  # no bar: it would tell one
                "half": words[0],
                "most": words[1],
                "calls": formats.count(calls),
                "n": calls,
                "said": f"{short} · {formats.counted(calls, 'call')}",
            }
        )
    return pd.DataFrame(rows)


def hours_of_week(readings: pd.DataFrame, unit: str) -> pd.DataFrame:
    """All 168 hours, without a value where there were too few calls."""
    import pandas as pd

    hours = readings.set_index("hour_of_week").reindex(range(168))
    value = hours["value"].where(hours["status"] == "ok")
    return pd.DataFrame(
        {
            "hour": [index % 24 for index in range(168)],
            "weekday": [formats.WEEKDAYS[index // 24] for index in range(168)],
            "when": [formats.hour_of_week(index) for index in range(168)],
            "value": value.to_numpy(),
            "printed": [formats.quantity(v, unit) for v in value],
            "of": [_count_or_nothing(n) for n in hours["n"]],
            "note": ["" if known else "Too few calls to tell" for known in value.notna()],
        }
    )


def parts(readings: pd.DataFrame, group: str, least_first: bool) -> pd.DataFrame:
    """The parts with their share and count as words."""
    parts = readings[readings[group].notna() & (readings["status"] == "ok")]
    known = asked.is_known(parts[group])
    parts = parts.assign(known=known).sort_values(
        ["known", "value"], ascending=[False, least_first], kind="stable"
    )
    parts = parts.head(MOST_ROWS)
    printed = [formats.percent(value) for value in parts["value"]]
    of = [formats.count(n) for n in parts["numerator"]]
    return parts.assign(
        label=[name_of(label) for label in parts[group]],
        printed=printed,
        of=of,
        said=[f"{share} · {number}" for share, number in zip(printed, of, strict=True)],
    )[["label", "value", "known", "printed", "of", "said"]]


def _count_or_nothing(number: Any) -> str:
    import pandas as pd

    return formats.NOTHING if pd.isna(number) else formats.count(number)
