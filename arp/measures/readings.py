"""Readings: one tidy frame for everything, and the one place where their status is decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from arp.measures.aggregates import FIGURES
from arp.measures.formula import Fractile
from arp.measures.indicator import Indicator
from arp.measures.ranks import rank_bounds

if TYPE_CHECKING:
    import pandas as pd

OK, TOO_FEW, NOT_MEASURED = "ok", "too few", "not measured"
GAP = "Nothing was uploaded for this month."
GROUPS = (
    "team",
    "call_type",
    "area",
    "hour_of_week",
    "contact_result",
    "destination",
    "contact_label",
    "disposition_label",
    "table",
    "field",
    "responder",
    "incident_number",
)


@lru_cache
def fewest(p: float) -> int:
    """The smallest n from which a fractile has an interval: 6 for the median, 36 for the p90."""
    return next(n for n in count(1) if rank_bounds(n, p))


def judged(figures: pd.DataFrame, entry: Indicator, note: str) -> pd.DataFrame:
    """Figures with status and reason.

    `unmeasured` says of a row why it is not measured: it has no figure at all. A missing value
    elsewhere is too few: it keeps its n, numerator and denominator. `note` goes to what is ok.
    """
    import numpy as np

    why_not = figures["unmeasured"]
    absent, missing = why_not.notna().to_numpy(), figures["value"].isna().to_numpy()
    if isinstance(entry.formula, Fractile):
        least = fewest(entry.formula.p)
        too_few = f"Fewer than the {least} valid intervals that this figure needs."
    else:
        too_few = "There is nothing to take it from."
    judged = figures.drop(columns="unmeasured")
    judged["status"] = np.select([absent, missing], [NOT_MEASURED, TOO_FEW], OK)
    judged["reason"] = np.select([absent, missing], [why_not.fillna(""), too_few], note)
    judged.loc[absent, list(FIGURES)] = np.nan
    judged.loc[missing, ["value", "low", "high"]] = np.nan
    return judged


def unmeasured(reason: str) -> pd.DataFrame:
    """The one reading of what cannot be measured, or not so broken down, and why."""
    import pandas as pd

    blank = dict.fromkeys(FIGURES, float("nan"))
    return pd.DataFrame([{**blank, "status": NOT_MEASURED, "reason": reason}])


def in_order(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All readings as one frame, with those group columns that occur."""
    import pandas as pd

    readings = pd.concat(frames, ignore_index=True)
    groups = [name for name in GROUPS if name in readings]
    columns = ["indicator", "period", *groups, *FIGURES, "status", "reason"]
    return readings[columns]
