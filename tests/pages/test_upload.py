"""The upload page: what is understood, asked, found, saved, undone."""

import pytest

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
