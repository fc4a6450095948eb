from dataclasses import replace
from datetime import UTC, datetime

from arp.lake.change import LedgerRow, Tally
from arp.measures.asked import Filters
from arp.measures.departures import Departure
from arp.measures.moves import Figure, Moved, Said
from arp.measures.published import Publication
from arp.measures.registry import INDICATORS
from arp.views import published_words

AT = datetime(2026, 11, 3, 12, tzinfo=UTC)
SET = Publication(
    name="Council",
    page="home",
    months=("2026-01", "2026-10"),
    where=Filters(team=("CRT", "CCD"), area=("North",)),
    of_snapshot=7,
    method="2026-11-22",
    figures={Figure("uhu", "2026-10"): Said(value=0.3, status="ok"), Figure("uhu", ""): Said()},
    by="Ana",
    note="For the council",
)
CHANGE = LedgerRow(
    snapshot=9,
    at=AT,
    who="Ben",
    kind="upload",
    upload_id="upload-9",
    feed="cad",
    file_name="October.csv",
    sha256="",
    tallies={"calls": Tally(rows_read=1, new=1)},
    months=("2026-10",),
    undated=0,
    versions={},
)


def departure(then, now, *, period="2026-10", team="", by_method=False, since=None):
    moved = Moved(
        key="program_responses",
        period=period,
        team=team,
        before=Said(value=then),
        after=Said(value=now),
    )
    return Departure(moved=moved, by_method=by_method, since=since)


def told(*departures):
    found = published_words.causes(departures, {9: CHANGE}, INDICATORS)
    return [(cause.lead, list(cause.sentences)) for cause in found]


def test_figures_are_told_by_what_moved_them():
    assert told(
        departure(412, 431, since=9),
        departure(100, 90, by_method=True),
        departure(40, 41, period="2026-01/2026-10", team="CRT", since=9),
    ) == [
        (
            "Since the upload of October.csv on Nov 3, 2026 by Ben",
            [
                "Program responses in Oct 2026: from 412 to 431.",
                "Program responses of CRT in Jan–Oct 2026: from 40 to 41.",
            ],
        ),
        (
            "Because the way they are worked out is another one now",
            ["Program responses in Oct 2026: from 100 to 90."],
        ),
    ]


def test_method_and_data_are_told_together_and_time_where_it_is_neither():
    ((both, _),) = told(departure(1, 2, since=9, by_method=True))
    assert both.endswith("by Ben, and because the way they are worked out is another one now")
    ((time, _),) = told(departure(1, 2))
    assert time == "Because more days have passed, so that more is known"


def test_a_move_that_print_does_not_show_is_no_cause():
    assert told(departure(412.0001, 412.0002, since=9)) == []


def test_the_title_counts_the_figures():
    one = published_words.causes([departure(1, 2, since=9)], {9: CHANGE}, INDICATORS)
    assert published_words.moved(one) == "1 published figure has moved"
    two = published_words.causes([departure(1, 2), departure(3, 4)], {}, INDICATORS)
    assert published_words.moved(two) == "2 published figures have moved"


def test_a_set_says_what_it_holds_when_by_whom_and_what_for():
    assert published_words.about(SET) == "1 figure, CRT and CCD, North, Jan–Oct 2026"
    everything = replace(SET, where=Filters())
    assert published_words.about(everything) == "1 figure, Jan–Oct 2026"
    said = published_words.in_full(SET, AT)
    assert said.startswith("Published Nov 3, 2026, ")
    assert said.endswith(" by Ana · 1 figure, CRT and CCD, North, Jan–Oct 2026 · For the council")


def test_a_snapshot_is_named_by_its_day_and_a_published_one_by_its_name_too():
    assert published_words.option(AT) == "Nov 3, 2026"
    assert published_words.as_it_was(AT, None) == "As it was on Nov 3, 2026."
    assert published_words.as_it_was(AT, SET) == (
        "As it was on Nov 3, 2026 (Council, published by Ana)."
    )


def test_what_cannot_be_shown_is_said_with_what_is_shown_instead():
    assert published_words.no_such("9" * 99).startswith("There is no snapshot 999")
    assert len(published_words.no_such("9" * 99)) < 90
    assert "The newest is shown." in published_words.unreadable(3)
    assert published_words.gone(["uhu"]) == "Not worked out any more: uhu."
    assert published_words.gone([]) == ""
