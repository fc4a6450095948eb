from datetime import date

import pandas as pd
import pytest

from arp.views import feeds

POLICE = {"feed": "police-cad", "title": "police CAD", "owner": "Police Records", "due_day": 5}


def held(*months, feed="police-cad"):
    return pd.DataFrame({"table": "calls", "feed": feed, "month": months, "rows": 10})


def only(holdings, *settings, today):
    (state,) = feeds.states(holdings, settings, today=today)
    return state


@pytest.mark.parametrize(
    ("today", "missing"), [(date(2026, 11, 4), ()), (date(2026, 11, 5), ("2026-10",))]
)
def test_a_month_is_missing_from_its_due_day_on(today, missing):
    assert only(held("2026-08", "2026-09"), POLICE, today=today).missing == missing


def test_what_is_missing_names_the_owner_and_the_due_day():
    state = only(held("2026-08"), POLICE, today=date(2026, 11, 22))
    assert state.sentence == (
        "Sep–Oct 2026 are missing: police CAD, owner Police Records, due on the 5th."
    )


def test_without_a_due_day_a_month_has_all_of_the_next_month_to_come():
    assert only(held("2026-09"), today=date(2026, 11, 30)).missing == ()
    assert only(held("2026-09"), today=date(2026, 12, 1)).missing == ("2026-10",)


def test_gaps_and_undated_rows_are_told_apart_from_what_is_missing():
    state = only(held("2024-10", "2025-01", "undated"), today=date(2025, 2, 1))
    assert state.gaps == ("2024-11", "2024-12")
    assert (state.first, state.last, state.rows) == ("2024-10", "2025-01", 30)
    assert state.sentence.endswith("here up to Jan 2025, without Nov 2024 and Dec 2024.")


def test_the_feed_that_is_furthest_behind_comes_first():
    both = pd.concat([held("2026-09", feed="a"), held("2026-01", feed="b")])
    assert [state.feed for state in feeds.states(both, [], today=date(2026, 11, 22))] == ["b", "a"]


@pytest.mark.parametrize(
    ("day", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (5, "5th"), (11, "11th"), (22, "22nd")]
)
def test_due_days_are_said_as_ordinals(day, said):
    assert feeds.ordinal(day) == said
