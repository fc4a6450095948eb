"""Follow-ups, repeats and ratings as figures of one group's contacts."""

from __future__ import annotations

from collections.abc import Callable

from tests.made_city import Row
from tests.told.figures import NOT_MATURE, NOT_MEASURED, OK, mean, share
from tests.told.indicators import answer, reached
from tests.told.three_valued import Answer, both


def due(row: Row) -> Answer:
    return both(row["due"], row["responds"])


Watched = tuple[str | Callable[[Row], Answer], str, str]  # among, of, whether its days are over
WATCHED: dict[str, Watched] = {
    **{
        f"repeat_contact_{days}": ("responds", f"repeated_{days}", f"matured_{days}")
        for days in (7, 30, 90)
    },
    "crisis_repeat_30": ("responds", "crisis_repeated_30", "matured_30"),
    **{
        f"followup_{what}_{window}": (due, f"{what}_{window}", f"over_{window}")
        for what, windows in (("attempted", ("48h", "72h")), ("reached", ("48h", "72h", "30d")))
        for window in windows
    },
    "connected_to_care": (
        lambda row: both(row["referral_accepted"], row["responds"]),
        "connected",
        "connected_over",
    ),
}


def watched(key: str, rows: list[Row], *, monthly: bool) -> Row:
    """Of contacts whose days are over; a month with others is not mature."""
    among, of, over = WATCHED[key]
    asked = [(answer(row, among), row[over], row[of]) for row in rows]
    early = [True for inside, done, _ in asked if inside and done is False]
    found = share((both(inside, done), says) for inside, done, says in asked)
    told = [True for inside, done, says in asked if inside and done and says is not None]
    return {"status": NOT_MATURE} if early and (monthly or not told) else found


def mean_rating(rows: list[Row]) -> Row | None:
    """Of the contacts at which the person was reached; where none of them rated it is not known."""
    met = [row for row in rows if reached(row)]
    found = mean(row["rating"] for row in met)
    if found["status"] != OK:
        return {"status": NOT_MEASURED} if met else None
    return found


def best_rating(rows: list[Row]) -> Row | None:
    met = [row for row in rows if reached(row)]
    rated = [(True, row["rating"] == 5) for row in met if row["rating"] is not None]
    return (share(rated) if rated else {"status": NOT_MEASURED}) if met else None


RATINGS = {"satisfaction_mean": mean_rating, "satisfaction_top": best_rating}
