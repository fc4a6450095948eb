"""A condition of a formula in words, part by part: what a row fulfils, or fails, to be counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.words.facts import FACT_COLUMNS

if TYPE_CHECKING:
    import ibis.expr.types as ir

COMPARED = {
    "Less": ("under", "not under"),
    "LessEqual": ("at most", "over"),
    "Greater": ("over", "not over"),
    "GreaterEqual": ("at least", "under"),
}


@dataclass(frozen=True)
class Condition:
    """One part of a condition, with the words for a row that fulfils it and for one that fails."""

    holds: ir.BooleanValue
    yes: str  # "handled", "contact result is declined"
    no: str  # "not handled"


def parts_of(condition: ir.BooleanValue) -> list[Condition]:
    """The parts that a condition joins by “and”, in its own order."""
    return [Condition(part.to_expr(), *_said(part)) for part in _joined(condition.op())]


def _joined(operation: Any) -> Iterator[Any]:
    if type(operation).__name__ == "And":
        yield from _joined(operation.left)
        yield from _joined(operation.right)
    else:
        yield operation


def _said(operation: Any) -> tuple[str, str]:
    """The words for true and for false; where there are none, the columns it is read from."""
    kind = type(operation).__name__
    if kind == "Not":
        yes, no = _said(operation.arg)
        return no, yes
    if kind == "Field":
        title = _title(operation)
        return title, f"not {title}"
    if kind in ("NotNull", "IsNull"):
        title = _title(operation.arg)
        known = f"{title} known", f"{title} not known"
        return known if kind == "NotNull" else known[::-1]
    if kind == "Equals":
        title, value = _title(operation.left), _title(operation.right)
        return f"{title} is {value}", f"{title} is not {value}"
    if kind == "InValues":
        title = _title(operation.value)
        values = " or ".join(_title(option) for option in operation.options)
        return f"{title} is {values}", f"{title} is not {values}"
    if kind in COMPARED:
        left, right = _title(operation.left), _title(operation.right)
        yes, no = COMPARED[kind]
        return f"{left} {yes} {right}", f"{left} {no} {right}"
    if kind == "Or":
        sides = [_said(operation.left), _said(operation.right)]
        return " or ".join(yes for yes, _ in sides), " and ".join(no for _, no in sides)
    title = _title(operation)
    return title, f"not {title}"


def _title(operation: Any) -> str:
    """What a value is called: a column by its title, a literal as it is."""
    import ibis.expr.operations as ops

    if isinstance(operation, ops.Literal):
        return str(operation.value)
    if isinstance(operation, ops.Max):
        return f"the last {_title(operation.arg)}"
    columns = dict.fromkeys(field.name for field in operation.find(ops.Field))
    return " and ".join(
        FACT_COLUMNS[name].title if name in FACT_COLUMNS else name.replace("_", " ")
        for name in columns
    )
