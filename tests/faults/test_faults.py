"""A short turn of every part of `make faults`, so that the ordinary tests notice what breaks."""

import os
import sys
from pathlib import Path

import pytest

from tests.faults import damage, disks, imports, kills, steps

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@forks
def test_an_import_that_is_killed_leaves_all_of_its_file_or_none(tmp_path: Path) -> None:
    counts = kills.run(tmp_path, kills=10)
    assert counts.total() == 10


def test_a_change_that_ends_at_any_step_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    counts = steps.run(tmp_path, every=11)
    assert {name.rsplit(",", 1)[1] for name in counts} == {" killed", " disk full"}
    assert len(counts) == 2 * len(steps.ACTS)


def test_a_damaged_file_of_any_kind_is_found_and_gone_back_from(tmp_path: Path) -> None:
    counts = damage.run(tmp_path, most=16)
    found = {name.split(",")[0] for name in counts}
    assert found == {
        f"{whose}'s {what}" for whose in ("table", "ledger") for what in ("data", "log", "summary")
    } | {"key"}
    assert any(damage.FOUND in name for name in counts)


@forks
def test_imports_at_the_same_moment_all_land(tmp_path: Path) -> None:
    assert imports.run(tmp_path, rounds=4)["imports acknowledged"] == 12


@pytest.fixture
def may_mount(tmp_path: Path) -> None:
    try:
        with disks.disk(tmp_path / "tried", 1 << 20):
            return
    except disks.CannotMount as why:
        pytest.skip(str(why))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="disks in memory are Linux's")
@pytest.mark.usefixtures("may_mount")
def test_a_full_disk_is_said_in_one_sentence_and_changes_nothing(tmp_path: Path) -> None:
    counts = disks.full(tmp_path, most=2)
    assert set(counts) == {disks.FULL, disks.SAVED}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="disks in memory are Linux's")
@pytest.mark.usefixtures("may_mount")
def test_a_disk_that_may_not_be_written_is_said_and_its_lake_read(tmp_path: Path) -> None:
    assert disks.read_only(tmp_path).total() == 4
