from arp.words.facts import FACT_COLUMNS
from tests.measures.drawn import evidence

EMPTY = "program\nprogram | time_zone\nHEART | America/New_York"


def test_every_column_of_the_facts_has_a_title_and_a_meaning() -> None:
    derived = {name for fact in evidence(EMPTY).facts.values() for name in fact.columns}
    assert derived - set(FACT_COLUMNS) == set()
    assert set(FACT_COLUMNS) - derived == set()


def test_titles_read_on_in_a_sentence_and_meanings_begin_one() -> None:
    for column in FACT_COLUMNS.values():
        assert column.title == column.title.strip() and column.meaning[0].isupper()
        assert not column.meaning.endswith(".")
