from dataclasses import replace
from datetime import date

import pytest

from arp.exhibits import pages
from arp.exhibits.handout import Commitment
from arp.review.opening import apart, handout, screen, screens
from tests.review.drawn import HIDDEN, WAITS, deck, exhibit, page

NOTED = replace(WAITS, note="Slowly", months=("2026-01", "2026-10"), choices={"team_page": "CRT"})
LOOK = object()  # what a page is composed of: here it is not looked at


@pytest.fixture
def home(monkeypatch):
    """Has the page Home show these exhibits; gives the choices it was composed with."""
    asked = []

    def shows(*exhibits):
        def compose(look, choices):
            assert look is LOOK
            asked.append(choices)
            return page(*exhibits)

        monkeypatch.setattr(pages, "PAGES", {"home": pages.Composed("Home", compose)})
        return asked

    return shows


def test_a_screen_is_the_exhibit_of_the_page_with_its_note(home):
    asked = home(exhibit("other"), exhibit())
    shown = screen(NOTED, LOOK)
    assert (shown.exhibit.key, shown.note) == ("waits", "Slowly")
    assert shown.exhibit.told
    assert "Oct 2026" in shown.foot
    assert asked == [{"team_page": "CRT"}]


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (exhibit("other"), "does not have this for these months and filters"),
        (exhibit(readings=HIDDEN), "The city’s settings hide this figure"),
    ],
)
def test_what_is_not_on_its_page_stays_a_screen_and_says_why(home, found, why):
    home(found)
    said_to_be_missing(screen(NOTED, LOOK), why)


def test_of_a_page_or_data_that_are_gone_the_screen_says_so(home):
    home(exhibit())
    said_to_be_missing(screen(replace(NOTED, page="maps"), LOOK), "The page that this is from")
    said_to_be_missing(screen(NOTED, None), "The data as of that day are not there")


def said_to_be_missing(shown, why):
    assert shown.exhibit.question == "How long do people wait?"
    assert why in shown.exhibit.finding
    assert not shown.exhibit.told
    assert shown.exhibit.drawing is None
    assert shown.note == "Slowly"
    assert shown.foot


def test_what_is_presented_in_parts_is_chosen_in_parts(monkeypatch):
    gates, safety, data, waits = map(exhibit, ("gates", "gate-safety", "gate-data", "waits"))
    readiness = pages.Composed(
        "Ready?",
        lambda look, choices: page(gates, waits),
        presented=lambda look, choices: page(safety, data, waits),
    )
    home = pages.Composed("Home", lambda look, choices: page(gates))
    monkeypatch.setattr(pages, "PAGES", {"readiness": readiness, "home": home})
    assert apart("readiness", gates, LOOK, {}) == (safety, data)
    assert apart("readiness", waits, LOOK, {}) == (waits,)
    assert apart("home", gates, LOOK, {}) == (gates,)


def test_a_hand_out_has_the_screens_in_order_and_earlier_commitments_first(home):
    home(exhibit(), exhibit("harm"))
    may = deck("May", date(2026, 5, 5))
    council = deck("Council", date(2026, 11, 30), WAITS, replace(WAITS, exhibit="harm"))
    promised = {
        1: Commitment(what="own", made_at="Council"),
        2: Commitment(what="earlier", made_at="May"),
        3: Commitment(what="done long ago", made_at="May", done_on=date(2026, 1, 1)),
    }
    out = handout(
        council,
        screens(council, lambda chosen: LOOK),
        [council, may],
        promised,
        as_of="Nov 3, 2026",
        sample=True,
    )
    assert out.title == "Council"
    assert [one.exhibit.key for one in out.screens] == ["waits", "harm"]
    assert [one.what for one in out.commitments] == ["earlier", "own"]
    assert (out.as_of, out.sample) == ("Nov 3, 2026", True)


def test_a_page_that_several_screens_are_from_is_composed_once(home):
    asked = home(exhibit("other"), exhibit())
    other = replace(WAITS, exhibit="other")
    of = deck("Council", date(2026, 11, 30), WAITS, other, NOTED)
    shown = screens(of, lambda chosen: LOOK)
    assert [one.exhibit.key for one in shown] == ["waits", "other", "waits"]
    assert len(asked) == 2  # NOTED is of other months
