from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest

from arp.measures.facts.clock import (
    ClockChange,
    clock_changes,
    steady_from_wall,
    steady_seconds,
)
from tests.measures.drawn import answer

NEW_YORK = ZoneInfo("America/New_York")


def test_both_jumps_of_a_year_with_the_wall_times_that_are_in_doubt() -> None:
    assert clock_changes(ZoneInfo("America/New_York"), [2026]) == [
        ClockChange(datetime(2026, 3, 8, 2), datetime(2026, 3, 8, 3), 3600),
        ClockChange(datetime(2026, 11, 1, 1), datetime(2026, 11, 1, 2), -3600),
    ]


def test_a_zone_without_summer_time_never_jumps() -> None:
    assert clock_changes(ZoneInfo("America/Phoenix"), [2025, 2026]) == []


def test_the_days_near_a_jump_reach_from_a_week_before_to_the_day_after() -> None:
    days = clock_changes(ZoneInfo("America/Denver"), [2026])[0].days()
    assert (f"{days[0]}", f"{days[-1]}") == ("2026-03-01", "2026-03-09")


def steady(*moments: datetime | None, changes: list[ClockChange] | None = None) -> list[int | None]:
    """The steady seconds of wall clocks in New York, 2025 and 2026."""
    known = clock_changes(NEW_YORK, [2025, 2026]) if changes is None else changes
    rows = pa.table({"n": range(len(moments)), "at": pa.array(moments, pa.timestamp("us"))})
    found = answer(lambda rows: rows.mutate(steady=steady_seconds(rows["at"], known)), rows=rows)
    return [row["steady"] for row in sorted(found, key=lambda row: row["n"])]


def test_steady_seconds_are_as_far_apart_as_the_moments_were() -> None:
    start = datetime(2025, 1, 1)
    moments = [start + timedelta(hours=n) for n in range(2 * 365 * 24)]
    lived = [int(moment.replace(tzinfo=NEW_YORK).timestamp()) for moment in moments]
    found = steady(*moments)
    assert [at - found[0] for at in found] == [at - lived[0] for at in lived]


def test_a_time_that_comes_twice_is_read_as_the_first_and_the_hour_lasts_two() -> None:
    one, half_past, two = steady(*(datetime(2026, 11, 1, *at) for at in ((1,), (1, 30), (2,))))
    assert (half_past - one, two - one) == (30 * 60, 2 * 3600)


def test_the_hour_that_never_comes_takes_no_time() -> None:
    two, three = steady(datetime(2026, 3, 8, 2), datetime(2026, 3, 8, 3))
    assert two == three


def test_without_jumps_steady_seconds_are_those_of_the_wall_clock() -> None:
    assert steady(datetime(1970, 1, 2), None, changes=[]) == [24 * 3600, None]


@pytest.mark.parametrize("change", clock_changes(NEW_YORK, [2026]))
def test_counted_walls_and_clocks_are_read_alike_on_both_sides_of_a_jump(
    change: ClockChange,
) -> None:
    changes = clock_changes(NEW_YORK, [2025, 2026])
    moments = [change.starts + timedelta(minutes=10 * n) for n in range(-9, 18)]
    walls = [(moment - datetime(1970, 1, 1)) // timedelta(seconds=1) for moment in moments]
    assert steady_from_wall(np.array(walls), changes).tolist() == steady(*moments)
