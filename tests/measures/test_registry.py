import re
import warnings
from datetime import date
from pathlib import Path

import ibis
import pytest

from arp.measures.formula import Expression, Ratio, Share, Study, Worked
from arp.measures.indicator import Indicator, needs_by_grain
from arp.measures.registry import INDICATORS
from arp.views.definition_words import definition, parts_of
from tests.measures.drawn import evidence

SPECS = Path(__file__).parents[1] / "spec"
UNITS = {
    "dollars",
    "hours",
    "met or not",
    "calls",
    "calls an hour",
    "responses",
    "contacts",
    "people",
    "minutes",
    "share",
    "days",
    "rows",
}
UNITS |= {"per 1,000 responses", "per 100 eligible calls", "per 10,000 eligible calls"}
UNITS |= {"calls a day", "reports", "uses of force"}
UNITS |= {"cases", "points of 5"}
UNITS |= {"transports", "times the city"}
PARTS = ("where", "of", "among", "matured")
EMPTY = "program\nprogram | time_zone\nHEART | America/New_York"

AGGREGATES = [
    entry for entry in INDICATORS.values() if not isinstance(entry.formula, Study | Worked)
]
every_entry = pytest.mark.parametrize("entry", INDICATORS.values(), ids=INDICATORS)


def test_keys_are_unique_and_sorted() -> None:
    assert list(INDICATORS) == sorted(INDICATORS)
    assert all(key == entry.key for key, entry in INDICATORS.items())


@every_entry
def test_it_is_documented_in_whole_sentences(entry: Indicator) -> None:
    for text in (entry.why, entry.words, entry.to_measure_it, entry.source, entry.caveat):
        assert re.fullmatch(r"[A-Z0-9“].+\.", text, re.DOTALL), text
    assert entry.name[0].isupper() or entry.name[0].isdigit()
    assert entry.unit in UNITS
    assert re.fullmatch(r"[a-z][a-z0-9_]*", entry.key)


@every_entry
def test_its_formula_runs_on_a_frame_that_holds_only_what_it_needs(entry: Indicator) -> None:
    own = ("incident_number", "month", "table", "field")  # identity, which a list or study names
    for grain, needs in needs_by_grain(entry).items():
        fact = evidence(EMPTY).facts[grain]
        kept = {name: kind for name, kind in fact.schema().items() if name in (*needs, *own)}
        rows = ibis.table(kept, name="narrow")
        assert set(needs) <= set(kept)
        if isinstance(entry.formula, Study):
            query = entry.formula.run(rows.filter(entry.formula.among), ())
        else:
            read = [rows.bind(part)[0] for part in expressions(entry)[grain]]
            query = rows.select(*(part.name(str(n)) for n, part in enumerate(read)))
        assert ibis.to_sql(query, dialect="duckdb")


@pytest.mark.parametrize("entry", AGGREGATES, ids=lambda entry: entry.key)
def test_it_needs_nothing_that_its_formula_does_not_read(entry: Indicator) -> None:
    for grain, parts in expressions(entry).items():
        read = " ".join(str(part) for part in parts)
        assert set(needs_by_grain(entry)[grain]) == set(re.findall(r"(?<!\w)_\.(\w+)", read))


def expressions(entry: Indicator) -> dict[str, list[Expression]]:
    """What a formula reads of each row, by the fact table."""
    formula = entry.formula
    halves = [formula.top, formula.bottom] if isinstance(formula, Ratio) else [formula]
    found: dict[str, list[Expression]] = {}
    for half in halves:
        beside = getattr(half, "beside", None)
        parts = [getattr(half, part, None) for part in PARTS] + [beside and beside.where]
        of_grain = found.setdefault(getattr(half, "grain", None) or entry.grain, [])
        of_grain += [part for part in parts if part is not None]
    return found


@every_entry
def test_a_share_or_a_ratio_says_what_is_divided_by_what(entry: Indicator) -> None:
    parts = parts_of(entry)
    if isinstance(entry.formula, Share | Ratio):
        assert parts.numerator and not parts.denominator.startswith("None")
    assert all(text.endswith(".") for text in (parts.numerator, parts.denominator) if text)


@every_entry
def test_everything_that_is_asked_of_a_definition_is_said(entry: Indicator) -> None:
    told = dict(definition(entry, None, today=date(2026, 12, 1), of_city=False))
    assert {
        "Question it answers",
        "How it is calculated",
        "Denominator",
        "Target",
        "What it is read from",
        "Last change of the method",
        "Review",
    } <= set(told)


@every_entry
def test_a_spec_draws_it(entry: Indicator) -> None:
    stem = re.sub(r"_p\d\d$", "", entry.key)
    assert any(stem in spec.read_text() for spec in SPECS.glob("test_*.py"))


@every_entry
def test_its_review_is_not_overdue(entry: Indicator) -> None:
    assert entry.reviewed_on < entry.next_review_on
    if entry.next_review_on < date.today():
        warnings.warn(f"{entry.key} was due for review on {entry.next_review_on}", stacklevel=1)
