"""What may be written in a formula: the examples, and every column with what it holds."""

from arp.views.formulas import column_rows, example_rows, holds
from arp.words.fact_tables import FACT_TABLES


def test_an_example_stands_beside_what_it_says():
    assert ("calls", "eligible and not handled", "eligible and not handled") in example_rows()
    said = {text: words for _, text, words in example_rows()}
    assert said["response_minutes <= 30"] == "response time at most 30"


def test_every_column_of_every_table_is_listed_once():
    listed = [(table, column) for table, column, *_ in column_rows()]
    assert len(set(listed)) == len(listed)
    assert set(listed) == {(t.word, name) for t in FACT_TABLES.values() for name in t.columns}
    assert {table for table, *_ in column_rows("encounters")} == {"encounters"}


def test_what_a_column_holds_is_said_as_it_must_be_written():
    assert holds("handled") == "Yes or no"
    assert holds("call_type") == "Your own words"
    assert holds("response_minutes") == "A number of minutes"
    assert holds("mode").startswith("One of: ")
