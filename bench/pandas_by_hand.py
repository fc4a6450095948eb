"""One figure after the other in pandas, each with its n and interval."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BY_TEAM, BY_MONTH = ["month", "team"], ["month"]
LONGEST = 20


def chosen(rows: pd.DataFrame, where: str) -> pd.DataFrame:
    """The rows of which all these flags, joined by &, are known and true; all of them for none."""
    if not where:
        return rows
    flags = reduce(and_, (rows[name] for name in where.split(" & ")))
    return rows[flags.fillna(False)]


def count(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """How many rows."""
    return rows.groupby(by, observed=True).size().rename("value").reset_index()


def share(rows: pd.DataFrame, of: str, by: list[str]) -> pd.DataFrame:
    """The share of the rows for which the flag is known."""
    told = rows.groupby(by, observed=True)[of].agg(["sum", "count"]).reset_index()
    return _shared(told[by], told["sum"].to_numpy(float), told["count"].to_numpy(float))


def _shared(groups: pd.DataFrame, hits, n) -> pd.DataFrame:
    import numpy as np

    from arp.measures.ranks import wilson

    low, high = wilson(hits, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return groups.assign(value=hits / n, n=n, low=low, high=high)


def fractile(rows: pd.DataFrame, of: str, p: float, by: list[str]) -> pd.DataFrame:
    """The value that a share of the rows does not exceed, and its bounds by rank."""
    import pandas as pd

    from arp.measures.ranks import rank_bounds

    def told(values: pd.Series) -> pd.Series:
        ordered = values.dropna().sort_values().to_numpy()
        bounds = rank_bounds(len(ordered), p)
        low, high = (ordered[rank - 1] for rank in bounds) if bounds else (None, None)
        value = values.quantile(p)
        return pd.Series({"value": value, "n": len(ordered), "low": low, "high": high})

    return rows.groupby(by, observed=True)[of].apply(told).unstack().reset_index()


def mean(rows: pd.DataFrame, of: str, by: list[str]) -> pd.DataFrame:
    """The mean of the known values."""
    return rows.groupby(by, observed=True)[of].agg(value="mean", n="count").reset_index()


def total(rows: pd.DataFrame, of: str, times: float) -> pd.DataFrame:
    """The sum of the known values by month."""
    told = rows.groupby(BY_MONTH, observed=True)[of].agg(value="sum", n="count").reset_index()
    return told.assign(value=told["value"] * times)


def longest(rows: pd.DataFrame, of: str) -> pd.DataFrame:
    """The rows with the highest values of each month and team."""
    known = rows.dropna(subset=[of])
    ordered = known.sort_values([of, "incident_number"], ascending=[False, True])
    first = ordered.groupby(BY_TEAM, observed=True).head(LONGEST)
    named = first[[*BY_TEAM, "incident_number", of]]
    return named.set_axis([*BY_TEAM, "part", "value"], axis=1).assign(n=1)


def parts(rows: pd.DataFrame, part: str) -> pd.DataFrame:
    """How many rows have each value of a column."""
    told = rows.groupby([*BY_TEAM, part], observed=True).size().rename("value").reset_index()
    told = told.rename(columns={part: "part"})
    return told.assign(n=told.groupby(BY_TEAM, observed=True)["value"].transform("sum"))


def shares_of(rows: pd.DataFrame, families: Sequence[str]) -> pd.DataFrame:
    """The share of each value of each of these columns, a blank as unknown."""
    import pandas as pd

    found = []
    for name in families:
        counted = rows.groupby([*BY_TEAM, name], observed=True, dropna=False).size()
        told = counted.rename("hits").reset_index()
        n = told.groupby(BY_TEAM, observed=True)["hits"].transform("sum")
        part = name + " " + told[name].astype("object").fillna("unknown").astype("str")
        groups = told[BY_TEAM].assign(part=part)
        found.append(_shared(groups, told["hits"].to_numpy(float), n.to_numpy(float)))
    return pd.concat(found, ignore_index=True)


def different(rows: pd.DataFrame, of: str) -> pd.DataFrame:
    """How many different known values."""
    return rows.groupby(BY_TEAM, observed=True)[of].nunique().rename("value").reset_index()


def ratio(rows: pd.DataFrame, top: str, bottom: str, by: list[str]) -> pd.DataFrame:
    """One total by another, over the rows that have both."""
    worked = rows[rows[bottom] > 0].dropna(subset=[top])
    told = worked.groupby(by, observed=True).agg(
        top=(top, "sum"), bottom=(bottom, "sum"), n=(top, "size")
    )
    return told.assign(value=told["top"] / told["bottom"]).reset_index()[[*by, "value", "n"]]


def per_day(rows: pd.DataFrame, clocks: pd.Series) -> pd.DataFrame:
    """How many rows a day of the days from the first to the last clock."""
    import pandas as pd

    told = count(rows, BY_MONTH)
    months = pd.PeriodIndex(told["month"].astype("str"), freq="M")
    first, last = clocks.min().normalize(), clocks.max().normalize()
    begins = months.to_timestamp().to_series().clip(lower=first)
    ends = months.to_timestamp(how="end").normalize().to_series().clip(upper=last)
    days = (ends.to_numpy() - begins.to_numpy()) / pd.Timedelta(days=1) + 1
    return told.assign(n=told["value"], value=told["value"] / days)


def lowest(rows: pd.DataFrame) -> pd.DataFrame:
    """The filled share of each field by month, and the field of which it is lowest."""
    import pandas as pd

    summed = rows.groupby(["month", "table", "field"], observed=True)[["filled_n", "rows_n"]].sum()
    told = summed.reset_index()
    told = told[told["rows_n"] > 0].assign(part=told["table"] + " " + told["field"])
    order = told.assign(value=told["filled_n"] / told["rows_n"]).sort_values(["value", "part"])
    index = order.groupby("month", observed=True).head(1).assign(part="all index")
    both = pd.concat([told, index], ignore_index=True)
    hits, n = both["filled_n"].to_numpy(float), both["rows_n"].to_numpy(float)
    return _shared(both[["month", "part"]], hits, n)
