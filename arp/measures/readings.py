"""Readings: one tidy frame for everything, and the one place where their status is decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import FIGURES
from arp.measures.formula import Fractile
from arp.measures.indicator import Indicator
from arp.measures.ranks import rank_bounds

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

OK, TOO_FEW, NOT_MEASURED = "ok", "too few", "not measured"
GAP = "Nothing was uploaded for this month."
NOTHING_THEN = "Nothing was uploaded for any month of this period."
NOTHING = "There is nothing to take it from."
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


def judged(
    figures: dict[str, NDArray[np.float64]],
    entry: Indicator,
    why_not: NDArray[np.object_],
    note: str,
) -> dict[str, NDArray[Any]]:
    """Figures with status and reason.

    Where `why_not` says anything the row is not measured and has no figure at all. A missing
    value elsewhere is too few: it keeps its n, numerator and denominator. `note` goes to what is
    ok.
    """
    import numpy as np

    absent, missing = why_not != "", np.isnan(figures["value"])
    if isinstance(entry.formula, Fractile):
        least = fewest(entry.formula.p)
        too_few = f"Fewer than the {least} valid intervals that this figure needs."
    else:
        too_few = NOTHING
    blank = {name: absent | missing & (name in ("value", "low", "high")) for name in FIGURES}
    readings: dict[str, NDArray[Any]] = {
        name: np.where(blank[name], np.nan, figure) for name, figure in figures.items()
    }
    readings["status"] = np.select([absent, missing], [NOT_MEASURED, TOO_FEW], OK)
    readings["reason"] = np.select([absent, missing], [why_not, too_few], note).astype(str)
    return readings


def lone(status: str, reason: str) -> pd.DataFrame:
    """The one reading of what has no figure at all, and why."""
    import pandas as pd

    blank = dict.fromkeys(FIGURES, float("nan"))
    return pd.DataFrame([{**blank, "status": status, "reason": reason}])


def in_order(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All readings as one frame, with those group columns that occur."""
    import pandas as pd

    readings = pd.concat(frames, ignore_index=True)
    groups = [name for name in GROUPS if name in readings]
    if "hour_of_week" in groups:
        readings["hour_of_week"] = readings["hour_of_week"].astype("Int64")
    columns = ["indicator", "period", *groups, *FIGURES, "status", "reason"]
    return readings[columns]
