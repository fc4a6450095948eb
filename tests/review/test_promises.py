import json
from datetime import date

import pytest

from arp.exhibits.handout import Commitment
from arp.review.promises import (
    State,
    from_earlier,
    in_order,
    made_at,
    next_number,
    open_now,
    promises,
    state,
    value_of,
)
from arp.words.settings.review_sections import COMMITMENTS
from tests.review.drawn import deck

TODAY = date(2026, 11, 22)
MAY, AUGUST, NOVEMBER = (
    deck(name, day)
    for name, day in (
        ("May", date(2026, 5, 5)),
        ("August", date(2026, 8, 5)),
        ("November", date(2026, 11, 5)),
    )
)
ALL = (NOVEMBER, AUGUST, MAY)


def one(what, made="May", *, due=None, done=None):
    return Commitment(what=what, made_at=made, due_on=due, done_on=done)


def of(*found):
    return dict(enumerate(found, 1))


def whats(found):
    return [each.what for each in found.values()]


def test_commitments_are_read_back_in_the_order_in_which_they_were_made():
    written = {
        10: Commitment(what="Hire", owner="Ben", due_on=TODAY, done_on=TODAY, made_at="May"),
        9: one("Buy a van"),
    }
    rows = [
        {"section": "commitments", "value": json.dumps(value_of(number, each))}
        for number, each in written.items()
    ]
    back = promises([*rows, {"section": "reviews", "value": "{}"}])
    assert list(back.items()) == sorted(written.items())
    assert set(value_of(9, written[9])) == {field.name for field in COMMITMENTS.fields}


def test_a_number_is_never_used_twice():
    assert next_number({}) == 1
    assert next_number({1: one("a"), 7: one("b")}) == 8


@pytest.mark.parametrize(
    ("due", "done", "told"),
    [
        (None, None, State.OPEN),
        (TODAY, None, State.OPEN),
        (date(2026, 11, 21), None, State.LATE),
        (date(2026, 11, 1), date(2026, 11, 20), State.DONE),
    ],
)
def test_a_commitment_is_late_from_the_day_after_it_was_due(due, done, told):
    assert state(one("Hire", due=due, done=done), TODAY) == told


def test_what_is_open_stands_first_by_the_day_it_is_due_and_what_is_done_last():
    found = of(
        one("done", done=date(2026, 10, 1)),
        one("no day"),
        one("later", due=date(2026, 12, 1)),
        one("sooner", due=date(2026, 11, 1)),
    )
    assert whats(in_order(found)) == ["sooner", "later", "no day", "done"]
    assert whats(open_now(found)) == ["no day", "later", "sooner"]


def test_a_review_looks_at_what_is_open_of_all_earlier_ones_and_at_nothing_later():
    found = of(one("old", "May"), one("last", "August"), one("own", "November"))
    assert whats(from_earlier(NOVEMBER, ALL, found)) == ["old", "last"]
    assert whats(from_earlier(AUGUST, ALL, found)) == ["old"]
    assert whats(from_earlier(MAY, ALL, found)) == []
    assert whats(made_at("November", found)) == ["own"]


def test_what_was_done_since_the_review_before_is_looked_at_once():
    found = of(one("done in June", done=date(2026, 6, 1)), one("done in Oct", done=TODAY))
    assert whats(from_earlier(NOVEMBER, ALL, found)) == ["done in Oct"]
    assert whats(from_earlier(AUGUST, ALL, found)) == ["done in June", "done in Oct"]


def test_what_was_promised_at_a_review_that_was_removed_is_not_forgotten():
    found = of(one("of a review removed", "Spring"))
    assert whats(from_earlier(NOVEMBER, ALL, found)) == ["of a review removed"]
