"""Readings: one tidy frame for everything, and the one place where their status is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import ALONE_N, BESIDE_N, FIGURES, IMMATURE_N, UNKNOWN_N
from arp.measures.asked import ADDED_UP, DEMOGRAPHICS
from arp.measures.formula import Count, Fractile, Ratio, Share, Total
from arp.measures.indicator import Indicator
from arp.measures.ranks import rank_bounds

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

OK, TOO_FEW, NOT_MEASURED, NOT_MATURE = "ok", "too few", "not measured", "not mature"
HIDDEN = "hidden"  # by the city's own settings
WITHHELD = "withheld"  # it would tell of a few people: see release.py
GAP = "Nothing that it needs was uploaded for this month."
NOTHING_THEN = "Nothing was uploaded for any month of this period."
NOTHING = "There is nothing to take it from."
IS_HIDDEN = "The city’s settings hide this figure (subject “Your indicators”)."
MOSTLY_UNKNOWN = "Known for less than half of the rows: read with care."
LEFT_OUT = {
    UNKNOWN_N: "{:,} more left out: it is not known for them.",
    IMMATURE_N: "{:,} more left out: it is too early for them.",
    ALONE_N: "Months left out: {:,}. One of the two totals is missing there.",
}
NOT_OVER = "The time for which these contacts are watched is not over yet."
GROUPS = (
    "team",
    "call_type",
    "area",
    "hour_of_week",
    "priority",
    "origin",
    "missed_why",
    "lever",
    "gate",
    "more_units",
    "measure",
    "group_kind",
    "group",
    "part",
    "contact_result",
    "destination",
    "contact_label",
    "disposition_label",
    "primary_need",
    *DEMOGRAPHICS,
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
    figures: Mapping[str, NDArray[np.float64]],
    entry: Indicator,
    why_not: NDArray[np.object_],
    note: NDArray[np.object_],
    *,
    monthly: bool = False,
    too_few: NDArray[np.object_] | None = None,
) -> dict[str, NDArray[Any]]:
    """Figures with status and reason.

    Where `why_not` says anything the row is not measured and has no figure at all. A missing
    value elsewhere is too few, for the reason in `too_few` where it has one: it keeps its n,
    numerator and denominator. `note` goes to what is ok, with how many rows were left out.
    """
    import numpy as np

    early = (why_not == "") & _not_mature(figures, monthly=monthly)
    untold = (why_not == "") & ~early & _cannot_tell(figures, entry)
    why_not = np.where(untold, entry.to_measure_it, why_not)
    absent, missing = why_not != "", np.isnan(figures["value"])
    blank = {
        name: absent | early | missing & (name in ("value", "low", "high")) for name in FIGURES
    }
    readings: dict[str, NDArray[Any]] = {
        name: np.where(blank[name], np.nan, figures[name]) for name in FIGURES
    }
    few = np.full(len(missing), _few(entry), dtype=object)
    if too_few is not None:
        few = np.where(too_few == "", few, too_few)
    readings["status"] = np.select(
        [absent, early, missing], [NOT_MEASURED, NOT_MATURE, TOO_FEW], OK
    )
    said = np.select(
        [absent, early, missing], [why_not, NOT_OVER, few], _notes(figures, note, entry)
    )
    readings["reason"] = said.astype(str)
    return readings


def _few(entry: Indicator) -> str:
    if isinstance(entry.formula, Fractile):
        return f"Fewer than the {fewest(entry.formula.p)} valid intervals that this figure needs."
    return NOTHING


def _cannot_tell(figures: Mapping[str, NDArray[np.float64]], entry: Indicator) -> NDArray[np.bool_]:
    """Where nothing was counted although there are rows of which nobody knows: 0 is no answer.

    Nor is there one of a monthly figure that nobody uploaded.
    """
    import numpy as np

    if isinstance(entry.formula, Total) and entry.grain in ADDED_UP:
        none: NDArray[np.bool_] = figures["n"] == 0
        return none
    nowhere = np.zeros(len(figures["value"]))
    if isinstance(entry.formula, Ratio):
        return np.isnan(figures["numerator"]) | np.isnan(figures["denominator"])
    if not isinstance(entry.formula, Count | Share):
        return nowhere > 0
    cannot: NDArray[np.bool_] = (figures["n"] == 0) & (figures.get(UNKNOWN_N, nowhere) > 0)
    return cannot


def _not_mature(figures: Mapping[str, NDArray[np.float64]], *, monthly: bool) -> NDArray[np.bool_]:
    """A month with any row, and a whole with only rows, whose time is not over yet."""
    import numpy as np

    if IMMATURE_N not in figures:
        return np.zeros(len(figures["value"]), dtype=bool)
    early: NDArray[np.bool_] = figures[IMMATURE_N] > 0
    return early if monthly else early & (figures["n"] == 0)


def _notes(
    figures: Mapping[str, NDArray[np.float64]], note: NDArray[np.object_], entry: Indicator
) -> NDArray[np.object_]:
    """The note of each row: what the figure rests on, and how many rows could not be told."""
    import numpy as np

    notes, told = note.copy(), dict(LEFT_OUT)
    if isinstance(entry.formula, Share) and entry.formula.beside:
        told = {BESIDE_N: entry.formula.beside.words} | told
    for row in np.flatnonzero(figures.get(UNKNOWN_N, np.zeros(len(notes))) > figures["n"]):
        notes[row] = f"{MOSTLY_UNKNOWN} {notes[row]}".strip()
    for name, words in told.items():
        for row in np.flatnonzero(figures.get(name, np.zeros(len(notes)))):
            left_out = words.format(int(figures[name][row]))
            notes[row] = f"{notes[row]} {left_out}".strip()
    return notes


def is_mostly_unknown(readings: pd.DataFrame) -> pd.Series[bool]:
    """Which readings rest on less than half of their rows, by what they say of themselves.

    For readers outside none does: that note counts rows that nobody may count (see release.py).
    """
    return readings["reason"].fillna("").str.contains(MOSTLY_UNKNOWN, regex=False)


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
