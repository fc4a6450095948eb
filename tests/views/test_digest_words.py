"""The sentences of a digest, one by one."""

from datetime import date

from arp.exhibits.handout import Commitment
from arp.measures.judge.judging import Verdict
from arp.views import digest_words as words
from tests.digest.drawn import LAST, feed_state, gate, judged, upload


def test_the_subject_counts_what_is_new_or_says_that_nothing_is():
    assert words.subject("HEART", LAST, ["1 concern", "2 data problems"]) == (
        "HEART, Dec 2025: 1 concern, 2 data problems"
    )
    assert words.subject("", LAST, []) == "Dec 2025: nothing changed"


def test_a_month_that_is_over_needs_no_warning():
    assert words.incomplete(LAST, LAST) == ""
    assert words.incomplete(LAST, "2025-11").startswith("The data of Dec 2025 are not complete:")
    assert words.incomplete(LAST, None) == (
        "The data of Dec 2025 are not complete. What is not complete is not judged."
    )


def test_a_value_is_said_with_its_unit_and_a_missing_one_as_a_dash():
    assert words.with_unit(1034.0, "responses") == "1,034 responses"
    assert words.with_unit(0.58, "share") == "58%"
    assert words.with_unit(None, "responses") == "–"


def test_a_gate_that_is_met_names_the_figures_that_meet_it():
    one = gate("Safety", Verdict.MET, judged("Wait", Verdict.MET, 12.0, n=40, target=15.0))
    assert words.gate(one, "Dec 2025", Verdict.MET) == (
        "Safety, Dec 2025. Wait 12.0 minutes (n = 40, target: at most 15.0 minutes)."
    )


def test_a_gate_turned_says_what_it_was():
    one = gate("Safety", Verdict.NOT_MET, judged("Wait", Verdict.NOT_MET, 16.0, n=40, target=15.0))
    assert words.gate(one, "Dec 2025", Verdict.MET).endswith("A month before: met.")


def test_of_several_uploads_the_rows_are_added_up_and_settings_left_out():
    said = words.came_in([upload(7), upload(8)], LAST)
    assert said == "2 uploads brought rows of Dec 2025: 2,408 rows read, 14 of them set aside."
    assert words.came_in([], LAST) == "No upload brought rows of Dec 2025."


def test_an_upload_without_a_fault_is_not_told():
    assert words.set_aside(upload(tallies={}, undated=0)) == ""


def test_a_feed_that_is_behind_was_due():
    assert words.due(feed_state(last="2025-11", missing=("2025-12",))).endswith("from Ana.")


def test_a_promise_without_owner_says_so():
    assert words.promise(Commitment(what="Count."), date(2026, 1, 1)) == "Count (nobody named)."
