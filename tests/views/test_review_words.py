from dataclasses import replace
from datetime import date

import pytest

from arp.exhibits.handout import Commitment
from arp.measures.asked import Filters
from arp.review.deck import Chosen
from arp.review.refreshing import Changed, Refreshed
from arp.views import review_words
from tests.review.drawn import WAITS, deck, page

TODAY = date(2026, 11, 22)


def promised(due=None, done=None):
    return Commitment(what="Hire", made_at="May", due_on=due, done_on=done)


LATE, DONE = promised(date(2026, 11, 19)), promised(done=date(2026, 11, 12))
OPEN = promised(date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 30), "Nov 30, 2026 · in 8 days"),
        (date(2026, 11, 23), "Nov 23, 2026 · tomorrow"),
        (TODAY, "Nov 22, 2026 · today"),
        (date(2026, 11, 20), "Nov 20, 2026 · 2 days ago"),
    ],
)
def test_a_day_says_how_far_it_is(day, said):
    assert review_words.when(deck("Council", day), TODAY) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (OPEN, "due Nov 30, 2026"),
        (promised(TODAY), "due Nov 22, 2026"),
        (promised(date(2026, 11, 21)), "due Nov 21, 2026 · 1 day late"),
        (LATE, "due Nov 19, 2026 · 3 days late"),
        (DONE, "done Nov 12, 2026"),
        (promised(), "open, with no day"),
    ],
)
def test_a_commitment_says_by_when_and_how_late_it_is(one, said):
    assert review_words.due(one, TODAY) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "Nothing was promised yet."),
        ([DONE], "It is done."),
        ([DONE, DONE], "All of it is done."),
        ([OPEN, LATE, DONE], "2 of 3 are open, 1 of them late."),
        ([OPEN, DONE], "1 of 2 is open, none late."),
        ([OPEN], "1 is open, none late."),
    ],
)
def test_how_commitments_stand_is_one_sentence(found, said):
    assert review_words.standing(found, TODAY) == said


def test_commitments_are_listed_with_who_and_when():
    table = review_words.listed([LATE], TODAY, with_review=True)
    assert table.iloc[0].tolist() == [
        "Hire",
        "nobody yet",
        "due Nov 19, 2026 · 3 days late",
        "May",
    ]
    assert "Promised at" not in review_words.listed([LATE], TODAY, with_review=False)


def test_what_is_added_says_where_and_how_many_there_are():
    council = deck("Council", TODAY, WAITS, WAITS)
    assert review_words.added(council) == "Added to Council · 2 screens"
    assert review_words.there_already(council) == "Council shows this already · 2 screens"
    assert "as of Nov 3, 2026" in review_words.added_of_another_day(council, "Nov 3, 2026")
    assert review_words.about(council, "Nov 3, 2026") == "2 screens · data as of Nov 3, 2026"


def test_a_screen_says_where_it_is_from_and_what_it_is_of():
    team = Chosen(
        page="teams",
        exhibit="volume",
        question="How much?",
        months=("2026-01", "2026-06"),
        where=Filters(area=("North",)),
        choices={"team_page": "CRT"},
    )
    assert review_words.shown_as(team, "Teams") == "Teams · CRT · North · Jan–Jun 2026"
    freed = replace(WAITS, choices={"share": "0.45"})
    assert review_words.shown_as(freed, "System impact") == "System impact · 45% · all months"
    assert review_words.shown_as(WAITS, "Home") == "Home · all months"


@pytest.mark.parametrize(
    ("findings", "figures", "said"),
    [
        (0, 0, "Nothing on its screens changes."),
        (0, 2, "No finding changes; figures of 2 screens move."),
        (1, 0, "1 of 5 findings changes."),
        (2, 1, "2 of 5 findings change; figures of 1 screen move besides."),
    ],
)
def test_what_refreshing_would_do_is_one_sentence(findings, figures, said):
    changed = (Changed("q", "a", "b"),) * findings
    assert review_words.would_change(Refreshed(changed, figures, 5)) == said


def test_a_screen_says_which_page_it_is_from_and_of_what_part():
    part = replace(page(name="teams"), where=Filters(team=("CRT",)))
    assert review_words.of_page("Teams", part) == "Teams · CRT"
    assert review_words.of_page("Home", page()) == "Home"


def test_refreshing_says_from_which_day_to_which():
    assert "as of Nov 3, 2026. Refreshed" in review_words.from_day_to_day(
        "Nov 3, 2026", "Nov 20, 2026"
    )
    assert "only time has passed" in review_words.from_day_to_day("Nov 3, 2026", "Nov 3, 2026")
    found = Refreshed((Changed("Why?", "a", "b"),), 0, 1)
    assert review_words.changes(found).iloc[0].tolist() == ["Why?", "a", "b"]


def test_the_answer_of_all_reviews_is_which_comes_next():
    assert review_words.title([], TODAY) == "No review is planned"
    assert review_words.title([deck("Council", TODAY)], TODAY) == "Council is today"
