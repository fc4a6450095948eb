"""Sampleton's wall clocks, over both clock changes."""

from datetime import UTC, date, datetime

import numpy as np

from arp.sample.clock import NEVER, local, months_ending, next_month, utc_seconds


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
