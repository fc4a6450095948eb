"""Whether, and why, a row counts in an indicator: the one rule behind a number's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.aggregates import is_unknown
from arp.measures.conditions import parts_of
from arp.measures.formula import (
    Count,
    Formula,
    Fractile,
    Mean,
    Parts,
    Ratio,
    Share,
    Study,
    Sum,
    Total,
    Worked,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

COUNTS = "counts: "
READ = "is among the rows that it is worked out from"
BELOW_ONLY = "only in the denominator: "
LEFT_OUT = "left out: "
NOT_KNOWN = "not known whether "
TOO_EARLY = "too early to tell"


def counted(formula: Formula, rows: ir.Table) -> tuple[ir.BooleanValue, ir.BooleanValue]:
    """Whether a row is in the denominator, and whether in the numerator too."""
    import ibis

    among, of = _among(formula, rows), _of(formula, rows)
    if not isinstance(formula, Share):
        inside = among if of is None else among & of.notnull()
        return inside, _above(formula, rows) if isinstance(formula, Ratio) else ibis.literal(True)
    known = among & ~is_unknown(of)
    if formula.matured is not None:
        known = known & rows.bind(formula.matured)[0]
    return known, of


def why(formula: Formula, rows: ir.Table) -> ir.StringValue:
    """Why a row counts, counts only in the denominator, or is left out; in words, row by row.

    The first part of the condition that a row fails is what is said of it; a part that is unknown
    is said to be so.
    """
    import ibis

    inside, above = counted(formula, rows)
    among = parts_of(_among(formula, rows))
    cases: list[tuple[ir.BooleanValue, str]] = []
    for part in among:
        cases += [(is_unknown(part.holds), f"{LEFT_OUT}{NOT_KNOWN}{part.yes}")]
        cases += [(~part.holds, f"{LEFT_OUT}{part.no}")]
    of, fulfilled = _of(formula, rows), [part.yes for part in among]
    if isinstance(formula, Share):
        hits = parts_of(of)
        fulfilled += [part.yes for part in hits]
        if formula.matured is not None:
            early = ~rows.bind(formula.matured)[0].fill_null(False)
            cases.append((early, f"{LEFT_OUT}{TOO_EARLY}"))
        said = " and ".join(part.yes for part in hits)
        cases.append((is_unknown(of), f"{LEFT_OUT}{NOT_KNOWN}{said}"))
        cases += [(~part.holds, f"{BELOW_ONLY}{part.no}") for part in hits]
    elif of is not None:
        cases.append((of.isnull(), f"{LEFT_OUT}{_value_of(of)} is not known or not valid"))
    elif isinstance(formula, Ratio):
        cases.append((~above, "in the lower total only"))
    read = isinstance(formula, Study | Worked)
    counts = READ if read else f"{COUNTS}{', '.join(dict.fromkeys(fulfilled))}"
    return ibis.cases((inside & above, counts), *cases, else_=LEFT_OUT.rstrip(": "))


def _among(formula: Formula, rows: ir.Table) -> ir.BooleanValue:
    """The condition for the denominator, or for being counted at all."""
    if isinstance(formula, Count):
        return rows.bind(formula.where)[0]
    if isinstance(formula, Ratio):
        return rows.bind(formula.bottom.among)[0]
    among = rows.bind(formula.among)[0]
    return among & rows[formula.part].isin(formula.values) if isinstance(formula, Parts) else among


def _of(formula: Formula, rows: ir.Table) -> ir.Value | None:
    """What is measured of each row, where anything is."""
    if isinstance(formula, Share | Fractile | Mean | Total | Sum):
        return rows.bind(formula.of)[0]
    return None


def _above(formula: Ratio, rows: ir.Table) -> ir.BooleanValue:
    """Whether a row is in the upper total; when that is of another table, none is left out."""
    import ibis

    if formula.top.grain is not None:
        return ibis.literal(True)
    return rows.bind(formula.top.among)[0].fill_null(False)


def _value_of(of: ir.Value) -> str:
    (part,) = parts_of(of.notnull())
    return part.yes.removesuffix(" known")
