from datetime import UTC, date, datetime

import pandas as pd
import pytest

from arp.views import feed_calendar
from arp.views.feed_calendar import State

POLICE = {"feed": "cad", "title": "police CAD", "owner": "Police Records", "due_day": 5}
TODAY = date(2026, 11, 22)


def held(*drawn, feed="cad"):
    """Months as “2026-09 100 1–30”: rows, first and last day."""
    rows = []
    for month, number, days in (one.split() for one in drawn):
        first, last = (pd.Timestamp(f"{month}-{day}") for day in days.split("–"))
        rows.append(("calls", feed, month, int(number), first, last))
    return pd.DataFrame(rows, columns=["table", "feed", "month", "rows", "first", "last"])


def stands(holdings, *settings, arrivals=None, today=TODAY, span=("2026-07", "2026-12")):
    (line,) = feed_calendar.lines(holdings, settings, arrivals or {}, span=span, today=today)
    return [cell.state.value for cell in line.cells], line.remarks


def test_a_month_is_there_partial_missing_or_not_over():
    whole = held("2026-07 100 1–31", "2026-09 40 1–12", "2026-10 101 2–31", "2026-11 60 1–20")
    assert stands(whole, POLICE) == (
        ["there", "missing", "partial", "there", "so far", ""],
        [
            "police CAD, Sep 2026: partial, no row after Sep 12, 2026.",
            "police CAD, Aug 2026: missing.",
        ],
    )


@pytest.mark.parametrize(
    ("rows", "days", "state"),
    [
        (84, "1–23", "partial"),  # eight days without a row, and fewer rows than usual
        (84, "1–24", "partial"),  # a week
        (84, "1–25", "there"),
        (100, "1–12", "there"),  # as many rows as ever: rows are few and far between
        (84, "8–31", "partial"),
        (84, "7–31", "there"),
    ],
)
def test_a_month_is_partial_when_a_week_of_it_is_empty_and_rows_are_few(rows, days, state):
    found, _ = stands(held("2026-07 100 1–31", f"2026-08 {rows} {days}", "2026-09 100 1–30"))
    assert found[1] == state


def test_a_month_that_came_after_its_due_day_is_late():
    arrivals = {
        ("cad", "2026-08"): datetime(2026, 9, 5, tzinfo=UTC),
        ("cad", "2026-09"): datetime(2026, 10, 9, tzinfo=UTC),
    }
    months = held("2026-08 100 1–31", "2026-09 100 1–30")
    found, said = stands(months, POLICE, arrivals=arrivals)
    assert found[1:4] == ["there", "late", "missing"]
    assert said[1] == "police CAD, Sep 2026: late, by 4 days."
    assert stands(months, arrivals=arrivals)[0][1:3] == ["there", "there"]  # nobody set a due day


@pytest.mark.parametrize(("day", "state"), [(4, "due"), (5, "missing")])
def test_a_month_is_due_until_its_due_day_and_missing_from_it_on(day, state):
    found, _ = stands(held("2026-09 100 1–30"), POLICE, today=date(2026, 11, day))
    assert found == ["", "", "there", state, "", ""]


def test_a_feed_that_is_named_and_has_brought_nothing_has_a_line_of_its_own():
    named = {"feed": "fire", "title": "fire CAD", "owner": "", "due_day": None}
    shown = feed_calendar.lines(
        held("2026-09 9 1–30"), [POLICE, named], {}, span=("2026-09", "2026-09"), today=TODAY
    )
    assert [(line.title, line.about) for line in shown] == [
        ("police CAD", "Police Records, due on the 5th"),
        ("fire CAD", ""),
    ]
    assert [cell.state for line in shown for cell in line.cells] == [State.THERE, State.NOTHING]


def test_months_without_days_are_never_partial():
    figures = held("2026-08 1 1–1").assign(first=pd.NaT, last=pd.NaT)
    assert stands(figures)[0][1] == "there"


def test_twelve_months_are_shown_at_a_time_and_the_newest_with_rows_first():
    old = held("2024-10 100 1–31")
    assert feed_calendar.spans(old, TODAY) == [
        ("2025-12", "2026-11"),
        ("2024-12", "2025-11"),
        ("2023-12", "2024-11"),
    ]
    assert feed_calendar.newest_span(old, TODAY) == 2
    nothing = old.iloc[:0]
    assert feed_calendar.newest_span(nothing, TODAY) == 0


def test_the_legend_tells_only_of_states_that_occur():
    shown = feed_calendar.lines(
        held("2026-09 100 1–30"), [], {}, span=("2026-09", "2026-09"), today=TODAY
    )
    assert [state for state, _ in feed_calendar.legend(shown)] == [State.THERE]
