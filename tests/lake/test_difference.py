"""Comparing reads what the lake has and changes nothing."""

from pathlib import Path

from arp.lake import Lake, Tally
from arp.lake.difference import difference
from tests.lake.drawn import calls, change, save


def test_without_a_snapshot_every_row_is_new() -> None:
    found = difference(change(calls("1:fight 2:noise")), "calls", None)
    assert found.tally == Tally(rows_read=2, new=2)
    assert (found.gone.num_rows, found.incoming.num_rows) == (0, 2)


def test_only_rows_that_differ_come_in_and_only_rows_that_leave_go(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, calls("1:fight 2:noise 3:fire"))
    asked = change(calls("1:fight 2:smoke 4:fall"), "2026-10")
    found = difference(asked, "calls", lake.snapshot())
    assert sorted(found.gone["row_key"].to_pylist()) == ["2", "3"]
    assert found.incoming["row_key"].to_pylist() == ["2", "4"]
    assert not found.is_empty
