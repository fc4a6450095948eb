"""The upload page: what is understood, asked, mended, found, saved, canceled, undone."""

from threading import Event

import pytest

from arp.intake.reading import background
from arp.intake.reading.reader import Canceled
from arp.lake.lake import Lake
from tests.pages.conftest import month_of_calls, opened, words


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    return opened("upload")


def drop(page, name, data):
    page.file_uploader[0].set_value([(name, data, "application/octet-stream")]).run()
    for _ in range(5):
        if not page.radio:
            break
        page.radio[0].set_value(page.radio[0].options[0]).run()
    return page


def save_button(page):
    return next((button for button in page.button if button.label.startswith("Save")), None)


def test_nothing_is_saved_before_save_is_pressed(page, tmp_path):
    drop(page, "October.csv", month_of_calls(faults=False))
    assert "40 rows read = 40 new" in words(page)
    assert not (tmp_path / "lake" / "ledger").exists()


def test_save_gives_a_receipt_with_what_changed(page):
    drop(page, "October.csv", month_of_calls(faults=False))
    save_button(page).click().run()
    assert not page.exception
    said = words(page)
    assert "October.csv is saved: Oct 2026" in said
    assert "What your upload changed" in said


def test_the_same_file_again_says_that_nothing_changed(page):
    for _ in range(2):
        drop(page, "October.csv", month_of_calls(faults=False))
        save_button(page).click().run()
    assert "Nothing changed" in words(page)


def test_faults_are_grouped_and_name_their_rows(page):
    drop(page, "October.csv", month_of_calls(faults=True))
    said = words(page)
    assert "What could be mended" in said
    assert "pending" in said
    assert save_button(page) is not None


def test_a_file_that_is_no_spreadsheet_is_refused_in_words(page):
    drop(page, "report.xlsx", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    assert len(page.error) == 1
    assert "Nothing was saved" in page.error[0].value
    assert save_button(page) is None


def test_a_file_name_is_shown_and_never_read_as_markdown(page):
    drop(page, "[x](http://evil.example) **b**.csv", month_of_calls(faults=False))
    assert r"\[x\]\(http" in page.subheader[0].value


def test_numbers_that_start_again_are_asked_about_and_the_answer_can_be_taken_back(page):
    last_year = b"Incident Number,Received\n0001,2025-10-05 14:00:00\n"
    drop(page, "October.csv", last_year)
    save_button(page).click().run()
    again = ("October 2026.csv", last_year.replace(b"2025", b"2026"), "text/csv")
    page.file_uploader[0].set_value([again]).run()
    assert save_button(page) is None
    page.radio[0].set_value("stop").run()
    assert "Put the year in front of each number" in page.error[0].value
    next(button for button in page.button if button.label == "Answer again").click().run()
    page.radio[0].set_value("replace").run()
    assert save_button(page) is not None


def month(number, *, first):
    """Forty calls of a month of 2026, numbered from `first` on."""
    calls = month_of_calls(faults=False).replace(b"10/", b"%d/" % number)
    return calls.replace(b"26-00", b"26-%02d" % first)


def drop_together(page, *files):
    return page.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files]).run()


def test_a_question_that_is_the_same_for_two_files_is_asked_once(page):
    drop_together(page, ("Aug.csv", month(8, first=8)), ("Sep.csv", month(9, first=9)))
    assert page.title[0].value == "1 question is open"
    assert len(page.radio) == 1
    page.radio[0].set_value("all").run()
    assert page.title[0].value == "2 files are ready to save"
    save_button(page).click().run()
    assert not page.exception
    assert words(page).count("40 rows read = 40 new") == 4


def test_files_dropped_together_say_that_they_share_numbers(page):
    drop_together(page, ("Aug.csv", month(8, first=8)), ("Sep.csv", month(9, first=8)))
    page.radio[0].set_value("all").run()
    said = page.warning[0].value.replace("\\", "")
    assert said.startswith("40 rows of Sep.csv have the numbers of other rows in Aug.csv")


def test_a_file_that_becomes_a_question_while_others_are_saved_is_left_unsaved(page, tmp_path):
    drop_together(page, ("Jan.csv", month(1, first=8)), ("Sep.csv", month(9, first=8)))
    page.radio[0].set_value("all").run()
    save_button(page).click().run()
    assert not page.exception
    assert "Sep.csv is not saved" in words(page)
    assert [change.file_name for change in Lake(tmp_path / "lake").history()] == ["Jan.csv"]
    assert page.title[0].value == "1 of 2 files is ready to save"
    assert len(page.radio) == 1


def choose(page, row, words):
    """Another choice in the menu of one row of the first mapping editor."""
    page.session_state[page.data_editor[0].key] = {
        "edited_rows": {row: {"We read it as": words}},
        "added_rows": [],
        "deleted_rows": [],
    }
    return page.run()


def test_each_column_shows_its_first_values_and_a_change_is_checked_at_once(page):
    drop(page, "October.csv", month_of_calls(faults=True))
    shown = page.data_editor[0].value.set_index("In your sheet")
    assert shown.loc["On Scene"].tolist() == [
        "On scene (calls and unit responses)",
        "certain",
        "pending · 10/32/2026 9:15 · 10/03/2026 02:11:00",
    ]
    assert "3 places: Not a date and time" in words(page)
    choose(page, 4, "Not used")
    assert not page.exception
    shown = page.data_editor[0].value.set_index("In your sheet")
    assert shown.loc["On Scene", "We read it as"] == "Not used"
    assert "Not a date and time" not in words(page)


def test_a_reading_that_is_canceled_leaves_nothing_and_can_begin_again(page, monkeypatch):
    given_up = Event()

    def given_up_at_once(name, data, *, canceled):
        given_up.set()
        raise Canceled

    with monkeypatch.context() as patched:
        patched.setattr(background, "read", given_up_at_once)
        drop(page, "October.csv", month_of_calls(faults=False))
    assert given_up.wait(5)
    assert "Reading it was canceled. Nothing of it was kept." in words(page)
    assert save_button(page) is None
    next(button for button in page.button if button.label == "Read it again").click().run()
    assert not page.info
    assert page.data_editor


def test_the_receipt_offers_the_undo_and_first_says_what_it_takes_back(page, tmp_path):
    drop(page, "October.csv", month_of_calls(faults=False))
    save_button(page).click().run()
    next(button for button in page.button if button.label == "Undo this upload").click().run()
    assert "Calls: 40 rows are taken out." in words(page)
    assert len(Lake(tmp_path / "lake").history()) == 1
