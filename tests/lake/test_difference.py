"""Comparing reads what the lake has and changes nothing."""

from dataclasses import replace
from pathlib import Path

from arp.lake import Lake, Tally
from arp.lake.difference import difference
from tests.lake.drawn import calls, change, rows, save


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


def setting(section: str, name: str) -> dict[str, str]:
    return {
        "key": f"{section}\x1f{name}",
        "section": section,
        "name": name,
        "value": "{}",
        "month": "undated",
    }


def test_a_whole_section_of_settings_loses_what_the_change_lacks_and_no_other_does(
    tmp_path: Path,
) -> None:
    lake = Lake(tmp_path)
    held = [setting("teams", "CRT"), setting("teams", "CCD"), setting("layouts", "cad")]
    save(lake, {"settings": rows("settings", *held)})
    asked = change({"settings": rows("settings", held[0])})
    assert difference(asked, "settings", lake.snapshot()).is_empty
    whole = replace(asked, whole_sections=("teams",))
    found = difference(whole, "settings", lake.snapshot())
    assert found.tally == Tally(rows_read=1, unchanged=1, removed=1)
    assert found.gone["row_key"].to_pylist() == ["teams\x1fCCD"]


def test_a_call_is_no_setting_though_its_number_reads_like_a_section(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, calls("teams:fight 2:noise"))
    asked = replace(change(calls("2:noise")), whole_sections=("teams",))
    assert difference(asked, "calls", lake.snapshot()).is_empty


def test_a_row_left_behind_goes_only_where_it_still_stands_just_so(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    held = calls("1:fight 2:noise")
    save(lake, held)
    left = held.select(["row_key", "row_hash"])
    other = left.set_column(1, "row_hash", left["row_hash"].take([1, 0]))
    for names, gone in ((left.slice(0, 1), ["1"]), (other, [])):
        mended = replace(change(calls("3:theft")), left_behind={"calls": names})
        found = difference(mended, "calls", lake.snapshot())
        assert found.gone["row_key"].to_pylist() == gone
        assert (found.tally.new, found.tally.removed) == (1, len(gone))


def test_a_row_that_comes_in_is_never_left_behind(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    held = calls("1:fight")
    save(lake, held)
    left = {"calls": held.select(["row_key", "row_hash"])}
    found = difference(
        replace(change(calls("1:theft")), left_behind=left), "calls", lake.snapshot()
    )
    assert (found.tally.replaced, found.tally.removed) == (1, 0)


def test_rows_that_are_not_even_brought_count_as_unchanged(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    read = Tally(rows_read=5, unchanged=3, set_aside=1)
    told = replace(change(calls("1:fight")), tallies={"calls": read})
    tally = difference(told, "calls", lake.snapshot()).tally
    assert (tally.new, tally.unchanged, tally.closes) == (1, 3, True)
