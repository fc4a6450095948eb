from dataclasses import replace

import pytest

from arp.intake.mapping import Column, is_answer
from arp.intake.recognition.feeds import scope_question


@pytest.mark.parametrize(
    "key",
    ["scope", "date_order", "date_order:Arrived", "column:Arr: time", "calls.received_at"],
)
def test_questions_columns_and_fields_can_be_answered(key):
    assert is_answer(key)


@pytest.mark.parametrize("key", ["whole_months", "column", "calls", "calls.nonsense", "row:7"])
def test_nothing_else_can(key):
    assert not is_answer(key)


def test_a_question_is_asked_under_a_key_that_can_be_answered():
    assert is_answer(scope_question().key)


def test_a_column_that_only_dates_other_times_is_used():
    column = Column(position=0, letter="A", header="Date")
    assert not column.is_used
    assert replace(column, dates_of=("Time",)).is_used
    assert replace(column, fields=("calls.received_at",)).is_used
