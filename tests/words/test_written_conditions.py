"""Conditions as people write them: what is understood, and where reading stops."""

import pytest

from arp.words.formula_words import EXAMPLES, said
from arp.words.written_conditions import (
    DEEPEST,
    LONGEST,
    NotUnderstood,
    columns_in,
    condition,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("eligible and not handled", "eligible and not handled"),
        ("ELIGIBLE And Not Handled", "eligible and not handled"),
        ('call_type = "Trespass"', "call type is Trespass"),
        ("call_type = Noise complaint and missed", "call type is Noise complaint and missed"),
        ("call_type != Trespass", "call type is not Trespass"),
        ("call_type <> Trespass", "call type is not Trespass"),
        ("area in (North; “South, and East”)", "area is North or South, and East"),
        ("area not in (North)", "area is not North"),
        ("area is unknown", "area not known"),
        ("not (area is unknown)", "area known"),
        ("missed and (handled or eligible)", "missed and (handled or eligible)"),
        ("missed and handled or eligible", "(missed and handled) or eligible"),
        ("not not missed", "missed"),
    ],
)
def test_a_condition_says_what_was_written(text, words):
    assert said(condition(text)) == words


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("", "the end", "the name of a column"),
        ("eligible handled", "handled", "“and”, “or” or the end"),
        ("eligible and", "the end", "the name of a column"),
        ("area =", "the end", "a value"),
        ("area in North", "North", "values in brackets, parted by semicolons"),
        ("(eligible", "the end", "a closing bracket"),
        ("area is maybe", "maybe", "“known” or “unknown”"),
        ('area = "North', '"North', "quotation marks in pairs and no other signs"),
        ("1 = 1", "1", "the name of a column"),
        ("__import__('os')", "(", "“and”, “or” or the end"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_is_expected(text, found, expected):
    with pytest.raises(NotUnderstood) as wrong:
        condition(text)
    assert (wrong.value.found.strip(), wrong.value.expected) == (found, expected)
    assert not found or found not in str(wrong.value) or found in expected


@pytest.mark.parametrize(
    "text",
    ["not " * (DEEPEST + 2) + "missed", "(" * (DEEPEST + 2) + "missed", "m" * (LONGEST + 1)],
)
def test_what_is_too_long_or_too_deep_is_refused_and_not_tried(text):
    with pytest.raises(NotUnderstood):
        condition(text)


def test_the_columns_of_a_condition_are_named_once_in_its_order():
    assert columns_in(condition("b and (not a or b = 1)")) == ["b", "a"]


@pytest.mark.parametrize(("table", "text"), EXAMPLES)
def test_every_example_that_is_shown_can_be_read(table, text):
    assert said(condition(text))
