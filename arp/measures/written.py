"""Formulas that a city wrote into its settings, as the formulas that the engine asks."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import ibis
from ibis import _

from arp.measures.formula import (
    Aggregate,
    Count,
    Expression,
    Fractile,
    Mean,
    Share,
    Total,
)
from arp.words.written_conditions import Compared, Condition, Joined, Known, Not, OneOf
from arp.words.written_formulas import COUNT, SHARE, WrittenFormula

_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MEASURED: Mapping[str, Callable[..., Aggregate]] = {
    "median": lambda **parts: Fractile(p=0.5, **parts),
    "90th percentile": lambda **parts: Fractile(p=0.9, **parts),
    "mean": Mean,
    "total": Total,
}


def formula_of(written: WrittenFormula) -> Aggregate:
    """The formula that a city wrote, ready to be asked."""
    among = ibis.literal(True) if written.among is None else expression(written.among)
    if written.kind == COUNT:
        return Count(where=among)
    if written.kind == SHARE and written.of is not None and not isinstance(written.of, str):
        matured = [getattr(_, name) for name in written.watched]
        over = reduce(operator.and_, matured) if matured else None
        return Share(of=expression(written.of), among=among, matured=over)
    return _MEASURED[written.kind](of=getattr(_, str(written.of)), among=among)


def expression(tree: Condition) -> Expression:
    """A condition as an Ibis expression over one row; unknown where the row does not say."""
    if isinstance(tree, Joined):
        by = operator.and_ if tree.by == "and" else operator.or_
        return reduce(by, [expression(part) for part in tree.parts])
    if isinstance(tree, Not):
        return ~expression(tree.part)
    column = getattr(_, tree.column)
    if isinstance(tree, Known):
        return column.notnull()
    if isinstance(tree, OneOf):
        return column.isin(tree.values)
    return _COMPARE[tree.sign](column, tree.value) if isinstance(tree, Compared) else column
