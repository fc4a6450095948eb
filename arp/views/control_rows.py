"""Months judged by `spc` as the rows that a control chart draws: gaps, lines, words and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.spc.xmr import LINES, center
from arp.views import formats, plotted, spc_words

if TYPE_CHECKING:
    import pandas as pd

APART = 0.12  # of the drawn height: the least distance of two words in the margin
WORD_MONTHS = 5  # months that a signal's word is about as wide as
LATE = 0.7  # of the plot's width: later changes have their words on their left
ROWS_OF_CHANGES = 3  # rows above the plot on which the words of changes take turns
CHANGE_ROW = 18  # pixels of such a row, also where the type is large
CLEAR = 28  # pixels between the plot and the lowest row, for words that stand above the points


def control_rows(judged: pd.DataFrame, unit: str) -> pd.DataFrame:
    """One row a month from the first to the last, the limits cut to what the unit can be.

    Args:
        judged: the months that `spc` gives, of one indicator.
        unit: the indicator's unit.
    """
    import pandas as pd

    months = plotted.months_with_gaps(judged, unit)
    said = ["rule", "signal", "letter", "trial", "segment"]
    months = months.merge(judged[["period", *LINES, *said]], on="period", how="left")
    months[["rule", "signal", "letter"]] = months[["rule", "signal", "letter"]].fillna("")
    months["signal"] = months["signal"].where(months["value"].notna(), "")
    drawn = months["value"].dropna()
    least = 0.0 if drawn.empty or drawn.min() >= 0 else float("-inf")
    most = 1.0 if unit == "share" else float("inf")
    lower, upper = months["lower"].clip(lower=least), months["upper"].clip(upper=most)
    usual = [
        "" if pd.isna(low) else spc_words.between(low, high, unit)
        for low, high in zip(lower, upper, strict=True)
    ]
    told = [
        f"{signal}: {rule}" if rule else signal
        for signal, rule in zip(months["signal"], months["rule"], strict=True)
    ]
    return months.assign(lower=lower, upper=upper, usual=usual, told=told)


def signal_words(months: pd.DataFrame) -> pd.DataFrame:
    """The first month of each run of points with one signal, clear of the points that follow.

    A run that begins where the same word still stands has none of its own. `late` are words that
    would reach into the margin: they stand on the left of their point.
    """
    points = months[months["value"].notna()].reset_index(drop=True)
    said = points[["signal", "letter", "segment"]]
    starts = _apart_enough(points[(said != said.shift()).any(axis=1) & (points["letter"] != "")])
    clear = [
        points["value"].iloc[at : at + WORD_MONTHS].agg("max" if letter == "H" else "min")
        for at, letter in zip(starts.index, starts["letter"], strict=True)
    ]
    late = [bool(at > len(points) - WORD_MONTHS and at > WORD_MONTHS) for at in starts.index]
    return starts.assign(clear=clear, late=late)


def _apart_enough(starts: pd.DataFrame) -> pd.DataFrame:
    """The starts whose words do not run into the same word before them."""
    kept: list[int] = []
    last: dict[tuple[str, str], int] = {}
    for at, signal, letter in zip(starts.index, starts["signal"], starts["letter"], strict=True):
        if at - last.get((signal, letter), -WORD_MONTHS) >= WORD_MONTHS:
            kept.append(at)
            last[signal, letter] = at
    return starts.loc[kept]


def margin_words(months: pd.DataFrame, unit: str, target: float | None) -> pd.DataFrame:
    """Mean, limits and target as words beside the plot, moved apart where they would touch."""
    import pandas as pd

    lined = months[months["mean"].notna()]
    words: list[dict[str, float | str]] = []
    if len(lined):
        last = lined.iloc[-1]
        limit = "trial limit" if last["trial"] else "limit"
        mean = center(lined[lined["segment"] == last["segment"]])
        words = [
            {"at": last[name], "said": f"{word} {_beside_target(said, target, unit)}"}
            for name, word, said in (
                ("mean", "mean", mean),
                ("upper", limit, last["upper"]),
                ("lower", limit, last["lower"]),
            )
        ]
    if target is not None:
        words.append({"at": target, "said": f"target {formats.brief(target, unit)}"})
    if not words:
        return pd.DataFrame({"at": [], "said": []})
    drawn = pd.concat([months["value"], months["lower"], months["upper"]]).dropna()
    values = [*drawn, *(float(word["at"]) for word in words)]
    room = (max(values) - min(values)) * APART
    return _apart(pd.DataFrame(words).sort_values("at", ignore_index=True), room)


def _beside_target(value: float, target: float | None, unit: str) -> str:
    return formats.short(formats.beside(value, target, unit))


def change_marks(
    months: pd.DataFrame, changes: Sequence[tuple[str, str]], *, longest: int = 38
) -> pd.DataFrame:
    """The changes within the months: where their rule stands, and their words' row and side.

    Words stand on the right of their rule and higher the earlier the change, so that no later
    rule runs through them; those of the last changes on its left, above all others. `room` is the
    share of the plot's width on that side.
    """
    import pandas as pd

    periods = list(dict.fromkeys(months["period"]))
    places = {period: at / len(periods) for at, period in enumerate(periods)}
    within = [(period, words) for period, words in changes if period in places]
    rows = _rows_of_changes([places[period] for period, _ in within])
    return pd.DataFrame(
        [
            {
                "when": formats.month(period),
                "said": formats.shortened(words, longest),
                "height": -CLEAR - CHANGE_ROW * row,
                "late": places[period] > LATE,
                "room": round(places[period] if places[period] > LATE else 1 - places[period], 2),
            }
            for (period, words), row in zip(within, rows, strict=True)
        ],
        columns=["when", "said", "height", "late", "room"],
    )


def _rows_of_changes(places: Sequence[float]) -> list[int]:
    """The row of each change's words, counted from the plot; many take turns."""
    numbers = range(len(places))
    early = [at for at in numbers if places[at] <= LATE]
    late = [at for at in numbers if places[at] > LATE]
    order = [
        *sorted(early, key=lambda at: (-places[at], at)),
        *sorted(late, key=places.__getitem__),
    ]
    return [order.index(at) % ROWS_OF_CHANGES for at in numbers]


def room_above(marks: pd.DataFrame) -> int:
    """Pixels that the words of these changes need above a plot."""
    rows = min(len(marks), ROWS_OF_CHANGES)
    return CLEAR + CHANGE_ROW * rows if rows else 0


def _apart(words: pd.DataFrame, room: float) -> pd.DataFrame:
    """The words from low to high, each at least `room` above the one before."""
    heights: list[float] = []
    for at in words["at"]:
        heights.append(max(float(at), heights[-1] + room) if heights else float(at))
    return words.assign(at=heights)
