"""Readings as rows of bars: steps of a funnel, counts by part, estimates with their range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.views import formats, plotted, spc_words

if TYPE_CHECKING:
    import pandas as pd

UNTOLD = ("unknown", "cannot tell")  # parts of which nobody knows what they are


def steps(readings: pd.DataFrame, of: str, names: Mapping[str, str]) -> pd.DataFrame:
    """One row a step in the given order, with its share of the first step that is known.

    A step that cannot be told has no bar and says so; it is not 0.
    """
    import pandas as pd

    by_step = {row[of]: row for _, row in readings.iterrows()}
    rows, first = [], None
    for step, label in names.items():
        row = by_step.get(step)
        known = row is not None and row["status"] == "ok"
        value = float(row["value"]) if row is not None and known else None
        first = value if first is None else first
        if value is None:
            said = "not measured" if row is None else str(row["status"])
        elif first and label != next(iter(names.values())):
            said = f"{formats.count(value)} · {formats.percent(value / first)}"
        else:
            said = formats.count(value)
        note = "" if row is None or known else str(row["reason"] or "")
        rows.append({"label": label, "value": value, "said": said, "note": note})
    return pd.DataFrame(rows).astype({"value": "float64"})


def counts(readings: pd.DataFrame, group: str) -> pd.DataFrame:
    """One row a part with its count and share of all, the most first, what is not known last."""
    import pandas as pd

    parts = readings[readings[group].notna() & (readings["status"] == "ok")]
    known = ~parts[group].astype(str).str.lower().isin(UNTOLD)
    parts = parts.assign(known=known).sort_values(
        ["known", "value"], ascending=False, kind="stable"
    )
    whole = parts["denominator"].fillna(parts["value"].sum())
    share = [
        f" · {formats.percent(value / of)}" if of else ""
        for value, of in zip(parts["value"], whole, strict=True)
    ]
    return pd.DataFrame(
        {
            "label": [plotted.name_of(_begun(str(name))) for name in parts[group]],
            "value": parts["value"].to_numpy(),
            "known": parts["known"].to_numpy(),
            "said": [
                f"{formats.count(value)}{of_all}"
                for value, of_all in zip(parts["value"], share, strict=True)
            ],
        }
    ).head(plotted.MOST_ROWS)


def _begun(name: str) -> str:
    """A name with a capital at its beginning; what is written in capitals stays so."""
    return name[:1].upper() + name[1:]


def ranges(readings: pd.DataFrame, group: str, unit: str, names: Mapping[str, str]) -> pd.DataFrame:
    """One row an estimate: low, central and high, also in words."""
    import pandas as pd

    rows = readings[(readings["status"] == "ok") & readings[group].notna()]
    label = [plotted.name_of(names.get(str(name), str(name))) for name in rows[group]]
    printed = [formats.brief(value, unit) for value in rows["value"]]
    between = [
        "" if pd.isna(low) or low == high else formats.short(spc_words.between(low, high, unit))
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    said = [
        f"{value} ({span})" if span else value for value, span in zip(printed, between, strict=True)
    ]
    return (
        rows[["value", "low", "high"]]
        .assign(label=label, printed=printed, between=between, said=said)
        .head(plotted.MOST_ROWS)
    )


def sides(
    readings: pd.DataFrame, group: str, of: str, unit: str, names: Mapping[str, str]
) -> pd.DataFrame:
    """One row a group and side, groups with most calls first; a side that cannot be told says so.

    A group of which neither side can be told is left to the table.
    """
    import pandas as pd

    rows = readings[readings[of].isin(list(names)) & readings[group].notna()]
    known = rows["status"] == "ok"
    told = rows.assign(
        side=rows[of].map(dict(names)),
        value=rows["value"].where(known),
        label=[plotted.name_of(name) for name in rows[group]],
        printed=[formats.brief(value, unit) for value in rows["value"].where(known)],
        of=["" if pd.isna(n) else formats.count(n) for n in rows["n"]],
        note=rows["reason"].fillna("").where(~known, ""),
    )
    told = told[told.groupby("label")["value"].transform("count") > 0]
    most = told.groupby("label")["n"].sum().sort_values(ascending=False, kind="stable")
    order = {label: at for at, label in enumerate(most.index[: plotted.MOST_ROWS])}
    told = told[told["label"].isin(list(order))]
    place = told["label"].map(order)
    rank = told["side"].map({side: at for at, side in enumerate(names.values())})
    told = told.assign(place=place, rank=rank).sort_values(["place", "rank"])
    said = {
        label: " · ".join(
            f"{side} {value if value != formats.NOTHING else 'too few'}"
            for side, value in zip(rows["side"], rows["printed"], strict=True)
        )
        for label, rows in told.groupby("label")
    }
    columns = ["label", "side", "value", "low", "high", "printed", "of", "note"]
    return told[columns].assign(said=told["label"].map(said))
