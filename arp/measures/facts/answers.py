"""Answers: 911 calls by how soon they were picked up, added up by the center or call by call."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

LIMITS = {15: "calls_answered_15s", 20: "calls_answered_20s"}  # seconds: the figure of the center
ON_THE_LINE = ("911", "public")  # of a call by the public whose line nobody wrote down: the same


def of_center(figures: ir.Table) -> dict[str, ir.BooleanScalar]:
    """By figure whether the 911 center adds it up itself, in any month, with both its parts."""
    whole = figures.numerator.notnull() & figures.denominator.notnull()
    return {name: ((figures.figure == name) & whole).any() for name in LIMITS.values()}


def answers(figures: ir.Table, calls: ir.Table, added_up: Collection[str]) -> ir.Table:
    """One row a figure of the center, month and area, or an answered call; calls by limit.

    `within_15s_n` of `of_15s_n` calls were answered in time, and `within_20s_n` of `of_20s_n`; null
    on a row that does not tell. The figures that the center has `added_up` win over calls in every
    month: they count calls that were given up, and two ways of counting make no one series. Of
    calls those of the emergency line count that have an answer time.
    """
    import ibis

    of_figures, of_calls = {}, {}
    line = calls.origin.fill_null(ON_THE_LINE[0]).isin(ON_THE_LINE)
    for limit, name in LIMITS.items():
        asked, one = figures.figure == name, ibis.literal(1.0)
        for column, number, flag in (
            (f"within_{limit}s_n", figures.numerator, calls.answer_seconds <= limit),
            (f"of_{limit}s_n", figures.denominator, calls.answer_seconds.notnull()),
        ):
            nothing = ibis.null("float64")
            of_figures[column] = ibis.ifelse(asked, number, nothing)
            of_calls[column] = nothing if name in added_up else ibis.ifelse(flag, one, 0.0)
    summed = figures.filter(figures.figure.isin(list(LIMITS.values()))).select(
        incident_number=ibis.null("string"),
        month=figures.month,
        area=figures.area,
        in_whole=figures.in_whole,
        **of_figures,
    )
    if set(LIMITS.values()) <= set(added_up):
        return summed
    answered = calls.filter(calls.answer_seconds.notnull(), calls.in_cad, line)
    return summed.union(
        answered.select(
            incident_number=calls.incident_number,
            month=calls.month,
            area=calls.area,
            in_whole=ibis.literal(True),
            **of_calls,
        )
    )


def note(added_up: Collection[str]) -> dict[str, str]:
    """By column of the fact, the sentence that says who counted."""
    return {
        f"of_{limit}s_n": "By the 911 center's own monthly figures."
        if name in added_up
        else "Counted from calls with an answer time."
        for limit, name in LIMITS.items()
    }
