"""What is on the disk when a call returns."""

import os
from pathlib import Path

import pytest

from arp.lake.durable import make_folder, sync_files


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is synced, in order."""
    names: list[str] = []
    opened: dict[int, str] = {}
    really_open, really_sync = os.open, os.fsync

    def noted_open(path: str | Path, flags: int, *more: int) -> int:
        handle = really_open(path, flags, *more)
        opened[handle] = Path(path).name
        return handle

    def noted_sync(handle: int) -> None:
        names.append(opened[handle])
        really_sync(handle)

    monkeypatch.setattr(os, "open", noted_open)
    monkeypatch.setattr(os, "fsync", noted_sync)
    return names


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs folders by itself")
def test_a_new_folder_is_synced_into_each_folder_above_it(
    tmp_path: Path, synced: list[str]
) -> None:
    make_folder(tmp_path / "data" / "lake" / "calls")
    assert synced == [tmp_path.name, "data", "lake"]
    make_folder(tmp_path / "data" / "lake" / "calls")
    assert len(synced) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs folders by itself")
def test_files_are_synced_before_the_folder_that_names_them(
    tmp_path: Path, synced: list[str]
) -> None:
    files = [tmp_path / "a", tmp_path / "b"]
    for file in files:
        file.write_text("x")
    sync_files(files)
    assert synced == ["a", "b", tmp_path.name]
