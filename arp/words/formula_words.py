"""A formula that a city wrote, as sentences: what is counted, divided by what, what is left out."""

from __future__ import annotations

from arp.words.facts import FACT_COLUMNS
from arp.words.written_conditions import Compared, Condition, Joined, Known, Not, OneOf, Says
from arp.words.written_formulas import COUNT, SHARE, WrittenFormula

_BESIDE = {"=": "is", "<": "under", "<=": "at most", ">": "over", ">=": "at least"}
_MEASURED = {
    "median": "Median: half of the {rows}{among} do not exceed it. {of}.",
    "90th percentile": "90th percentile: nine in ten of the {rows}{among} do not exceed it. {of}.",
    "mean": "Mean over the {rows}{among}. {of}.",
    "total": "Sum over the {rows}{among}. {of}.",
}
EXAMPLES = (  # a table’s word, and a condition over its columns
    ("calls", "eligible and not handled"),
    ("calls", 'call_type = "Trespass"'),
    ("calls", "area in (North; South) and police_dispatched"),
    ("calls", "response_minutes <= 30"),
    ("encounters", "contact_result in (engaged; declined)"),
    ("encounters", "responds and (arrested or handed_to_police)"),
    ("encounters", "primary_need is known"),
)
RULES = (
    "A column of yes and no stands by itself: handled, or not handled.",
    "A column of words or numbers has a value beside it, with =, !=, <, <=, > or >=. Several "
    "values stand in brackets after in, parted by semicolons.",
    "Put a value in quotation marks where it has signs or the words and, or in it. Spell it as "
    "your data do.",
    "Join conditions by and, or and brackets. What a row does not say is unknown: such a row is "
    "left out, and how many is shown.",
    "Columns that watch for days, such as met again within 30 days, are for shares only: rows "
    "whose days are not over are left out.",
)
_UNKNOWN = "Rows of which it is not known are left out."


def said_of(written: WrittenFormula) -> str:
    """The formula in words: numerator, denominator, what is left out."""
    rows = written.table.rows
    among = "" if written.among is None else f" that fit “{said(written.among)}”"
    if written.kind == COUNT:
        return f"Counts the {rows}{among}. {_UNKNOWN}"
    if written.kind == SHARE and written.of is not None and not isinstance(written.of, str):
        first = rows[0].upper() + rows[1:]
        early = " Rows whose days are not over are left out." if written.watched else ""
        of = said(written.of)
        return (
            f"{first}{among} and “{of}”, divided by {rows}{among}. {_UNKNOWN}{early}"
            if among
            else f"{first} that fit “{of}”, divided by all {rows}. {_UNKNOWN}{early}"
        )
    column = FACT_COLUMNS[str(written.of)]
    what = f"{column.title[0].upper()}{column.title[1:]}: {column.meaning.lower()}"
    return f"{_MEASURED[written.kind].format(rows=rows, among=among, of=what)} {_UNKNOWN}"


def said(tree: Condition) -> str:
    """A condition in words: eligible and not handled."""
    if isinstance(tree, Joined):
        parts = [
            f"({said(part)})" if isinstance(part, Joined) else said(part) for part in tree.parts
        ]
        return f" {tree.by} ".join(parts)
    if isinstance(tree, Not):
        return _denied(tree.part)
    title = FACT_COLUMNS[tree.column].title
    if isinstance(tree, Says):
        return title
    if isinstance(tree, Known):
        return f"{title} known"
    if isinstance(tree, OneOf):
        return f"{title} is {_any_of(tree)}"
    return f"{title} {_BESIDE[tree.sign]} {_value(tree)}"


def _denied(tree: Condition) -> str:
    if isinstance(tree, Not):
        return said(tree.part)
    if isinstance(tree, Known):
        return f"{FACT_COLUMNS[tree.column].title} not known"
    if isinstance(tree, OneOf):
        return f"{FACT_COLUMNS[tree.column].title} is not {_any_of(tree)}"
    if isinstance(tree, Compared) and tree.sign == "=":
        return f"{FACT_COLUMNS[tree.column].title} is not {_value(tree)}"
    return f"not {said(tree)}" if isinstance(tree, Says) else f"not ({said(tree)})"


def _any_of(tree: OneOf) -> str:
    return " or ".join(tree.values)


def _value(tree: Compared) -> str:
    return f"{tree.value:g}" if isinstance(tree.value, float) else tree.value
