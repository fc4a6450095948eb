"""One total divided by another, over the months that have both.

A program whose cost is known for twelve months of three years is not divided by the responses of
all three. So the two totals are taken month by month, and only then added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import ALONE_N

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.formula import Ratio

MONTH = "month"


def divided(
    formula: Ratio,
    top: tuple[Mapping[str, Any], pd.DataFrame],
    bottom: tuple[Mapping[str, Any], pd.DataFrame],
    by: Sequence[str],
) -> tuple[dict[str, Any], pd.DataFrame]:
    """The figures of a ratio and their groups, from both totals by month and by `by`.

    n is the rows behind the lower total. nan where either total has no month, or the lower one
    is 0; months that have only one of the two are left out and counted.
    """
    import numpy as np

    (upper, upper_groups), (lower, lower_groups) = top, bottom
    shared = list(lower_groups)
    above = upper_groups.assign(numerator=upper["value"])
    below = lower_groups.assign(denominator=lower["value"], n=lower["n"])
    if below.empty and above.empty:  # pandas cannot join two empty frames of texts
        months = below.assign(numerator=np.nan)
    else:
        months = below.merge(above, how="outer", on=shared)
    both = months["numerator"].notna() & months["denominator"].notna()
    months[ALONE_N] = months["numerator"].notna() ^ months["denominator"].notna()
    months.loc[~both, ["numerator", "denominator", "n"]] = np.nan
    if not by:
        months["whole"] = 0
    summed = months.groupby(list(by) or ["whole"], sort=True)[
        ["numerator", "denominator", "n", ALONE_N]
    ].sum(min_count=1)
    groups = summed.reset_index()[list(by)] if by else summed.reset_index()[[]]
    whole = summed["denominator"].to_numpy(float)
    figures: dict[str, Any] = {str(name): summed[name].to_numpy(float) for name in summed}
    with np.errstate(divide="ignore", invalid="ignore"):
        value = figures["numerator"] / np.where(whole == 0, np.nan, whole) * formula.times
    return figures | {"value": value}, groups
