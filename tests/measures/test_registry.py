import re
import warnings
from datetime import date
from pathlib import Path

import ibis
import pytest

from arp.measures.formula import Count, Study
from arp.measures.indicator import Indicator
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence

SPECS = Path(__file__).parents[1] / "spec"
UNITS = {"calls", "responses", "minutes", "share", "days", "rows"}
EMPTY = "program\nprogram | time_zone\nHEART | America/New_York"

AGGREGATES = [entry for entry in INDICATORS.values() if not isinstance(entry.formula, Study)]
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
    fact = evidence(EMPTY).facts[entry.grain]
    own = ("incident_number", "month", "table", "field")  # identity, which a list or study names
    kept = {name: kind for name, kind in fact.schema().items() if name in (*entry.needs, *own)}
    rows = ibis.table(kept, name="narrow")
    assert set(entry.needs) <= set(kept)
    formula = entry.formula
    if isinstance(formula, Study):
        query = formula.run(rows.filter(formula.among), ())
    elif isinstance(formula, Count):
        query = rows.aggregate(n=rows.count(where=rows.bind(formula.where)[0]))
    else:
        parts = [getattr(formula, part) for part in ("of", "among") if hasattr(formula, part)]
        query = rows.select(*(rows.bind(part)[0].name(str(n)) for n, part in enumerate(parts)))
    assert ibis.to_sql(query, dialect="duckdb")


@pytest.mark.parametrize("entry", AGGREGATES, ids=lambda entry: entry.key)
def test_it_needs_nothing_that_its_formula_does_not_read(entry: Indicator) -> None:
    parts = [getattr(entry.formula, part, None) for part in ("where", "of", "among")]
    read = " ".join(str(part) for part in parts if part is not None)
    assert set(entry.needs) == set(re.findall(r"(?<!\w)_\.(\w+)", read))


@every_entry
def test_a_spec_draws_it(entry: Indicator) -> None:
    stem = re.sub(r"_p\d\d$", "", entry.key)
    assert any(stem in spec.read_text() for spec in SPECS.glob("test_*.py"))


@every_entry
def test_its_review_is_not_overdue(entry: Indicator) -> None:
    assert entry.reviewed_on < entry.next_review_on
    if entry.next_review_on < date.today():
        warnings.warn(f"{entry.key} was due for review on {entry.next_review_on}", stacklevel=1)
