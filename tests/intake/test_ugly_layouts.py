"""Any layout a city sends: each made by code, with the outcome that it must have.

A layout is read (with findings), asked about (by these questions, which suffice), or refused.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from arp.intake.road import read, understand
from arp.words.findings import Refused
from tests.intake import ugly
from tests.intake import ugly_layouts as made

TODAY = date(2026, 11, 22)
H, ROWS, GOOD, N = made.HEADERS, made.ROWS, made.GOOD, made.N
SERIAL = datetime(1899, 12, 30)
UNREAD = {"unused_column", "column_missing"}  # that a column is missing is not what is looked at


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A file, what is answered to its questions, and what must come of it."""

    name: str
    data: bytes
    asks: dict[str, str] = field(default_factory=dict)  # question → the answer that is given
    finds: dict[str, int] = field(default_factory=dict)  # finding → how many
    rows: tuple[int, int, int] = (N, 0, 0)  # of calls: read, merged, set aside
    clocks: bool = True  # whether each call was received, dispatched 3, on scene 12 minutes after

    def __str__(self) -> str:
        return self.name


def layout(name, data, asks=None, rows=(N, 0, 0), clocks=True, **finds):
    return Layout(
        name=name, data=data, asks=asks or {}, finds=finds, rows=rows, clocks=clocks
    )  # fmt: skip


def replaced(position, cells):
    """The good rows with one column's cells others."""
    return [[*row[:position], cells(n), *row[position + 1 :]] for n, row in enumerate(ROWS)]


def hide(book, page):
    page.set_row(3, None, None, {"hidden": True})
    page.set_column("C:C", None, None, {"hidden": True})
    tab = book.add_worksheet("Old")
    tab.write(0, 0, "prose")
    tab.hide()


def numbered(book, page):
    shown = book.add_format({"num_format": "0000000"})
    for row in range(1, N + 1):
        page.write_number(row, 0, 25_000 + row, shown)


NOVEMBER = [made.call(n + 500, datetime(2026, 11, 2) - timedelta(hours=11, minutes=7) * 500)
            for n in range(5)]  # fmt: skip
STARTS = {row[3].replace(second=0) for row in (*ROWS, *NOVEMBER)}
SPLIT = ("Incident Number", "Call Type", "Call Date", "Call Time", "Dispatch Time", "Arrival Time")
APART = [(r[0], r[1], f"{r[3]:%m/%d/%Y}", *(f"{t:%H:%M:%S}" for t in r[3:6])) for r in ROWS]

READ = (
    layout("a good table", ugly.xlsx(GOOD)),
    layout("title rows.xlsx", ugly.xlsx([("City",), ("October",), (), *GOOD]), title_rows=1),
    layout(
        "two header rows merged.xlsx",
        made.merged(
            ("Incident", None, None, "Call times", None, None, None, "Location"),
            ("Number", "Type", "Priority", *H[3:]),
            *("A1:C1", "D1:G1"),
        ),
        title_rows=1,  # the lower row says it all
    ),
    layout(
        "two header rows that tell date from time",
        made.day_and_clock_under_each(),
        {"header_row:Calls": "1-2"},
        two_header_rows=1,
    ),
    layout(
        "two header rows that complete each other",
        made.named_in_the_lower_row(),
        {"header_row:Calls": "1-2"},
        two_header_rows=1,
    ),
    layout("table at C5.xlsx", ugly.xlsx(GOOD, at="C5")),
    layout(
        "two tables one sheet.xlsx",
        ugly.xlsx([*GOOD, (), ("Encounter ID", "Contact date and time", "Team"), ("E1", "x", "C")]),
        second_table=1,
    ),
    layout(
        "a small summary under the table",
        ugly.xlsx([*GOOD, (), ("District", "Calls"), ("D0", 6), ("D1", 6)]),
        second_table=1,
    ),
    layout("a small summary beside the table", made.beside(), table_beside=1),
    layout("summary first sheet.xlsx", made.pivot_first(), added_up_sheet=1),
    layout(
        "month tabs.xlsx",
        made.with_sheet("Nov", [H, *NOVEMBER]),
        rows=(N + 5, 0, 0),
        zone_unknown=1,
    ),
    layout(
        "hidden rows cols sheet.xlsx",
        ugly.xlsx(GOOD, also=hide),
        **dict(hidden_rows=1, hidden_columns=1, hidden_sheet=1, prose_sheet=1),
    ),
    layout(
        "totals row.xlsx",
        ugly.xlsx([*GOOD, ("Total", 24), ("Grand Total", "24 calls")]),
        totals_row=2,
    ),
    layout("blank rows middle.xlsx", ugly.xlsx([*GOOD[:6], (), (), *GOOD[6:]]), blank_rows=1),
    layout(
        "dup headers.xlsx",
        made.headed(*H[:3], "Date", "Dispatched", "On Scene", "Date", "District"),
        {"calls.received_at": "Date (column D)"},
        repeated_column=1,
    ),
    layout(
        "ws headers.xlsx",
        made.headed(
            "\u200bIncident\u00a0Number ",
            "Call\nType",
            " Priority",
            "Received\u200b",
            "Dis\u00adpatched",
            "On\u00a0 Scene",
            "Ｃleared",
            "District\ufeff",
        ),
    ),  # fmt: skip
    layout(
        "empty header cells.xlsx",
        made.headed(*H[:5], None, "Cleared", None),
        {"column:column F": "calls.on_scene_at"},
        column_without_header=2,
    ),
    layout(
        "numeric headers.xlsx",
        made.headed(*range(1, 9)),
        {"calls.incident_number": "1", "calls.received_at": "4"},
        clocks=False,
    ),
    layout(
        "no header.xlsx",
        ugly.xlsx(ROWS),
        {"calls.incident_number": "column A", "calls.received_at": "column D"},
        clocks=False,
        no_header=1,
    ),
    layout("1904 dates.xlsx", ugly.xlsx(GOOD, options={"date_1904": True})),
    layout("text dates.xlsx", made.with_times(lambda at: f"{at:%m/%d/%Y %I:%M:%S %p}")),
    layout("dates with names", made.with_times(lambda at: f"{at:%Y %b %d %I:%M:%S %p}")),
    layout(
        "serial unformatted.xlsx",
        made.with_times(lambda at: (at - SERIAL) / timedelta(days=1)),
        serial_dates=4,
    ),
    layout(
        "mixed dates.xlsx",
        ugly.xlsx([H, *replaced(6, lambda n: "pending" if n > 20 else ROWS[n][6])]),
        unreadable_time=3,
    ),
    layout("date and time in two columns", ugly.xlsx([SPLIT, *APART])),
    layout(
        "a span in seconds whose header does not say so",
        made.with_more("Response Time", lambda n: 720, of=(0, 1, 3, 4)),
        {"unit:Response Time": "seconds"},
        clock_from_span=1,
    ),
    layout(
        "a span in minutes and seconds",
        made.with_more("Response Time", lambda n: "12:00", of=(0, 1, 3, 4)),
        {"unit:Response Time": "mm:ss"},
        clock_from_span=1,
    ),
    layout(
        "a span whose header says its unit",
        made.with_more("Response time (sec)", lambda n: 720, of=(0, 1, 3, 4)),
        clock_from_span=1,
    ),
    layout(
        "a span that can be in minutes only",
        made.with_more("Response Time", lambda n: 12, of=(0, 1, 3, 4)),
        clock_from_span=1,
    ),
    layout("a span beside the times it tells", made.with_more("Response Time", lambda n: "x 12")),
    layout("subsecond rounding.xlsx", made.with_times(lambda at: at + timedelta(seconds=0.4))),
    layout("id zero format.xlsx", ugly.xlsx(GOOD, also=numbered), leading_zeros_lost=1),
    layout("percents", made.formatted("0%", 0.5), number_format=1),
    layout("amounts of money", made.formatted("$#,##0.00", 12.5), number_format=1),
    layout(
        "na strings.xlsx",
        ugly.xlsx([H, *replaced(6, lambda n: ("NULL", "N/A", "REDACTED")[n % 3])]),
        withheld_values=1,
    ),
    layout(
        "numbers withheld",
        ugly.xlsx([H, *replaced(0, lambda n: "REDACTED" if n < 3 else ROWS[n][0])]),
        rows=(N, 0, 3),
        **dict(withheld_values=1, missing_identity=3),
    ),
    layout(
        "two columns that could each be the arrival",
        made.with_more("Arrived", lambda n: ROWS[n][5] + timedelta(minutes=2)),
        {"calls.on_scene_at": "On Scene"},
    ),
    layout(
        "a column that says the same as another", made.with_more("Arrived", lambda n: ROWS[n][5])
    ),
    layout(
        "several units and their times in one cell",
        made.with_more("Unit", lambda n: "E1 14:05, M2 14:09"),
        several_in_a_cell=1,
    ),
    layout(
        "several units in one cell",
        made.with_more("Unit", lambda n: "E1, M2"),
        several_in_a_cell=1,
    ),
    layout(
        "yes and no in the city's own words",
        made.with_more("Canceled", lambda n: ("oui", "non")[n % 2]),
        {"yes:Canceled": "oui"},
    ),
    layout(
        "dup incidents.xlsx",
        ugly.xlsx([*GOOD, *ROWS[:3], (ROWS[5][0], "Other", *ROWS[5][2:])]),
        rows=(N + 4, 3, 1),
        **dict(exact_repeats_merged=1, contradicting_repeat=1),
    ),
    layout("bom.csv", b"\xef\xbb\xbf" + made.csv()),
    layout("two boms.csv", b"\xef\xbb\xbf" * 2 + made.csv()),
    layout(
        "a mangled bom before a quoted header.csv",
        'ï»¿"Incident Number"'.encode() + made.csv()[len("Incident Number") :],
    ),  # fmt: skip
    layout("utf16.csv", made.csv(encoding="utf-16"), encoding_note=1),
    layout(
        "cp1252.csv", made.csv(encoding="cp1252").replace(b"Noise", b"Caf\xe9"), encoding_note=1
    ),
    layout("semicolon.csv", made.csv(delimiter=";")),
    layout("tab.csv", made.csv(delimiter="\t")),
    layout("sep line.csv", b"sep=;\n" + made.csv(delimiter=";")),
    layout("cr only.csv", made.csv(end="\r")),
    layout("quoted newline.csv", made.csv().replace(b"Noise", b'"Noise\nloud"')),
    layout("title rows.csv", b"City\nOctober\n\n" + made.csv(), title_rows=1),
    layout(
        "two header rows.csv",
        b"Incident,,,Received,,Dispatched,,On Scene,\n"
        + made.csv(
            [("Number", "Type", "Priority", *("Date", "Time") * 3)]
            + [(*r[:3], *(p for at in r[3:6] for p in str(at).split(" "))) for r in ROWS]
        ),
        {"header_row:the file": "1-2"},
        two_header_rows=1,
    ),
    layout(
        "dup headers.csv",
        made.csv([(*H[:3], "Date", *H[4:6], "Date", "District"), *ROWS]),
        {"calls.received_at": "Date (column D)"},
        repeated_column=1,
    ),
)

REFUSED = {
    "header only.xlsx": (ugly.xlsx([H]), "no_rows"),
    "blank sheet.xlsx": (ugly.xlsx([]), "no_data"),
    "header only.csv": (made.csv([H]), "no_rows"),
    "sci ids.csv": (made.csv([H, *replaced(0, lambda n: "2.5E+11")]), "incident_number_lost"),
    "unclosed quote.csv": (made.csv().replace(b"Noise", b'"Noise', 1), "unclosed_quote"),
    "ragged more.csv": (made.csv([*GOOD[:5], (*ROWS[4], "x"), *GOOD[6:]]), "ragged_rows"),
    "ragged all extra.csv": (made.csv([H, *((*row, "x") for row in ROWS)]), "ragged_rows"),
    "only a summary": (ugly.xlsx([("District", "Calls"), ("D0", 6), ("D1", 7)]), "pre_aggregated"),
}


def understood(name, data, answers=None):
    label = name if name.endswith(".csv") else "calls.xlsx"
    return understand(read(label, data), lake=None, answers=answers, today=TODAY)


@pytest.mark.parametrize("case", READ, ids=str)
def test_a_layout_is_read_or_asked_about_and_the_answers_suffice(case):
    asked = understood(case.name, case.data)
    assert {question.key for question in asked.questions} == case.asks.keys()
    found = understood(case.name, case.data, case.asks) if case.asks else asked
    assert (found.refused, found.questions) == (None, ())
    counts = Counter(f.kind.key for f in found.findings if f.kind.key not in UNREAD)
    assert dict(counts) == case.finds
    tally = found.change.tallies["calls"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == case.rows
    if case.clocks:
        assert_on_time(found.change.tables["calls"])


def assert_on_time(calls):
    """Every call is dispatched 3 and reached 12 minutes after it came in."""
    for row in calls.to_pylist():
        waits = [row[clock] - row["received_at"] for clock in ("dispatched_at", "on_scene_at")]
        assert waits == [timedelta(minutes=3), timedelta(minutes=12)], row["sheet_row"]
    begun = {at.replace(second=0, microsecond=0) for at in calls["received_at"].to_pylist()}
    assert begun <= STARTS


@pytest.mark.parametrize("name", REFUSED)
def test_a_layout_without_calls_is_refused_with_its_reason(name):
    data, kind = REFUSED[name]
    try:
        refused = understood(name, data).refused
    except Refused as reason:
        refused = reason.finding
    assert refused.kind.key == kind


def test_ambiguous_dates_are_asked_about():
    data = made.with_times(lambda at: f"{at.replace(day=at.day % 12 + 1):%m/%d/%Y %H:%M}")
    assert [question.key for question in understood("calls.xlsx", data).questions] == ["date_order"]


def test_what_each_column_would_give_stands_beside_it():
    data = made.with_more("Arrived", lambda n: ROWS[n][5] + timedelta(minutes=2))
    (question,) = understood("calls.xlsx", data).questions
    first, second = (choice.label for choice in question.choices)
    assert first.startswith("On Scene (such as 2026-10-05 14:17:11, ")
    assert first.endswith("; 12.0 minutes from “Received”)")
    assert second.endswith("; 14.0 minutes from “Received”)")


def test_a_span_shows_what_each_unit_would_give():
    data = made.with_more("Response Time", lambda n: 720, of=(0, 1, 3, 4))
    (question,) = understood("calls.xlsx", data).questions
    assert [choice.label for choice in question.choices] == [
        "Seconds: 12.0 minutes in the middle",
        "Minutes: 720.0 minutes in the middle",
    ]


def test_words_for_yes_are_asked_once_and_the_others_mean_no():
    data = made.with_more("Canceled", lambda n: ("oui", "non")[n % 2])
    calls = understood("calls.xlsx", data, {"yes:Canceled": "oui"}).change.tables["calls"]
    assert calls["canceled"].to_pylist()[:3] == [True, False, True]
