"""Reviews: made, filled from cards, put in order, noted, promised at, refreshed, told of later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from arp.exhibits.handout import Commitment
from arp.intake.reviews import changed
from arp.lake.lake import Lake
from arp.review.deck import Chosen, Deck, decks
from arp.review.promises import promises, value_of
from tests.pages.conftest import AT, month_of_calls, opened, press, save, words

TODAY = date.today()
NAME = "Council, *November*"
WAITS = Chosen(page="home", exhibit="waits", question="How long do people wait?")
VOLUME = Chosen(page="home", exhibit="calls_in_scope", question="How many calls?")
GONE = Chosen(page="maps", exhibit="where", question="Where do people wait?")
NEXT, LAST = TODAY + timedelta(days=8), TODAY - timedelta(days=60)


@pytest.fixture
def lake(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)  # the browser follows them
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))
    return Lake(tmp_path / "lake")


def deck(name=NAME, held_on=NEXT, *screens):
    return Deck(name=name, held_on=held_on, of_snapshot=1, frozen_on=TODAY, screens=screens)


def keep(lake, *found, **promised):
    values = [value_of(number, one) for number, one in enumerate(promised.values(), 1)]
    change = changed(NAME, who="Ana", reviews=[one.value for one in found], commitments=values)
    lake.commit(change, who="Ana", at=AT)


def stored(lake):
    rows = lake.snapshot().read("settings").to_pylist()
    return decks(rows), promises(rows)


def page_of(name=NAME, **asked):
    page = opened("review")
    page.query_params["review"] = name
    for key, value in asked.items():
        page.query_params[key] = str(value)
    page.run()
    assert not page.exception
    return page


def test_without_a_review_the_page_says_how_to_begin(lake):
    said = words(opened("review"))
    assert "Bring charts to a review" in said
    assert "Add to review" in said


def test_a_review_is_made_with_a_name_and_a_day(lake):
    page = press(opened("review"), "New review")
    page.text_input[0].input("  Council,   *November* ")
    page.date_input[0].set_value(NEXT)
    page = press(press(page, "New review"), "New review", "Make it")
    ((made,), _) = stored(lake)
    assert (made.name, made.held_on, made.of_snapshot, made.frozen_on) == (NAME, NEXT, 1, TODAY)
    assert lake.history()[0].kind == "review"
    assert page.title[0].value.replace("\\", "") == NAME
    assert "Nothing yet. Press **Add to review**" in words(page)


@pytest.mark.parametrize(
    ("name", "fault"), [(" ", "Give it a name first"), (NAME, "There is a review of this name")]
)
def test_a_review_needs_a_name_of_its_own(lake, name, fault):
    keep(lake, deck())
    page = press(opened("review"), "New review")
    page.text_input[0].input(name)
    page = press(press(page, "New review"), "New review", "Make it")
    assert fault in page.error[0].value
    assert len(lake.history()) == 2


CARD = """
from arp.exhibits.exhibit import Exhibit
from arp.exhibits.pages import compose
from pages import _look, _review_adding, _shell

shown = _shell.view()
page = compose("home", _look.Cached(shown))
for key in ("calls_in_scope", "waits"):
    _review_adding.offer(page.named(key), "home", shown, {"team_page": "", "week": "All"})
"""


def cards():
    page = AppTest.from_string(CARD, default_timeout=180).run()
    assert not page.exception
    return page


def add(page, place):
    page.button(key=f"review-{('calls_in_scope', 'waits')[place]}").click()
    page.run()
    assert not page.exception
    return page


def test_a_card_is_added_in_one_click_once_a_review_is_chosen(lake):
    keep(lake, deck())
    page = add(cards(), 0)
    page.button(key="review-calls_in_scope").click()
    page = press(page, "Add")
    assert "Added to Council, *November* · 1 screen" in page.toast[0].value.replace("\\", "")
    page = add(page, 1)
    assert "2 screens" in page.toast[0].value
    page = add(page, 1)
    assert "shows this already" in page.toast[0].value
    ((council,), _) = stored(lake)
    assert [one.exhibit for one in council.screens] == ["calls_in_scope", "waits"]
    assert [(one.page, one.months, one.choices) for one in council.screens] == [
        ("home", None, {}),
        ("home", None, {}),
    ]


GATES = """
from arp.exhibits.pages import compose
from pages import _look, _review_adding, _shell

shown = _shell.view()
gates = compose("readiness", _look.Cached(shown)).named("gates")
_review_adding.offer(gates, "readiness", shown, {})
"""


def test_the_gates_are_added_one_a_screen_as_they_are_presented(lake):
    keep(lake, deck())
    page = AppTest.from_string(GATES, default_timeout=180)
    page.session_state["review_current"] = NAME
    page.run().button(key="review-gates").click().run()
    assert not page.exception
    keys = [one.exhibit for one in stored(lake)[0][0].screens]
    assert len(keys) == 7
    assert all(key.startswith("gate-") for key in keys)


def test_the_first_card_makes_the_review_it_is_added_to(lake):
    page = add(cards(), 1)
    page.text_input[0].input("Board")
    page.button(key="review-waits").click()
    page.run()
    page.button(key="review-waits").click()
    press(page, "Add")
    ((board,), _) = stored(lake)
    assert (board.name, [one.question for one in board.screens]) == (
        "Board",
        ["How long do people wait?"],
    )


def test_what_is_added_to_a_review_of_older_data_says_so(lake):
    keep(lake, deck())
    mended = month_of_calls(faults=False).replace(b"14:01:00", b"14:31:00")
    save(lake.path, "Corrected.csv", mended)
    page = cards()
    page.session_state["review_current"] = NAME
    assert "refresh it to show newer data" in add(page, 1).toast[0].value


def test_screens_show_their_findings_and_are_moved_and_taken_out(lake):
    keep(lake, deck(NAME, NEXT, VOLUME, WAITS))
    page = page_of()
    assert "Half of the calls waited" in words(page)
    assert "in 8 days" in words(page)
    page.button(key="Down-0").click().run()
    assert [one.exhibit for one in stored(lake)[0][0].screens] == ["waits", "calls_in_scope"]
    page.button(key="out-1").click().run()
    assert [one.exhibit for one in stored(lake)[0][0].screens] == ["waits"]
    assert [row.kind for row in lake.history()[:2]] == ["review", "review"]


def test_the_first_screen_has_no_way_up_and_the_last_none_down(lake):
    keep(lake, deck(NAME, NEXT, VOLUME, WAITS))
    page = page_of()
    assert page.button(key="Up-0").disabled
    assert page.button(key="Down-1").disabled
    assert not page.button(key="Down-0").disabled


def test_a_note_is_kept_and_never_on_the_screen(lake):
    keep(lake, deck(NAME, NEXT, WAITS))
    page_of().text_area[0].input("Say *thanks*").run()
    assert stored(lake)[0][0].screens[0].note == "Say *thanks*"
    assert "thanks" not in words(page_of(present=1, screen=1))
    notes = words(page_of(present=1, screen=1, notes=1))
    assert "Say *thanks*" in notes
    assert "Next: the end" in notes


def test_a_screen_that_cannot_be_shown_stays_and_says_why(lake):
    keep(lake, deck(NAME, NEXT, GONE, replace(WAITS, exhibit="no such")))
    said = words(page_of())
    assert "Where do people wait?" in said
    assert "is not there any more, so it cannot be shown" in said
    assert "does not have this for these months and filters" in said
    assert "Where do people wait?" in words(page_of(present=1, screen=1))


def test_commitments_are_typed_and_saved(lake):
    keep(lake, deck())
    page = page_of()
    assert "Nothing was promised yet." in words(page)
    line = {"What": "Hire two", "Owner": "Ben", "Due": NEXT.isoformat()}
    page.session_state[page.data_editor[0].key] = {
        "added_rows": [line],
        "edited_rows": {},
        "deleted_rows": [],
    }
    page = press(page.run(), "Save commitments")
    assert stored(lake)[1] == {
        1: Commitment(what="Hire two", owner="Ben", due_on=NEXT, made_at=NAME)
    }
    assert "1 is open, none late." in words(page)


def test_open_commitments_of_earlier_reviews_come_first_and_are_ticked_off(lake):
    late = Commitment(what="Hire two", due_on=TODAY - timedelta(days=3), made_at="September")
    keep(lake, deck("September", LAST), deck(NAME, NEXT, WAITS), late=late)
    page = page_of()
    titles = [one.value for one in page.subheader]
    assert titles.index("What came of what we promised?") < titles.index("What is shown?")
    assert "1 is open, 1 of them late." in words(page)
    shown = words(page_of(present=1, screen=1))
    assert "What came of what we promised?" in shown
    assert "3 days late" in shown
    page.session_state[page.data_editor[0].key] = {
        "added_rows": [],
        "edited_rows": {0: {"Done": True}},
        "deleted_rows": [],
    }
    page = page.run()
    page.button(key="save-earlier").click().run()
    assert stored(lake)[1][1].done_on == TODAY


def test_a_review_stays_as_it_was_until_it_is_refreshed(lake):
    keep(lake, deck(NAME, NEXT, WAITS))
    assert "Refresh" not in [button.label for button in page_of().button]
    mended = month_of_calls(faults=False).replace(b"14:01:00", b"14:31:00")
    save(lake.path, "Corrected.csv", mended)
    page = page_of()
    assert "29.5 minutes" in words(page)
    page = press(page, "Refresh")
    said = words(page)
    assert "1 of 1 finding changes." in said
    assert "30.5 minutes" in said
    assert stored(lake)[0][0].of_snapshot == 1
    page = press(page, "Refresh", "Refresh it")
    assert stored(lake)[0][0].of_snapshot == 3
    assert "30.5 minutes" in words(page_of())


def test_all_reviews_stand_with_the_next_first_and_those_held_after_it(lake):
    keep(lake, deck("September", LAST), deck(), deck("Board", TODAY + timedelta(days=90)))
    page = opened("review")
    assert page.title[0].value.replace("\\", "") == f"{NAME} is in 8 days"
    assert [one.value for one in page.subheader] == ["To come", "Held"]
    assert [button.key for button in page.button if button.label == "Open"] == [
        f"open-{NAME}",
        "open-Board",
        "open-September",
    ]
    page.button(key="open-September").click().run()
    assert page.title[0].value == "September"


def test_a_review_gets_another_name_with_its_commitments(lake):
    keep(lake, deck(), one=Commitment(what="Hire", made_at=NAME))
    page = press(page_of(), "Name and day")
    page.text_input[0].input("Board")
    press(press(page, "Name and day"), "Name and day", "Save")
    found, promised = stored(lake)
    assert [one.name for one in found] == ["Board"]
    assert promised[1].made_at == "Board"


def test_a_review_is_removed_and_brought_back_by_the_history(lake):
    keep(lake, deck())
    page = press(press(page_of(), "Remove"), "Remove", "Remove it")
    assert stored(lake)[0] == []
    assert "Bring charts to a review" in words(page)
    lake.undo(lake.history()[0].upload_id, who="a test", at=AT)
    assert [one.name for one in stored(lake)[0]] == [NAME]


def test_a_link_to_a_review_that_is_gone_says_so(lake):
    keep(lake, deck())
    page = page_of("No such")
    assert "There is no review No such any more." in page.warning[0].value.replace("\\", "")


def test_presented_a_review_begins_with_its_name_and_day_and_ends_with_what_is_promised(lake):
    keep(lake, deck(NAME, NEXT, WAITS), one=Commitment(what="Hire two", made_at=NAME))
    first = page_of(present=1, screen=0)
    assert first.title[0].value.replace("\\", "") == NAME
    assert "1 screen · data as of Nov 22, 2026" in words(first)
    assert "Half of the calls waited" in words(page_of(present=1, screen=1))
    assert "Hire two" in words(page_of(present=1, screen=2))
    assert "Hire two" not in words(page_of(present=1, screen=1))


def test_data_that_cannot_be_opened_any_more_are_said(lake):
    keep(lake, replace(deck(NAME, NEXT, WAITS), of_snapshot=99))
    assert "The data as of that day are not there any more" in words(page_of())


def test_a_review_of_the_sample_city_is_kept_with_it_and_says_so(
    tmp_path, monkeypatch, small_sample_lake
):
    import shutil

    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)
    shutil.copytree(small_sample_lake, tmp_path / "sample-lake")
    page = press(opened("review"), "New review")
    assert "leaves with it at your first upload" in words(page)
    page.text_input[0].input(NAME)
    press(press(page, "New review"), "New review", "Make it")
    assert len(stored(Lake(tmp_path / "sample-lake"))[0]) == 1
    assert not (tmp_path / "lake").exists()
