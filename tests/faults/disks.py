"""A disk that fills up during an import, at every size that it could have; and one read-only."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arp.lake import Change, Lake, LakeFull, LakeNotWritable
from tests.faults.lakes import can_be_gone_on_with, faults, state
from tests.faults.writers import mended, understood
from tests.lake.drawn import AT

PAGE, MARGIN = 4096, 600 * 1024
SAVED, FULL = "room enough, saved", "full, said in one sentence, the lake as it was"
NO_DISKS = "a disk of a size of its own cannot be mounted here: full disks only by injection"


class CannotMount(Exception):
    """This account may not mount a disk."""


@contextmanager
def disk(place: Path, size: int) -> Iterator[None]:
    """A disk in memory of so many bytes.

    Raises:
        CannotMount: where the system or its rights do not allow it.
    """
    place.mkdir(parents=True, exist_ok=True)
    _mount("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield
    finally:
        _mount("umount", str(place))


def grow(place: Path, size: int) -> None:
    """Makes the disk as large as this."""
    _mount("mount", "-o", f"remount,size={size}", str(place))


def lock(place: Path) -> None:
    """Makes the disk read-only."""
    _mount("mount", "-o", "remount,ro", str(place))


def _mount(*words: str) -> None:
    if not sys.platform.startswith("linux"):
        raise CannotMount(NO_DISKS)
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise CannotMount(f"{NO_DISKS} ({done.stderr.strip()})")


def full(folder: Path, most: int) -> Counter[str]:
    """Finds the smallest disk that an import fits, then tries `most` sizes below it."""
    counts = Counter[str]()
    first = understood(folder / "unused")
    start = Lake(folder / "start")
    start.commit(first, who="Ana", at=AT)
    second = mended(first)
    too_small, large_enough = 0, MARGIN // PAGE
    while large_enough - too_small > 1:
        pages = (too_small + large_enough) // 2
        outcome = _import_onto(start, folder / "disk", pages, second)
        too_small, large_enough = (pages, large_enough) if outcome == FULL else (too_small, pages)
        counts[outcome] += 1
    for number in range(most):
        counts[_import_onto(start, folder / "disk", number * too_small // most, second)] += 1
    return counts


def _pages(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(-(-path.stat().st_size // PAGE) for path in files)


def _import_onto(start: Lake, place: Path, pages: int, change: Change) -> str:
    """Imports onto a disk that has so many pages free."""
    size = PAGE * (_pages(start.path) + pages + 1)
    with disk(place, size):
        shutil.copytree(start.path, place / "lake")
        lake = Lake(place / "lake")
        try:
            lake.commit(change, who="Ben", at=AT)
            outcome = SAVED
        except LakeFull as fault:
            assert "is full" in str(fault)
            assert state(lake) == state(start)
            outcome = FULL
        assert faults(lake) == []
        grow(place, size + MARGIN * 10)
        lake.commit(change, who="Ben", at=AT)
        can_be_gone_on_with(lake)
    return outcome


def read_only(folder: Path) -> Counter[str]:
    """A lake on a disk that nobody may write: read as ever, every change refused."""
    place = folder / "read-only"
    with disk(place, MARGIN * 40):
        lake = Lake(place / "lake")
        first = understood(folder / "unused")
        receipt = lake.commit(first, who="Ana", at=AT)
        before = state(lake)
        lock(place)
        refused = [
            _refused(lambda: lake.commit(mended(first), who="Ben", at=AT)),
            _refused(lambda: lake.undo(str(receipt.upload_id), who="Ben", at=AT)),
            _refused(lambda: lake.recover(who="Ben", at=AT)),
            _refused(lambda: lake.person_key()),
        ]
        assert state(lake) == before
        assert lake.preview(mended(first)).status == "saved"
        assert faults(lake) == []
    return Counter({"read-only, refused in one sentence": sum(refused)})


def _refused(act: object) -> bool:
    assert callable(act)
    try:
        act()
    except LakeNotWritable as fault:
        return "may not be written" in str(fault)
    raise AssertionError("written to a disk that is read-only")
