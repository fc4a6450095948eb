from datetime import datetime
from zoneinfo import ZoneInfo

from arp.measures.facts.clock import ClockChange, clock_changes


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
