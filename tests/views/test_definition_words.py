"""What a definition says: the parts of its formula, its target, its review."""

from dataclasses import replace
from datetime import date

import pytest

from arp.measures.judge.targets import Target
from arp.measures.registry import INDICATORS
from arp.views.definition_words import definition, is_overdue, needs, parts_of, review, target_text

REACHED = INDICATORS["contact_made_rate"]
TODAY = date(2026, 12, 1)


def test_numerator_denominator_and_what_is_left_out_stand_apart():
    parts = parts_of(INDICATORS["arrest_rate"])
    assert parts.numerator == "Contacts that ended in an arrest."
    assert parts.denominator == "Contacts at which the person was reached and that is known."
    assert parts.left_out == "Follow-up contacts are left out."


@pytest.mark.parametrize(
    ("key", "denominator"),
    [
        ("responder_injury_rate", "Contacts of which the record says whether anybody was."),
        ("calls_in_scope", "None: it is a count."),
        ("response_p50", "None: it is a value that so many of the rows do not exceed."),
        ("response_mean", "None: it is a mean."),
    ],
)
def test_a_denominator_is_what_is_divided_by_or_says_why_there_is_none(key, denominator):
    assert parts_of(INDICATORS[key]).denominator == denominator


def test_a_target_says_who_set_it_since_when_and_why():
    target = Target(
        value=0.7, set_by="City council", since=date(2026, 3, 1), source="Budget hearing"
    )
    assert target_text(REACHED, target) == (
        "At least 70%. Set by City council since Mar 1, 2026. Budget hearing."
    )


def test_without_a_target_it_says_so_and_what_is_known_of_one():
    bare = replace(REACHED, target_note="")
    assert target_text(bare, None) == "No target set."
    assert target_text(INDICATORS["program_responses"], None) == "None: neither way is better."


def test_the_review_warns_only_when_its_day_has_passed():
    due = REACHED.next_review_on
    assert not is_overdue(REACHED, due)
    assert "overdue" not in review(REACHED, due)
    assert review(REACHED, date(2028, 1, 1)).endswith("It is overdue.")
    undated = replace(REACHED, reviewed_on=None, next_review_on=None)
    assert review(undated, TODAY).endswith("No day of the next review is set.")


def test_what_it_is_read_from_is_named_in_words():
    assert needs(REACHED).startswith("Calls: ")
    assert "_" not in needs(REACHED)


def test_what_has_nothing_to_say_is_left_out():
    told = dict(definition(REACHED, None, today=TODAY, of_city=False))
    assert "Who answers for it" not in told
    own = replace(REACHED, owner="Community Safety")
    assert "Who answers for it" in dict(definition(own, None, today=TODAY, of_city=True))
