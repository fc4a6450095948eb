import json
from dataclasses import replace
from datetime import date

import pytest

from arp.measures.asked import Filters
from arp.review.deck import Chosen, coming, decks, held
from arp.words.settings.review_sections import REVIEWS
from tests.review.drawn import WAITS, deck

TEAM = Chosen(
    page="teams",
    exhibit="volume",
    question="How much does “CRT” do?",
    months=("2026-01", "2026-06"),
    where=Filters(area=("North", "South; East")),
    choices={"team_page": "CRT"},
    note="Say thanks",
)
A, B, C = (replace(WAITS, exhibit=key) for key in "abc")


def stored(*found):
    return [
        {"section": "reviews", "name": one.name, "value": json.dumps(one.value), "set_by": one.by}
        for one in found
    ]


def keys(one):
    return "".join(chosen.exhibit for chosen in one.screens)


def test_a_review_is_read_back_as_it_was_kept():
    council = deck("Council", date(2026, 11, 30), TEAM, WAITS, by="Ana")
    (back,) = decks([*stored(council), {"section": "teams", "name": "CRT", "value": "{}"}])
    assert back == council
    assert set(council.value) == {field.name for field in REVIEWS.fields}


def test_reviews_stand_with_the_latest_day_first():
    days = [deck(name, date(2026, 11, day)) for name, day in (("a", 3), ("b", 30), ("c", 12))]
    assert [one.name for one in decks(stored(*days))] == ["b", "c", "a"]


def test_the_next_review_is_the_soonest_that_is_not_over():
    found = decks(stored(*(deck(str(day), date(2026, 11, day)) for day in (3, 12, 22, 30))))
    assert [one.name for one in coming(found, date(2026, 11, 22))] == ["22", "30"]
    assert [one.name for one in held(found, date(2026, 11, 22))] == ["12", "3"]


@pytest.mark.parametrize(
    ("place", "to", "order"), [(0, 1, "bac"), (2, 1, "acb"), (2, 0, "cab"), (0, 2, "bca")]
)
def test_a_screen_moves_and_the_others_keep_their_order(place, to, order):
    assert keys(deck("Council", date(2026, 11, 30), A, B, C).moved(place, to)) == order


def test_screens_are_added_once_at_the_end_and_taken_out_by_their_place():
    one = deck("Council", date(2026, 11, 30), A).with_screens([B, A]).with_screens([C])
    assert keys(one) == "abc"
    assert keys(one.without(1)) == "ac"


def test_a_note_is_of_its_screen_alone():
    noted = deck("Council", date(2026, 11, 30), A, B).noted(1, "Slowly")
    assert [chosen.note for chosen in noted.screens] == ["", "Slowly"]


def test_the_same_of_other_months_or_another_team_is_another_screen():
    one = deck("Council", date(2026, 11, 30), TEAM)
    assert one.holds(replace(TEAM, note="", question="How much does CRT do?"))
    assert not one.holds(replace(TEAM, months=None))
    assert not one.holds(replace(TEAM, choices={"team_page": "CCD"}))
    assert not one.holds(replace(TEAM, where=Filters()))
