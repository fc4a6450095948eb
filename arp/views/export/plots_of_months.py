"""Monthly charts as native lines: months with their limits, target and signals; lines beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from arp.measures.spc.rules import Signal
from arp.views import control_rows, formats, plotted
from arp.views.export.plots import Plot, Series, Side, Word, axis, number_format, numbers

if TYPE_CHECKING:
    import pandas as pd

MEANINGS: Mapping[str, str] = {  # the palette's color of each signal
    Signal.IMPROVEMENT: "improving",
    Signal.CONCERN: "worsening",
    Signal.NO_DIRECTION: "no_direction",
}
LINE_MEANINGS = ("program", "usual", "program_soft")
RULES_APART = 0.065  # of the axis, between words of changes that would touch
LETTERS_WIDE = 105  # that a chart is wide, at the size of its words
CLEAR = 0.06  # of the axis, between the word of a run of signals and its letters
LONGEST_CHANGE = 48  # letters of what a change is called
Changes = Sequence[tuple[str, str]]


def control(
    readings: pd.DataFrame,
    *,
    unit: str,
    target: float | None = None,
    changes: Changes = (),
) -> Plot:
    """Months with mean, limits, target and changes; a signal has its color and its letter.

    Args:
        readings: the months that `spc` has judged, of one indicator and one group.
        unit: the indicator's unit.
        target: a line of its own where there is one.
        changes: month and words of each change.
    """
    months = control_rows.control_rows(readings, unit)
    beside = _margin(months, unit, target)
    drawn = [*numbers(months["value"]), *numbers(months["lower"]), *numbers(months["upper"])]
    least, most, step = axis([*drawn, target], unit, zero=False)
    series = [
        *_monthly(months),
        *_limits(months, beside, most - least),
        *_target(months, target, beside, most - least),
    ]
    return _with_changes(
        Plot(
            form="lines",
            described="A control chart, month by month, with mean and limits",
            categories=tuple(months["period"]),
            series=tuple(series),
            number_format=number_format(unit, drawn),
            unit=_said(unit),
            least=least,
            most=most,
            step=step,
        ),
        months,
        changes,
    )


def lines(
    readings: pd.DataFrame,
    *,
    unit: str,
    names: Mapping[str, str],
    changes: Changes = (),
    targets: Mapping[str, float] = plotted.NO_TARGETS,
) -> Plot:
    """One line an indicator over the months, named beside its last point.

    Args:
        readings: by month, of the indicators in `names`; others are not drawn.
        unit: the indicators' unit.
        names: what each line is called.
        changes: month and words of each change.
        targets: what indicators are to reach.
    """
    months = plotted.months_with_gaps(readings[readings["indicator"].isin(list(names))], unit)
    asked = plotted.targets(targets, months, names, unit)
    drawn = [*numbers(months["value"]), *asked["target"]]
    least, most, step = axis(drawn, unit, zero=True)
    series = [_asked(row, months) for row in asked.to_dict("records")]
    for at, (key, of_one) in enumerate(months.groupby("indicator", sort=False)):
        values = numbers(of_one["value"])
        last = max((place for place, value in enumerate(values) if value is not None), default=0)
        printed = formats.short(str(of_one["printed"].iloc[last]))
        meaning = LINE_MEANINGS[min(at, len(LINE_MEANINGS) - 1)]
        words = {last: Word(f"{names[str(key)]}: {printed}")} if any(values) else {}
        series.append(Series(name=names[str(key)], values=values, meaning=meaning, words=words))
    return _with_changes(
        Plot(
            form="lines",
            described="A line chart, month by month",
            categories=tuple(dict.fromkeys(months["period"])),
            series=tuple(series),
            number_format=number_format(unit, numbers(months["value"])),
            unit=_said(unit),
            least=least,
            most=most,
            step=step,
        ),
        months,
        changes,
    )


def _asked(target: Mapping[Any, Any], months: pd.DataFrame) -> Series:
    """The target of one line, its words above its beginning."""
    return Series(
        name=str(target["said"]).capitalize(),
        values=(float(target["target"]),) * months["period"].nunique(),
        meaning="quiet",
        line="dashed",
        points=False,
        words={0: Word(str(target["said"]), "below" if target["below"] else "above", "quiet")},
    )


def _monthly(months: pd.DataFrame) -> Iterator[Series]:
    """The months as a line; over it, points of their own for each meaning that signals have."""
    yield Series(name="Month", values=numbers(months["value"]), meaning="usual")
    starts = set(control_rows.signal_words(months)["period"])
    for signal, meaning in MEANINGS.items():
        flagged = (months["signal"] == signal) & (months["letter"] != "")
        if flagged.any():
            yield Series(
                name=str(signal).capitalize(),
                values=numbers(months["value"].where(flagged)),
                meaning=meaning,
                line="none",
                words=_signal_words(months, flagged.tolist(), starts),
            )


def _signal_words(
    months: pd.DataFrame, flagged: Sequence[bool], starts: Collection[str]
) -> dict[int, Word]:
    """H above or L below each signal; the first of a run says what it means, clear of the rest."""
    words = {}
    for place, row in enumerate(months.to_dict("records")):
        if not flagged[place]:
            continue
        side: Side = "above" if row["letter"] == "H" else "below"
        said, lift = str(row["letter"]), 0.0
        if row["period"] in starts:
            said = f"{row['letter']} {row['signal']}"
            goes_on = any(flagged[place + 1 : place + control_rows.WORD_MONTHS])
            lift = (CLEAR if side == "above" else -CLEAR) if goes_on else 0.0
        words[place] = Word(said, side, "", lift)
    return words


def _limits(
    months: pd.DataFrame, beside: Mapping[str, tuple[float, str]], height: float
) -> Iterator[Series]:
    """Mean and limits, apart in each segment, with their words beside the last month."""
    segments = [number for number in dict.fromkeys(months["segment"].dropna())]
    last = _last(months["mean"])
    for column, name in (("mean", "Mean"), ("upper", "Upper limit"), ("lower", "Lower limit")):
        for number in segments:
            within = months["segment"] == number
            values = numbers(months[column].where(within))
            told = [place for place, value in enumerate(values) if value is not None]
            if not told:
                continue
            since = f" from {months['when'].iloc[told[0]]}" if len(segments) > 1 else ""
            words = _beside(beside, column, last, values, height) if last in told else {}
            yield Series(
                name=f"{name}{since}",
                values=values,
                meaning="usual",
                line="solid" if column == "mean" else "dashed",
                thin=True,
                points=False,
                words=words,
            )


def _target(
    months: pd.DataFrame,
    target: float | None,
    beside: Mapping[str, tuple[float, str]],
    height: float,
) -> Iterator[Series]:
    if target is None:
        return
    values = (float(target),) * len(months)
    yield Series(
        name="Target",
        values=values,
        meaning="program",
        line="dashed",
        points=False,
        words=_beside(beside, "target", len(months) - 1, values, height),
    )


def _beside(
    beside: Mapping[str, tuple[float, str]],
    column: str,
    place: int,
    values: Sequence[float | None],
    height: float,
) -> dict[int, Word]:
    """The word of a line beside its last point, moved apart from its neighbors' words."""
    value = values[place]
    if column not in beside or value is None:
        return {}
    at, said = beside[column]
    meaning = "program" if column == "target" else "quiet"
    return {place: Word(said, "right", meaning, (at - value) / height if height else 0.0)}


def _margin(months: pd.DataFrame, unit: str, target: float | None) -> dict[str, tuple[float, str]]:
    """Where the words of mean, limits and target stand, and what they say, by column."""
    words = control_rows.margin_words(months, unit, target)
    found: dict[str, tuple[float, str]] = {}
    for at, said in zip(words["at"], words["said"], strict=True):
        first = str(said).split(" ", maxsplit=1)[0]
        if first in ("mean", "target"):
            found[first] = (float(at), str(said))
        else:  # the words come from low to high: the lower limit is the first
            found["upper" if "lower" in found else "lower"] = (float(at), str(said))
    return found


def _last(column: pd.Series[float]) -> int:
    return max(
        (place for place, value in enumerate(numbers(column)) if value is not None), default=-1
    )


def _with_changes(plot: Plot, months: pd.DataFrame, changes: Changes) -> Plot:
    """The plot with a rule and words at the month of each change, above everything else."""
    marks = control_rows.change_marks(months, changes, longest=LONGEST_CHANGE)
    if marks.empty or plot.most is None or plot.least is None:
        return plot
    whens = [formats.month(period) for period in plot.categories]
    rows = min(len(marks), control_rows.ROWS_OF_CHANGES)
    height = plot.most - plot.least
    top = plot.most + height * RULES_APART * (rows + 0.5)
    values: list[float | None] = [None] * len(whens)
    words = {}
    for at, (place, said, side) in enumerate(_sides(marks, whens)):
        values[place] = top - height * RULES_APART * (at % rows)
        words[place] = Word(said, side, "text")
    rule = Series(
        name="Changes",
        values=tuple(values),
        meaning="quiet",
        line="none",
        points=False,
        rules=True,
        words=words,
    )
    return replace(plot, series=(*plot.series, rule), most=top)


def _sides(marks: pd.DataFrame, whens: Sequence[str]) -> list[tuple[int, str, Side]]:
    """Place, words and side of each change, the highest first.

    Words stand on the right of their rule where they have room. A rule that words pass is lower
    than they are: those on the left come first, the latest of them highest.
    """
    placed: list[tuple[int, str, Side]] = []
    for when, said in zip(marks["when"], marks["said"], strict=True):
        place = whens.index(str(when))
        room = (len(whens) - place) / len(whens) * LETTERS_WIDE
        placed.append((place, str(said), "right" if len(str(said)) < room else "left"))
    left = [one for one in reversed(placed) if one[2] == "left"]
    return [*left, *(one for one in placed if one[2] == "right")]


def _said(unit: str) -> str:
    return unit if unit in ("minutes", "days", "hours") else ""
