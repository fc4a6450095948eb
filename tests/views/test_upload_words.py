from dataclasses import replace
from datetime import UTC, datetime

import pytest

from arp.intake.layouts import KnownLayout, Version
from arp.lake.change import LedgerRow, Tally
from arp.views import upload_words


@pytest.mark.parametrize(
    ("files", "ready", "questions", "said"),
    [
        (1, 1, 0, "1 file is ready to save"),
        (3, 3, 0, "3 files are ready to save"),
        (3, 1, 2, "1 of 3 files is ready to save"),
        (3, 2, 1, "2 of 3 files are ready to save"),
        (1, 0, 1, "1 question is open"),
        (2, 0, 2, "2 questions are open"),
        (1, 0, 0, "Nothing is ready to save"),
    ],
)
def test_the_title_says_what_can_be_saved_or_what_is_open(files, ready, questions, said):
    assert upload_words.title(files, ready, questions) == said


def test_an_undo_says_what_goes_and_what_comes_back():
    tallies = {
        "calls": Tally(rows_read=4, new=1, replaced=3, removed=40),
        "encounters": Tally(rows_read=0, removed=1),
        "follow_ups": Tally(),
    }
    assert upload_words.takes_back(tallies) == [
        "Calls: 40 rows are taken out, 3 rows become what they were before and "
        "1 row that was removed comes back.",
        "Encounters: 1 row is taken out.",
    ]


def test_an_undo_that_does_nothing_says_so():
    assert upload_words.takes_back({"calls": Tally()}) == [upload_words.NOTHING_LEFT]


def test_what_was_learned_from_a_file_is_no_row_of_it():
    learned, settings = {"calls": Tally(), "settings": Tally(removed=2)}, {"settings": Tally(new=1)}
    assert upload_words.takes_back(learned) == [upload_words.UNLEARNED]
    assert upload_words.takes_back(settings) == ["Settings: 1 row that was removed comes back."]


def test_files_that_share_numbers_say_which_one_replaces_the_other():
    assert upload_words.replaces_beside("Oct.csv", "Sep.csv", 1) == (
        "1 row of Oct.csv has the number of another row in Sep.csv: saved together, the later "
        "file replaces the earlier."
    )


def change(kind, undoes=None):
    return LedgerRow(
        snapshot=3,
        at=datetime(2026, 11, 3, tzinfo=UTC),
        who="Ana",
        kind=kind,
        upload_id="undo-3",
        feed="cad",
        file_name="x.csv",
        sha256="",
        tallies={},
        months=(),
        undated=0,
        versions={},
        undoes=undoes,
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (change("upload"), "uploaded"),
        (change("undo", "upload-2"), "taken back"),
        (change("undo", "undo-2"), "brought back"),
        (change("settings"), "settings changed"),
        (change("recovery"), "gone back to"),
    ],
)
def test_a_change_is_told_as_a_verb(one, said):
    assert upload_words.done(one) == said


def test_a_change_is_called_by_its_file_or_by_what_it_was():
    assert upload_words.name(change("upload")) == "x.csv"
    assert upload_words.name(replace(change("settings"), file_name="")) == "Settings"
    assert upload_words.name(replace(change("recovery"), file_name="")) == "The last good state"
    made_up = replace(change("sample"), file_name="")
    assert upload_words.name(made_up) == "Sample city"
    assert upload_words.name(replace(made_up, feed="settings")) == "Settings"


def test_a_layout_tells_its_version_and_what_taught_it():
    first = Version(at=datetime(2026, 9, 3, 12, tzinfo=UTC), who="Ana", file_name="Aug.csv")
    hand = Version(at=datetime(2026, 10, 5, 12, tzinfo=UTC), who="Ben", file_name="")

    def said(*versions):
        return upload_words.taught(KnownLayout(name="x", feed="x", columns={}, versions=versions))

    assert said(first) == "Version 1, Sep 3, 2026 by Aug.csv."
    assert said(first, hand) == "Version 2, Oct 5, 2026 by hand, by Ben, first on Sep 3, 2026."


def test_a_change_is_told_as_what_happened():
    assert upload_words.event(change("upload")).startswith("the upload of ")
    assert upload_words.event(change("undo", "upload-2")).startswith("taking back ")
    assert upload_words.event(change("undo", "undo-2")).startswith("bringing back ")
    assert upload_words.event(change("settings")).startswith("a change of settings on Nov 3, 2026")


def test_a_set_of_figures_is_published_or_withdrawn():
    set_ = change("publication")
    new, gone = {"settings": Tally(rows_read=1, new=1)}, {"settings": Tally(removed=1)}
    assert upload_words.done(replace(set_, tallies=new)) == "published"
    assert upload_words.done(replace(set_, tallies=gone)) == "withdrawn"


def test_a_review_is_changed_or_removed_and_its_commitments_are_changed():
    review = change("review")
    new, gone = {"settings": Tally(rows_read=1, new=1)}, {"settings": Tally(removed=1)}
    assert upload_words.done(replace(review, tallies=new)) == "review changed"
    assert upload_words.done(replace(review, tallies=gone)) == "review removed"
    assert upload_words.done(replace(change("commitments"), tallies=gone)) == "commitments changed"
    assert upload_words.event(review).startswith("a change of the review ")
