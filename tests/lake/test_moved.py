"""Numbers that come again for calls of another time are told before they replace anything."""

from datetime import datetime
from pathlib import Path

from arp.lake import Lake
from arp.lake.moved import Moved
from tests.lake.drawn import calls, change, save, together


def october(words: str, year: int, day: int = 5):
    return calls(words, f"{year}-10", received_at=datetime(year, 10, day, 14))


def test_rows_that_would_replace_last_years_are_counted_with_the_first_of_them(
    tmp_path: Path,
) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, october("1:fight 2:noise 3:fire", 2025))
    coming = change(october("2:fight 3:alarm 4:noise", 2026))
    assert lake.moved(coming) == [
        Moved(
            table="calls",
            sheet="Sheet1",
            n=2,
            sheet_row=2,
            row_key="2",
            at=datetime(2026, 10, 5, 14),
            was=datetime(2025, 10, 5, 14),
        )
    ]


def test_a_correction_of_up_to_31_days_moves_nothing(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, october("1:fight 2:fight", 2026))
    one = calls("1:fight", "2026-11", received_at=datetime(2026, 11, 5, 14))
    other = calls("2:fight", "2026-11", received_at=datetime(2026, 11, 5, 14, 0, 1))
    assert [(m.n, m.row_key) for m in lake.moved(change(together(one, other)))] == [(1, "2")]


def test_another_feed_and_rows_without_a_clock_move_nothing(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight", "undated"))
    assert lake.moved(change(october("1:fight", 2026))) == []


def test_the_first_known_clock_counts(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight", "2025-10", dispatched_at=datetime(2025, 10, 5)))
    assert [m.was for m in lake.moved(change(october("1:fight", 2026)))] == [datetime(2025, 10, 5)]


def test_an_empty_lake_and_tables_without_clocks_move_nothing(tmp_path: Path) -> None:
    assert Lake(tmp_path / "lake").moved(change(october("1:fight", 2026))) == []
