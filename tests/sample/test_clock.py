"""Sampleton's wall clocks, over both clock changes."""

from datetime import UTC, date, datetime

import numpy as np

from arp.sample.clock import (
    NEVER,
    hour_of_week,
    local,
    month_numbers,
    months_ending,
    next_month,
    utc_seconds,
)


def shown(*moments: datetime) -> list[str]:
    seconds = np.array([int(moment.timestamp()) for moment in moments], dtype=np.int64)
    return [str(value) for value in local(seconds).astype("datetime64[s]")]


def test_the_repeated_hour_of_the_autumn_stands_twice():
    first = datetime(2025, 11, 2, 5, 30, tzinfo=UTC)
    second = datetime(2025, 11, 2, 6, 30, tzinfo=UTC)
    assert shown(first, second) == ["2025-11-02T01:30:00", "2025-11-02T01:30:00"]


def test_an_hour_of_the_spring_is_never_shown():
    before = datetime(2026, 3, 8, 6, 59, 59, tzinfo=UTC)
    after = datetime(2026, 3, 8, 7, 0, tzinfo=UTC)
    assert shown(before, after) == ["2026-03-08T01:59:59", "2026-03-08T03:00:00"]


def test_a_clock_never_stamped_stays_so():
    assert local(np.array([NEVER, 0], dtype=np.int64))[0] == NEVER
    assert local(np.array([NEVER], dtype=np.int64))[0] == NEVER


def test_a_day_begins_at_local_midnight():
    assert utc_seconds(date(2026, 1, 1)) == int(datetime(2026, 1, 1, 5, tzinfo=UTC).timestamp())
    assert utc_seconds(date(2026, 7, 1)) == int(datetime(2026, 7, 1, 4, tzinfo=UTC).timestamp())


def test_months_run_over_the_turn_of_the_year():
    assert months_ending("2026-02", 4) == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert next_month("2026-12") == "2027-01"


def test_the_week_begins_on_monday_at_local_midnight():
    monday = utc_seconds(date(2026, 9, 7))
    moments = np.array([monday, monday - 1, monday + 2 * 86_400 + 17 * 3600 + 59])
    assert hour_of_week(moments).tolist() == [0, 167, 2 * 24 + 17]


def test_the_last_hours_of_a_month_are_its_own_though_utc_is_in_the_next():
    october = utc_seconds(date(2026, 10, 1))
    since_1970 = 12 * (2026 - 1970)
    assert month_numbers(np.array([october - 1, october])).tolist() == [
        since_1970 + 8,
        since_1970 + 9,
    ]
