"""The tables that a city's own figures are made of hold what is said of them."""

import pytest

from arp.words.fact_tables import FACT_TABLES, MATURED, kind_of
from arp.words.facts import FACT_COLUMNS
from arp.words.grammar import Kind
from arp.words.indicator_words import FACT_TABLE
from tests.measures.drawn import evidence

EMPTY = "program\nprogram | time_zone\nHEART | America/New_York"
HOLDS = {
    "boolean": {Kind.FLAG},
    "string": {Kind.WORD, Kind.LABEL},
    "float64": {Kind.NUMBER},
    "int64": {Kind.NUMBER},
}


def test_every_word_for_a_table_is_a_table():
    assert FACT_TABLE.keys == tuple(FACT_TABLES)


@pytest.mark.parametrize("table", FACT_TABLES.values(), ids=lambda table: table.word)
def test_every_column_is_a_fact_of_its_kind_with_a_meaning(table):
    schema = evidence(EMPTY).facts[table.name].schema()
    assert len(set(table.columns)) == len(table.columns)
    for name in table.columns:
        assert name in FACT_COLUMNS
        assert kind_of(name) in HOLDS[str(schema[name])], name


@pytest.mark.parametrize(("column", "matured"), MATURED.items())
def test_what_watches_for_days_stands_beside_what_says_they_are_over(column, matured):
    assert {column, matured} <= set(evidence(EMPTY).facts["encounters"].columns)
    assert matured not in FACT_TABLES["encounters"].columns


def test_no_column_names_a_person():
    offered = {name for table in FACT_TABLES.values() for name in table.columns}
    assert not offered & {"person_key", "visit", "encounter_id", "incident_number"}
