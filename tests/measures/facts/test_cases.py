from datetime import date
from typing import Any

import pandas as pd

from arp.measures.facts.cases import calendar
from tests.measures.drawn import evidence

MET = """
    encounters
    encounter_id | person_key | started_at       | ended_at | primary_need
    a            | ann        | 2026-01-05 08:00 | 10:00    | housing
    b            | ann        | 2026-01-20 08:00 | 10:00    | substance
    c            | ben        | 2026-01-06 08:00 | 10:00    |

    follow_ups
    encounter_id | person_key | attempted_at | reached | case_opened_at | case_closed_at | goal_met
    """


def rows(text: str, fact: str, *columns: str) -> list[tuple[Any, ...]]:
    found = evidence(MET + text).ask(f"SELECT {', '.join(columns)} FROM {fact} ORDER BY ALL")
    found = found.astype(object).where(found.notna(), None)
    return [
        tuple(f"{cell:%m-%d}" if isinstance(cell, pd.Timestamp) else cell for cell in row)
        for row in found.itertuples(index=False)
    ]


def test_attempts_of_one_opening_are_one_case() -> None:
    text = """a | ann | 2026-01-06 09:00 | no  | 2026-01-05 12:00 |                  |
              b | ann | 2026-01-21 09:00 | yes | 2026-01-05 12:00 | 2026-02-10 09:00 | yes"""
    columns = ("opened_at", "first_reached_at", "closed_at", "goal_met", "primary_need")
    assert rows(text, "cases", *columns) == [("01-05", "01-21", "02-10", True, "housing")]


def test_one_that_does_not_say_belongs_to_the_case_last_opened_by_then() -> None:
    text = """  | ann | 2026-01-04 09:00 | no  |                  | |
                | ann | 2026-01-06 09:00 | no  | 2026-01-05 12:00 | |
                | ann | 2026-01-19 09:00 | yes |                  | |
                | ann | 2026-02-03 09:00 | no  | 2026-02-02 12:00 | |
                | ann | 2026-02-09 09:00 | yes |                  | |"""
    found = rows(text, "cases", "opened_at", "first_attempt_at", "first_reached_at")
    assert found == [("01-05", "01-04", "01-19"), ("02-02", "02-03", "02-09")]


def test_without_an_opening_a_case_is_what_one_contact_led_to() -> None:
    text = """a | ann | 2026-01-06 09:00 | no  | | |
              a | ann | 2026-01-07 10:00 | yes | | |
              b | ann | 2026-01-21 10:00 | yes | | |"""
    found = rows(text, "cases", "encounter_id", "contact_at", "days_to_first")
    assert found == [("a", "01-05", 2.0), ("b", "01-20", 1.0)]


def test_days_run_from_the_opening_and_a_bare_day_is_not_before_it() -> None:
    text = """a | ann | 2026-01-07 12:00 | yes | 2026-01-06 12:00 | |
              c | ben | 2026-01-06 00:00 | yes | 2026-01-06 12:00 | |
                | amy | 2026-01-05 12:00 | yes | 2026-01-06 12:00 | |"""
    assert rows(text, "cases", "days_to_first") == [(0.0,), (1.0,), (None,)]


def test_each_month_says_what_was_open_at_its_end_and_what_happened_in_it() -> None:
    text = """a | ann | 2026-01-06 09:00 | no  | 2026-01-05 12:00 | 2026-02-10 09:00 | no
              a | ann | 2026-02-01 09:00 | yes | 2026-01-05 12:00 |                  |
              c | ben | 2026-03-01 09:00 | no  |                  |                  |"""
    columns = ("month", "encounter_id", "open_at_end", "reached_then", "closed_then")
    assert rows(text, "case_months", *columns) == [
        ("2026-01", "a", True, False, False),
        ("2026-01", "c", None, False, False),  # nobody wrote down when it was opened
        ("2026-02", "a", False, True, True),
        ("2026-02", "c", None, False, False),
        ("2026-03", "c", None, False, False),
    ]


def test_a_month_begins_on_its_first_day_and_ends_as_the_next_begins() -> None:
    found = calendar("2025-12", "2026-01").to_pylist()
    starts = [row["starts"].date() for row in found]
    assert starts == [date(2025, 12, 1), date(2026, 1, 1)]
    assert [row["ends"].date() for row in found] == [date(2026, 1, 1), date(2026, 2, 1)]
    assert calendar(None, None).num_rows == 0
