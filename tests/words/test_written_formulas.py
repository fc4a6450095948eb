"""Formulas of a city's own: checked against the columns that there are, all faults at once."""

import pytest

from arp.words.formula_words import EXAMPLES, said_of
from arp.words.written_formulas import added_units, read_formula


def read(kind, table, among=None, of=None):
    return read_formula({"kind": kind, "table": table, "among": among, "of": of})


@pytest.mark.parametrize(
    ("formula", "words", "unit"),
    [
        (
            ("count", "calls", "eligible and not handled"),
            "Counts the calls that fit “eligible and not handled”. ",
            "calls",
        ),
        (
            ("share", "encounters", "responds", "contact_result = Engaged"),
            "Contacts that fit “a response” and “contact result is engaged”, divided by contacts "
            "that fit “a response”. ",
            "share",
        ),
        (
            ("share", "encounters", None, "felt_safe = no"),
            "Contacts that fit “not felt safe”, divided by all contacts. ",
            "share",
        ),
        (
            ("median", "calls", "handled", "Response_Minutes"),
            "Median: half of the calls that fit “handled” do not exceed it. Response time: ",
            "minutes",
        ),
        (("total", "unit responses", None, "committed_minutes"), "Sum over the ", "minutes"),
    ],
)
def test_a_formula_in_words_and_its_unit(formula, words, unit):
    written, faults = read(*formula)
    assert faults == []
    assert said_of(written).startswith(words)
    assert written.unit == unit


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        (("count", "calls", "elegible"), ("unknown_fact_column", "among", "elegible")),
        (("count", "calls", "eligible and"), ("unreadable_condition", "among", "the end")),
        (("count", "calls", "call_type"), ("unfit_formula", "among", "call_type")),
        (("count", "calls", "handled = maybe"), ("unfit_formula", "among", "maybe")),
        (("count", "calls", "handled < 3"), ("unfit_formula", "among", "handled <")),
        (("count", "calls", "response_minutes = soon"), ("unfit_formula", "among", "soon")),
        (("count", "calls", "handled in (yes)"), ("unfit_formula", "among", "handled")),
        (("count", "encounters", "contact_result = x"), ("unfit_formula", "among", "x")),
        (("count", "encounters", "person_key = x"), ("unknown_fact_column", "among", "person_key")),
        (("count", "calls", "handled", "missed"), ("unfit_formula", "of", "missed")),
        (("median", "calls", "handled", "missed"), ("unfit_formula", "of", "missed")),
        (("count", "encounters", "repeated_30"), ("unfit_formula", "among", "repeated_30")),
    ],
)
def test_what_does_not_fit_is_told_with_its_cell(formula, fault):
    written, faults = read(*formula)
    assert written is None
    assert [(one.finding, one.field, one.found) for one in faults] == [fault]


def test_an_unknown_column_is_told_with_the_names_nearest_to_it():
    (fault,) = read("count", "calls", "elegible")[1]
    assert fault.other.startswith("“calls”; near it: eligible")


def test_two_cells_with_faults_are_both_told():
    assert len(read("share", "calls", "elegible", "hendled")[1]) == 2


def test_a_column_that_watches_brings_the_one_that_says_its_days_are_over():
    written, _ = read("share", "encounters", "responds", "repeated_30")
    assert written.watched == ("matured_30",)
    assert "Rows whose days are not over are left out." in said_of(written)


@pytest.mark.parametrize(("table", "text"), EXAMPLES)
def test_every_example_that_is_shown_fits_its_table(table, text):
    assert read("count", table, text)[1] == []


def test_the_units_of_what_is_added_are_known_ahead_of_saving():
    values = [
        {"indicator": "own", "kind": "share", "table": "calls", "of": "handled"},
        {"indicator": "response_p50", "name": "Our wait"},
        {"indicator": "broken", "kind": "share", "table": "calls", "of": "hendled"},
    ]
    assert added_units(values, {"response_p50"}) == {"own": "share"}
