"""A change reads and writes only the months that it touches."""

from pathlib import Path

from arp.lake import Lake
from tests.lake.drawn import calls, save, together

MONTHS = ("2026-08", "2026-09", "2026-10", "undated")


def files_by_month(lake: Lake) -> dict[str, str]:
    snapshot = lake.snapshot()
    assert snapshot is not None
    return {file.shared["month"]: file.path for file in snapshot.stored_files("calls")}


def test_months_that_a_change_does_not_touch_keep_their_files(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, together(*(calls(f"{n}:fight", month) for n, month in enumerate(MONTHS))))
    before = files_by_month(lake)
    save(lake, together(calls("1:noise", "2026-09"), calls("3:fight", "2026-11")))
    after = files_by_month(lake)
    assert sorted(after) == ["2026-08", "2026-09", "2026-10", "2026-11"]
    kept = [month for month in after if after[month] == before.get(month)]
    assert sorted(kept) == ["2026-08", "2026-10"]
