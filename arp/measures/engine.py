"""The engine: any indicators that share a grain and a breakdown, in one aggregated query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import FIGURES, UNKNOWN_N, Answer, columns_of, figures_of
from arp.measures.asked import ADDED_UP, Asked, Filters, of_dated
from arp.measures.behind import rows, sql
from arp.measures.compiled import sql_of
from arp.measures.covered import OF_PROGRAM_UNITS, covered_months
from arp.measures.evidence import Evidence
from arp.measures.formula import Aggregate, Parts, Ratio, Study, Worked
from arp.measures.indicator import Indicator
from arp.measures.months import months_between
from arp.measures.plan import (
    aggregated,
    aggregates_of,
    asked_for,
    breakdowns,
    chosen_rows,
    studied,
    why_not,
    with_chosen,
)
from arp.measures.ranks import wilson
from arp.measures.ratios import divided
from arp.measures.readings import (
    GAP,
    HIDDEN,
    IS_HIDDEN,
    NOT_MEASURED,
    NOTHING,
    NOTHING_THEN,
    TOO_FEW,
    in_order,
    judged,
    lone,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

__all__ = ["Filters", "measure", "months_between", "rows", "sql"]

Aggregated = tuple[str, Aggregate]  # a name of its own, and what is aggregated
Breakdown = tuple[str, ...]
Figures = Mapping[str, Any]


def measure(
    evidence: Evidence,
    keys: Sequence[str] | None = None,
    *,
    by: Sequence[str] = (),
    months: tuple[str | None, str | None] = (None, None),
    where: Filters | None = None,
) -> pd.DataFrame:
    """Readings: one row an indicator, period and group.

    `months` are the first and the last month that count, both included. By month, every month from
    the first to the last is there, also the gaps. Rows without a date are in totals, in no month.

    Raises:
        KeyError: for an unknown indicator or breakdown.
    """
    asked = asked_for(by, months, where)
    of_city = evidence.indicators
    wanted = [key for key in of_city if key not in evidence.hidden] if keys is None else keys
    entries = [of_city[key] for key in wanted]
    reasons = {
        entry.key: why_not(evidence, entry, asked) or _why_nothing_then(evidence, entry, asked)
        for entry in entries
    }
    measured = [entry for entry in entries if not reasons[entry.key]]
    figures = figures_together(evidence, measured, asked)
    readings = []
    for entry in entries:
        frames = [frame for frame in figures.get(entry.key, ()) if len(frame)]
        frames = frames or [_without_figure(entry, reasons[entry.key])]
        readings += [_named(evidence, entry, asked, frame) for frame in frames]
    return in_order(readings)


def figures_together(
    evidence: Evidence, entries: Sequence[Indicator], asked: Asked
) -> dict[str, list[pd.DataFrame]]:
    """The judged figures of entries that can be measured, by key; a mix has a frame a family."""
    together: dict[tuple[str, Breakdown], list[Aggregated]] = defaultdict(list)
    for entry in entries:
        for dimensions in breakdowns(entry, asked):
            for name, grain, formula in aggregates_of(entry):
                together[asked.fact(grain), dimensions].append((name, formula))
    answers: dict[tuple[str, Breakdown], tuple[Figures, pd.DataFrame]] = {}
    for (fact, dimensions), sharing in together.items():
        answer, groups = _answered(evidence, fact, dimensions, tuple(sharing), asked)
        for name, formula in sharing:
            found = figures_of(name, formula, answer, groups)
            answers[name, dimensions] = found, groups
    return {entry.key: _frames(evidence, entry, asked, answers) for entry in entries}


def _frames(
    evidence: Evidence,
    entry: Indicator,
    asked: Asked,
    answers: Mapping[tuple[str, Breakdown], tuple[Figures, pd.DataFrame]],
) -> list[pd.DataFrame]:
    """One entry's judged figures with their groups, a frame a breakdown."""
    if isinstance(entry.formula, Study | Worked):
        return [_of_study(evidence, entry, entry.formula, asked)]
    frames = []
    for dimensions in breakdowns(entry, asked):
        found, groups = _figured(entry, dimensions, asked, answers)
        frames.append(groups.assign(**_judged(evidence, entry, found, groups)))
    return frames


def _figured(
    entry: Indicator,
    dimensions: Breakdown,
    asked: Asked,
    answers: Mapping[tuple[str, Breakdown], tuple[Figures, pd.DataFrame]],
) -> tuple[Figures, pd.DataFrame]:
    """One entry's figures and their groups; those of a ratio from its two totals."""
    if not isinstance(entry.formula, Ratio):
        return answers[entry.key, dimensions]
    top, bottom = (answers[f"{entry.key} {part}", dimensions] for part in ("top", "bottom"))
    return divided(entry.formula, top, bottom, asked.by)


@lru_cache(maxsize=512)
def _compiled(sharing: tuple[Aggregated, ...], fact: ir.Table, dimensions: Breakdown) -> str:
    """The one query of these aggregates; kept, as compiling costs more than many a query."""
    rows = of_dated(chosen_rows(fact), dimensions)
    wanted: dict[str, Any] = {}
    for name, formula in sharing:
        wanted |= columns_of(name, formula, rows)
    return sql_of(aggregated(rows, dimensions, wanted))


def _answered(
    evidence: Evidence,
    fact: str,
    dimensions: Breakdown,
    sharing: tuple[Aggregated, ...],
    asked: Asked,
) -> tuple[Answer, pd.DataFrame]:
    """The answer to one query for all aggregates, and its groups: every month of each."""
    import pandas as pd

    query = _compiled(sharing, evidence.facts[fact], dimensions)
    with evidence.cursor() as cursor:
        found = cursor.execute(with_chosen(evidence, fact, asked, query)).to_arrow_table()
    if not dimensions:
        return Answer(found, range(1)), pd.DataFrame(index=range(1))
    groups = found.select(list(dimensions)).to_pandas().assign(row=range(found.num_rows))
    for name, values in _every_value(evidence, asked, sharing, dimensions):
        whole = pd.DataFrame({name: values}, dtype="str")
        others = [other for other in dimensions if other != name]
        every = groups[others].drop_duplicates().merge(whole, how="cross") if others else whole
        groups = every.merge(groups, how="left", on=list(dimensions))
    groups = groups.sort_values(list(dimensions), ignore_index=True)
    return Answer(found, groups["row"].fillna(-1).astype(int)), groups.drop(columns="row")


def _every_value(
    evidence: Evidence, asked: Asked, sharing: tuple[Aggregated, ...], dimensions: Breakdown
) -> list[tuple[str, Sequence[str]]]:
    """The dimensions of which every value is shown, also one that no row has."""
    every: list[tuple[str, Sequence[str]]] = []
    if "month" in dimensions:
        every.append(("month", months_between(*_span(evidence, asked))))
    declared = {
        formula.part: formula.values for _, formula in sharing if isinstance(formula, Parts)
    }
    return every + [(name, values) for name, values in declared.items() if name in dimensions]


def _of_study(
    evidence: Evidence, entry: Indicator, formula: Study | Worked, asked: Asked
) -> pd.DataFrame:
    """The judged figures of a study; by month, its gaps stand below them."""
    import pandas as pd

    fact = asked.fact(entry.grain)
    if isinstance(formula, Worked):
        found = formula.run(evidence, asked)
    else:
        query = _study_sql(formula, evidence.facts[fact], asked.by)
        found = evidence.ask(with_chosen(evidence, fact, asked, query))
    if "month" in asked.by:
        months = months_between(*_span(evidence, asked))
        covered = covered_months(evidence, entry)
        gaps = [month for month in months if month not in covered]
        found = pd.concat([found, pd.DataFrame({"month": gaps}, dtype="str")], ignore_index=True)
    told = [name for name in found if name in (*FIGURES, UNKNOWN_N)]
    figures: dict[str, Any] = {name: found.pop(name) for name in told}
    if UNKNOWN_N in figures:
        figures[UNKNOWN_N] = figures[UNKNOWN_N].fillna(0)  # a gap has no rows to leave out
    if "numerator" in figures and "low" not in figures:
        hits, n = (figures[name].to_numpy(float) for name in ("numerator", "denominator"))
        low, high = wilson(hits, n)
        figures |= {"low": low, "high": high}
    return found.assign(**_judged(evidence, entry, figures, found)).drop(
        columns=["unmeasured", "too_few", "note"], errors="ignore"
    )


@lru_cache(maxsize=512)
def _study_sql(formula: Study, fact: ir.Table, by: tuple[str, ...]) -> str:
    return sql_of(studied(formula, chosen_rows(fact), by))


def _judged(
    evidence: Evidence, entry: Indicator, figures: Figures, groups: pd.DataFrame
) -> dict[str, Any]:
    """Figures with status and reason: a month without rows is a gap, whatever was counted in it."""
    import numpy as np

    whole = {name: np.full(len(groups), np.nan) for name in FIGURES}
    whole |= {name: np.asarray(figure, dtype=float) for name, figure in figures.items()}
    why_not = np.full(len(groups), "", dtype=object)
    if "unmeasured" in groups:
        why_not[:] = groups["unmeasured"].fillna("")
    if "month" in groups:
        gaps = ~groups["month"].isin(covered_months(evidence, entry)).to_numpy()
        why_not[gaps & (why_not == "")] = GAP
    notes = dict.fromkeys(evidence.notes[name] for name in entry.needs if name in evidence.notes)
    note = np.full(len(groups), " ".join(notes), dtype=object)
    if "note" in groups:
        note[:] = groups["note"]
    return judged(
        whole,
        entry,
        why_not,
        note,
        monthly="month" in groups,
        too_few=groups["too_few"].fillna("").to_numpy() if "too_few" in groups else None,
    )


def _without_figure(entry: Indicator, reason: str | None) -> pd.DataFrame:
    if reason is None and entry.grain in ADDED_UP:  # nobody uploaded this one of the figures
        reason = entry.to_measure_it
    if reason is None:
        return lone(TOO_FEW, NOTHING)
    return lone(HIDDEN if reason == IS_HIDDEN else NOT_MEASURED, reason)


def _why_nothing_then(evidence: Evidence, entry: Indicator, asked: Asked) -> str | None:
    """Why a period in which nothing was uploaded has no figure; by month each says so itself."""
    if asked.months == (None, None) or "month" in asked.by:
        return None
    first, last = asked.months
    covered = covered_months(evidence, entry)
    within = any((first or month) <= month <= (last or month) for month in covered)
    return None if within else NOTHING_THEN


def _span(evidence: Evidence, asked: Asked) -> tuple[str, str] | tuple[None, None]:
    """The first and the last month that an answer is about; None without any date."""
    dated = evidence.months or asked.months
    first, last = asked.months[0] or dated[0], asked.months[1] or dated[1]
    return (first, last) if first and last and first <= last else (None, None)


def _named(
    evidence: Evidence, entry: Indicator, asked: Asked, reading: pd.DataFrame
) -> pd.DataFrame:
    """A reading with the indicator's key, its period and whose clocks it rests on."""
    first, last = _span(evidence, asked)
    whole = f"{first}/{last}" if first else ""
    named = reading.assign(indicator=entry.key, period=reading.get("month", whole))
    if evidence.responder and OF_PROGRAM_UNITS & set(entry.needs):
        named["responder"] = evidence.responder
    return named
