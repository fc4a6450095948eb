"""The engine: any indicators that share a grain and a breakdown, in one aggregated query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import (
    FIGURES,
    Answer,
    columns_of,
    figures_of,
    figures_of_none,
    share_figures,
)
from arp.measures.asked import Asked, Filters, of_dated
from arp.measures.behind import rows, sql
from arp.measures.evidence import Evidence
from arp.measures.formula import Study
from arp.measures.indicator import Indicator
from arp.measures.plan import (
    aggregated,
    asked_for,
    breakdowns,
    chosen_rows,
    sql_of,
    study,
    why_not,
    with_chosen,
)
from arp.measures.readings import GAP, in_order, judged, unmeasured
from arp.measures.registry import INDICATORS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

__all__ = ["Filters", "measure", "months_between", "rows", "sql"]

SAID_BY_ENCOUNTERS = frozenset(  # columns of calls that are known only where encounters are
    {"contact_made", "contact_result", "destination", "contact_label", "disposition_label"}
)
OF_PROGRAM_UNITS = frozenset(  # columns that rest on who came: the program, or everybody
    {
        "prog_dispatched",
        "prog_arrived",
        "queue_minutes",
        "turnout_minutes",
        "travel_minutes",
        "response_minutes",
        "own_response_minutes",
        "on_scene_minutes",
    }
)


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
    entries = [INDICATORS[key] for key in (INDICATORS if keys is None else keys)]
    found = figures_together(evidence, entries, asked)
    readings = []
    for entry in entries:
        reason = why_not(evidence, entry, asked)
        judgments = (
            [unmeasured(reason)]
            if reason
            else [_judged(evidence, entry, asked, figures) for figures in found[entry.key]]
        )
        readings += [_named(evidence, entry, asked, reading) for reading in judgments]
    return in_order(readings)


def figures_together(
    evidence: Evidence, entries: Sequence[Indicator], asked: Asked
) -> dict[str, list[pd.DataFrame]]:
    """The figures of every entry that can be measured, by key; a mix has one frame a family."""
    figures: dict[str, list[pd.DataFrame]] = defaultdict(list)
    together: dict[tuple[str, tuple[str, ...]], list[Indicator]] = defaultdict(list)
    for entry in entries:
        if why_not(evidence, entry, asked):
            continue
        if isinstance(entry.formula, Study):
            figures[entry.key].append(_studied(evidence, entry, asked))
            continue
        for dimensions in breakdowns(entry, asked):
            together[asked.fact(entry.grain), dimensions].append(entry)
    for (fact, dimensions), sharing in together.items():
        frames = _figures(evidence, fact, dimensions, tuple(sharing), asked)
        for key, frame in frames.items():
            figures[key].append(frame)
    return figures


@lru_cache(maxsize=512)
def _compiled(
    entries: tuple[Indicator, ...], fact: ir.Table, dimensions: tuple[str, ...]
) -> str:
    """The one query of these entries; kept, as compiling costs more than many a query."""
    rows = of_dated(chosen_rows(fact), dimensions)
    wanted: dict[str, Any] = {}
    for entry in entries:
        wanted |= columns_of(entry.key, entry.formula, rows)
    return sql_of(aggregated(rows, dimensions, wanted))


def _figures(
    evidence: Evidence,
    fact: str,
    dimensions: tuple[str, ...],
    entries: tuple[Indicator, ...],
    asked: Asked,
) -> dict[str, pd.DataFrame]:
    """The figures of entries that share a fact table and a breakdown, from one query."""
    import pandas as pd

    query = _compiled(entries, evidence.facts[fact], dimensions)
    with evidence.cursor() as cursor:
        found = cursor.execute(with_chosen(evidence, fact, asked, query)).to_arrow_table()
    if dimensions:
        found = found.sort_by([(name, "ascending") for name in dimensions])
        groups = found.select(list(dimensions)).to_pandas()
    else:
        groups = pd.DataFrame(index=range(found.num_rows))
    answer = Answer(found)
    return {
        entry.key: groups.assign(**figures_of(entry.key, entry.formula, answer, groups))
        for entry in entries
    }


def _studied(evidence: Evidence, entry: Indicator, asked: Asked) -> pd.DataFrame:
    assert isinstance(entry.formula, Study)
    fact = asked.fact(entry.grain)
    query = sql_of(study(entry.formula, chosen_rows(evidence.facts[fact]), asked))
    found = evidence.ask(with_chosen(evidence, fact, asked, query))
    if "numerator" not in found:
        return found
    hits, n = (found[name].to_numpy(dtype=float) for name in ("numerator", "denominator"))
    bounds = share_figures(hits, n)
    return found.assign(low=bounds["low"], high=bounds["high"])


def _judged(
    evidence: Evidence, entry: Indicator, asked: Asked, figures: pd.DataFrame
) -> pd.DataFrame:
    """Figures with every month of the question, status and reason."""
    absent = [name for name in (*FIGURES, "unmeasured") if name not in figures]
    figures = figures.reindex(columns=[*figures.columns, *absent])
    if "month" in asked.by:
        figures = _with_every_month(evidence, entry, asked, figures)
    notes = dict.fromkeys(evidence.notes[name] for name in entry.needs if name in evidence.notes)
    return judged(figures, entry, " ".join(notes))


def _with_every_month(
    evidence: Evidence, entry: Indicator, asked: Asked, figures: pd.DataFrame
) -> pd.DataFrame:
    """Adds the months that have no row, for every group: nothing counted, or a gap."""
    import pandas as pd

    months = pd.DataFrame({"month": months_between(*_span(evidence, asked))}, dtype="str")
    covered = _covered(evidence, entry)
    gaps = months[~months["month"].isin(covered)].assign(unmeasured=GAP)
    if isinstance(entry.formula, Study):  # its parts are its own: only the gaps are added
        return pd.concat([figures, gaps], ignore_index=True)
    groups = [name for name in figures if name not in (*FIGURES, "month", "unmeasured")]
    every = figures[groups].drop_duplicates().merge(months, how="cross") if groups else months
    whole = every.merge(figures.drop(columns="unmeasured"), how="left", on=[*groups, "month"])
    whole = whole.merge(gaps, how="left", on="month").sort_values([*groups, "month"])
    return whole.assign(**figures_of_none(entry.formula, whole, groups))


def _covered(evidence: Evidence, entry: Indicator) -> frozenset[str]:
    """The months of which there are rows of every table that the indicator reads."""
    months = evidence.known[entry.grain].months
    if entry.grain == "calls" and SAID_BY_ENCOUNTERS & set(entry.needs):
        months &= evidence.known["encounters"].months
    return months


def _span(evidence: Evidence, asked: Asked) -> tuple[str, str] | tuple[None, None]:
    """The first and the last month that an answer is about; None without any date."""
    dated = evidence.months or asked.months
    first, last = asked.months[0] or dated[0], asked.months[1] or dated[1]
    return (first, last) if first and last and first <= last else (None, None)


def months_between(first: str | None, last: str | None) -> list[str]:
    """Every month from the first to the last, both included."""
    import pandas as pd

    if first is None or last is None:
        return []
    return [str(month) for month in pd.period_range(first, last, freq="M")]


def _named(
    evidence: Evidence, entry: Indicator, asked: Asked, reading: pd.DataFrame
) -> pd.DataFrame:
    """A reading with the indicator's key, its period and whose clocks it rests on."""
    first, last = _span(evidence, asked)
    whole = f"{first}/{last}" if first else ""
    period = reading["month"] if "month" in reading else whole
    named = reading.assign(indicator=entry.key, period=period)
    if evidence.responder and OF_PROGRAM_UNITS & set(entry.needs):
        named["responder"] = evidence.responder
    return named
