"""Charts that compare, as native bars: shares, counts, steps, ranges, two sides, two waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from arp.views import bar_rows, fairness_words, formats, plotted
from arp.views.export.plots import PLAIN, Numbers, Plot, Series, number_format, numbers
from arp.views.fairness_chart import MOST

if TYPE_CHECKING:
    import pandas as pd

CITY = "The whole city"
ROOM = 1.1  # times the longest bar


def shares(readings: pd.DataFrame, *, group: str, least_first: bool = False) -> Plot:
    """One bar a share, with its count beside its name; what is unknown comes last, in gray."""
    rows = plotted.parts(readings, group, least_first)
    values = numbers(rows["value"])
    return _bars(
        "A bar chart of shares",
        _beside(rows["label"], rows["of"]),
        (_known("Share", values, rows["known"]),),
        number_format("share", values),
    )


def counts(readings: pd.DataFrame, *, group: str) -> Plot:
    """One bar a count, with its share beside its name; what is unknown comes last, in gray."""
    rows = bar_rows.counts(readings, group)
    of_all = [said.partition(" · ")[2] for said in rows["said"]]
    series = _known("Count", numbers(rows["value"]), rows["known"])
    return _bars("A bar chart of counts", _beside(rows["label"], of_all), (series,), PLAIN)


def funnel(readings: pd.DataFrame, *, steps: Mapping[str, str], of: str = "indicator") -> Plot:
    """One bar a step, with its share of the first; a step that cannot be told has no bar."""
    rows = bar_rows.steps(readings, of, steps)
    said = [
        said.partition(" · ")[2] if value is not None else said
        for said, value in zip(rows["said"], numbers(rows["value"]), strict=True)
    ]
    series = Series(name="Calls", values=numbers(rows["value"]), meaning="program")
    return _bars("A bar chart of steps", _beside(rows["label"], said), (series,), PLAIN)


def ranges(
    readings: pd.DataFrame,
    *,
    group: str,
    unit: str,
    names: Mapping[str, str] | None = None,
) -> Plot:
    """One bar an estimate, with its interval across its end and in words beside its name."""
    rows = bar_rows.ranges(readings, group, unit, names or {})
    values = numbers(rows["value"])
    spans = any(rows["between"])
    series = _with_interval("Estimate", "program_soft" if spans else "program", rows)
    return _bars(
        "A bar chart with ranges" if spans else "A bar chart",
        _beside(rows["label"], rows["said"] if spans else [""] * len(rows)),
        (series,),
        number_format(unit, values),
        labeled=not spans,
    )


def two_sides(
    readings: pd.DataFrame,
    *,
    group: str,
    sides: Mapping[str, str],
    unit: str,
    of: str = "part",
) -> Plot:
    """Two bars a group with their intervals, the first side in the program's color."""
    rows = bar_rows.sides(readings, group, of, unit, sides)
    labels = list(dict.fromkeys(rows["label"]))
    said = rows.drop_duplicates("label").set_index("label")["said"].reindex(labels)
    series = tuple(
        _with_interval(side, meaning, rows[rows["side"] == side].set_index("label").reindex(labels))
        for side, meaning in zip(sides.values(), ("program", "usual"), strict=False)
    )
    values = [value for one in series for value in one.values]
    return _bars(
        "A bar chart with two bars a group",
        _beside(labels, said),
        series,
        number_format(unit, values),
        labeled=False,
        legend=True,
    )


def waits(readings: pd.DataFrame, *, group: str, sort_by_calls: bool = True) -> Plot:
    """For each group the wait of nine calls in ten, and over it that of half."""
    rows = plotted.both_waits(readings, group)
    if sort_by_calls:
        rows = rows.sort_values("n", ascending=False, kind="stable").head(plotted.MOST_ROWS)
    told = rows["most"] != formats.NOTHING
    most = Series(
        name="Nine in ten within (minutes)",
        values=numbers(rows["nine_in_ten"].where(told)),
        meaning="program_soft",
    )
    half = Series(name="Half within (minutes)", values=numbers(rows["median"]), meaning="program")
    return Plot(
        form="overlaid",
        described="A bar chart of waits",
        categories=_beside(rows["label"], rows["said"]),
        series=(most, half),
        number_format="#,##0.0",
        least=0.0,
        most=_most((most, half)),
        legend=True,
    )


def steps(readings: pd.DataFrame, *, steps: Mapping[str, str]) -> Plot:
    """The same waits, one row a step of the response, in the steps' own order."""
    stems = readings["indicator"].str[:-4]
    named = readings.assign(step=stems.map(dict(steps)))
    measured = named[stems.isin(list(steps)) & (named["status"] != "not measured")]
    return waits(measured, group="step", sort_by_calls=False)


def around_one(readings: pd.DataFrame) -> Plot:
    """A bar a group in times the whole city, which has a gray bar of its own at 1."""
    rows = fairness_words.rows(readings).head(plotted.MOST_ROWS - 1)
    values = (1.0, *numbers(rows["value"]))
    series = Series(
        name="Times the whole city",
        values=values,
        meaning="program_soft",
        above=(None, *_apart(rows["high"], rows["value"], MOST)),
        below=(None, *_apart(rows["value"], rows["low"], MOST)),
        meanings={0: "usual"},
    )
    return _bars(
        "A bar chart with ranges, in times the whole city",
        _beside([CITY, *rows["label"]], ["1.00", *rows["said"]]),
        (series,),
        number_format("times the city", values),
        labeled=False,
    )


def _bars(
    described: str,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    printed: str,
    *,
    labeled: bool = True,
    legend: bool = False,
) -> Plot:
    return Plot(
        form="bars",
        described=described,
        categories=categories,
        series=series,
        number_format=printed,
        least=0.0,
        most=_most(series),
        labeled=labeled,
        legend=legend,
    )


def _most(series: Sequence[Series]) -> float | None:
    """Where the axis ends: beyond the longest bar and its interval, with room for its number."""
    reached = [
        value + (over or 0.0)
        for one in series
        for value, over in zip_longest(one.values, one.above)
        if value is not None
    ]
    return max(reached) * ROOM if reached and max(reached) > 0 else None


def _beside(labels: Iterable[str], said: Iterable[str]) -> tuple[str, ...]:
    """Each name with what is said beside it; names stay apart from one another."""
    together = zip(labels, said, strict=True)
    return tuple(f"{label} · {words}" if words else str(label) for label, words in together)


def _known(name: str, values: Numbers, known: Iterable[bool]) -> Series:
    gray = {place: "usual" for place, told in enumerate(known) if not told}
    return Series(name=name, values=values, meaning="program", meanings=gray)


def _with_interval(name: str, meaning: str, rows: pd.DataFrame) -> Series:
    return Series(
        name=name,
        values=numbers(rows["value"]),
        meaning=meaning,
        above=_apart(rows["high"], rows["value"]),
        below=_apart(rows["value"], rows["low"]),
    )


def _apart(upper: Iterable[object], lower: Iterable[object], most: float = float("inf")) -> Numbers:
    """How far an interval reaches from its value; None where it has no such end."""
    pairs = zip(numbers(upper), numbers(lower), strict=True)
    return tuple(
        None if high is None or low is None else max(min(high, most) - low, 0.0)
        for high, low in pairs
    )
