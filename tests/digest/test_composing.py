"""A digest of drawn months: what is told, in which order, and what is said of a quiet month."""

from datetime import date

import pytest

from arp.digest.composing import compose
from arp.digest.published import MovedSet
from arp.exhibits.handout import Commitment
from arp.lake.doctor import Fault
from arp.measures.asked import Filters
from arp.measures.departures import Departure
from arp.measures.judge.judging import Verdict
from arp.measures.moves import Moved, Said
from arp.measures.published import Publication
from arp.views import digest_words as words
from arp.views.feed_calendar import State
from tests.digest.drawn import (
    LAST,
    MISSING,
    SLOW,
    STEADY,
    feed,
    feed_state,
    found,
    gate,
    high,
    judged,
    series,
    upload,
)


def part(digest, title):
    return next(part for part in digest.parts if part.title == title)


def lines(title, **told):
    """Word and sentence of each line of one part."""
    return [(line.word, line.said) for line in part(compose(found(**told)), title).lines]


def test_a_quiet_month_says_that_nothing_changed_and_why():
    digest = compose(found(series=[series("response_p50", STEADY)], gates=[SLOW], before=[SLOW]))
    assert digest.subject == "HEART, Dec 2025: nothing changed"
    assert digest.lead == (
        "Nothing changed. No signal in Dec 2025 among 1 figure: ups and downs within the usual "
        "range are usual. No gate changed since the month before. "
        "No data problem was found."
    )


def test_a_month_without_data_says_that_there_is_none():
    digest = compose(found(held=False, span=None, over=None))
    assert digest.lead.startswith("Nothing changed. No data of Dec 2025 is here yet.")
    assert part(digest, words.GATES).said == words.NO_GATE


def test_a_month_that_is_not_over_is_said_to_be_incomplete():
    digest = compose(found(series=[high()], over="2025-11"))
    assert "1 concern. The data of Dec 2025 are not complete: they are complete through" in (
        digest.lead
    )


def test_a_signal_is_told_with_value_n_and_target():
    told = lines(words.SIGNALS, series=[high(target=15.0)])
    assert told == [
        (
            "Concern",
            "Response time (median): Dec 2025, 60.0 minutes, is above the usual range, 30.3 to "
            "35.6 minutes. Dec 2025: 60.0 minutes (n = 210); target at most 15.0 min: "
            "consistently fails.",
        )
    ]


def test_a_count_is_told_with_the_name_of_what_is_counted():
    ((_, said),) = lines(words.SIGNALS, series=[high("program_responses")])
    assert "Dec 2025: 60 responses" in said


def test_concern_comes_before_improvement_and_that_before_a_mere_signal():
    told = lines(
        words.SIGNALS,
        series=[high("program_responses"), high("contact_made_rate"), high("response_p50")],
    )
    assert [word for word, _ in told] == ["Concern", "Improvement", "Signal"]


def test_a_figure_that_it_is_too_early_for_is_told_of_the_month_before():
    values = [31.0, *STEADY[:-3], 60.0, None]
    early = [series(key, values, status="not mature") for key in ("response_p50", "uhu")]
    told = part(compose(found(series=early[:1])), words.SIGNALS)
    assert told.said.endswith(
        "Too early to tell of Dec 2025: Response time (median); Nov 2025 is told instead."
    )
    assert told.lines == ()  # eleven months tell no signal from noise
    told = part(compose(found(series=[high(), *early])), words.SIGNALS)
    assert "Response time (median) and Unit-hour utilization; Nov 2025" in told.said


def test_gates_say_their_verdict_the_figures_that_decide_and_those_that_turned_come_first():
    kind = gate(
        "Data",
        Verdict.CANNOT_TELL,
        judged("Completeness", Verdict.CANNOT_TELL, reason="No target set."),
    )
    told = lines(
        words.GATES,
        gates=[kind, SLOW],
        before=[kind, gate("Reliability", Verdict.MET)],
    )
    assert told == [
        (
            "Now not met",
            "Reliability, Jan–Dec 2025. Response time (median) 16.4 minutes (n = 15,863, target: "
            "at most 15.0 minutes). A month before: met.",
        ),
        ("Cannot tell", "Data, Jan–Dec 2025. No target set: Completeness."),
    ]


def test_a_gate_that_turned_is_counted_in_the_subject():
    digest = compose(found(gates=[SLOW], before=[gate("Reliability", Verdict.MET)]))
    assert digest.subject == "HEART, Dec 2025: 1 gate turned"
    assert words.NO_TURN not in part(digest, words.GATES).said


@pytest.mark.parametrize(
    ("state", "detail", "word", "said"),
    [
        (MISSING, "", "Missing", "Police CAD, Dec 2025 (Ana, due on the 5th)."),
        (
            State.LATE,
            ", by 2 days",
            "Late",
            "Police CAD, Dec 2025, by 2 days (Ana, due on the 5th).",
        ),
        (
            State.PARTIAL,
            ", no row after Dec 20, 2025",
            "Partial",
            "Police CAD, Dec 2025, no row after Dec 20, 2025 (Ana, due on the 5th).",
        ),
    ],
)
def test_a_feed_that_is_missing_late_or_partial_is_a_problem(state, detail, word, said):
    assert lines(words.PROBLEMS, calendar=[feed(state, detail)]) == [(word, said)]


def test_an_earlier_month_is_a_problem_only_while_it_is_missing():
    assert lines(words.PROBLEMS, calendar=[feed(State.LATE, month="2025-10")]) == []
    assert len(lines(words.PROBLEMS, calendar=[feed(MISSING, month="2025-10")])) == 1


def test_rows_that_could_not_be_used_are_told_with_their_upload():
    digest = compose(found(changes=[upload()]))
    told = part(digest, words.PROBLEMS)
    assert told.said == ("1 upload brought rows of Dec 2025: 1,204 rows read, 7 of them set aside.")
    assert told.lines[0].said == (
        "The upload of December.xlsx on Jan 6, 2026 by Ana, Dec 2025: 7 of 1,204 rows set aside "
        "and 3 rows without any date."
    )


def test_an_upload_that_was_taken_back_is_told_as_that_alone():
    undo = upload(8, kind="undo", upload_id="undo-8", undoes="upload-7")
    told = lines(words.PROBLEMS, changes=[undo, upload()], taken_back=frozenset({"upload-7"}))
    assert told == [("Taken back", "Taking back December.xlsx on Jan 6, 2026 by Ana.")]


def moved_set(figures):
    publication = Publication(
        name="Council report",
        page="home",
        months=("2025-10", LAST),
        where=Filters(),
        of_snapshot=1,
        method="2026-01-02",
        figures={},
    )
    moves = [
        Departure(
            moved=Moved(
                key="program_responses",
                period=f"2025-{number:02d}",
                team=None,
                before=Said(value=412, n=412, status="ok"),
                after=Said(value=431, n=431, status="ok"),
            ),
            by_method=False,
            since=7,
        )
        for number in figures
    ]
    return MovedSet(publication, upload(3), tuple(moves))


def test_a_published_figure_that_moved_is_told_from_what_to_what_and_since_when():
    ((word, said),) = lines(words.PROBLEMS, moved=[moved_set([10])], history={7: upload()})
    assert word == "Moved"
    assert said.startswith("Council report (")
    assert "Since the upload of December.xlsx on Jan 6, 2026 by Ana: " in said
    assert said.endswith("in Oct 2025: from 412 to 431.")


def test_of_many_moved_figures_the_first_are_told_and_the_others_counted():
    told = lines(words.PROBLEMS, moved=[moved_set(range(1, 13))], history={7: upload()})
    assert len(told) == 11
    assert told[-1][1].endswith("2 more figures have moved.")


def test_what_the_doctor_noticed_is_told():
    note = Fault(
        table="calls", sentence="A change was broken off.", what_to_do="Nothing.", is_note=True
    )
    assert lines(words.PROBLEMS, notes=[note]) == [("Storage", "A change was broken off. Nothing.")]


def test_feeds_say_their_next_due_day_and_owner():
    told = lines(
        words.DUE,
        states=[
            feed_state(last="2025-11", missing=("2025-12",)),
            feed_state(),
            feed_state(due_day=None, owner=""),
        ],
        nothing_yet=[{"feed": "ems", "title": "EMS", "owner": "Lee"}],
    )
    assert told == [
        ("Overdue", "Police CAD: Dec 2025 was due by Jan 5, 2026, from Ana."),
        ("Due", "Police CAD: Jan 2026 is due on Feb 5, 2026, from Ana."),
        (
            "Due",
            "Police CAD: no due day is set; Jan 2026 counts as missing from Mar 1, 2026, from "
            "nobody: the feed has no owner.",
        ),
        ("Awaited", "EMS: nothing has come yet, from Lee."),
    ]


def test_open_commitments_are_told_late_ones_as_late_in_the_order_of_their_days():
    told = lines(
        words.PROMISES,
        commitments=[
            Commitment(what="Ask for a fourth van"),
            Commitment(
                what="Train dispatch.", owner="Lee", due_on=date(2026, 2, 1), made_at="Fall"
            ),
            Commitment(what="Fix the clock", owner="Ana", due_on=date(2026, 1, 10)),
        ],
    )
    assert told == [
        ("Late", "Fix the clock (Ana, was due Jan 10, 2026)."),
        ("Open", "Train dispatch (Lee, due Feb 1, 2026, promised at Fall)."),
        ("Open", "Ask for a fourth van (nobody named)."),
    ]


def test_without_any_commitment_there_is_no_such_part():
    assert words.PROMISES not in [part.title for part in compose(found()).parts]


def test_the_foot_says_the_days_the_method_and_who_may_read():
    said = " ".join(compose(found(sample=True)).foot)
    assert (
        "Data as of Jan 6, 2026; written Jan 20, 2026; figures by the method of Jan 2, 2026."
        in (said)
    )
    assert words.INSIDE in said and words.SAMPLE in said


def test_the_same_findings_give_the_same_digest():
    told = {"series": [high()], "gates": [SLOW], "changes": [upload()]}
    assert compose(found(**told)) == compose(found(**told))


def test_a_line_break_in_the_programs_name_does_not_break_the_subject():
    digest = compose(found(program="HEART\r\nBcc: all@example.org"))
    assert digest.subject == "HEART Bcc: all@example.org, Dec 2025: nothing changed"
