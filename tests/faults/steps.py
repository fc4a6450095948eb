"""Every step of a change at which a writer can end: killed there, or the disk full there."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from deltalake import DeltaTable

from arp.lake import Lake, LakeFull
from tests.faults.damage import spoiled_newest_month
from tests.faults.lakes import State, can_be_gone_on_with, contact, faults, state
from tests.lake.drawn import AT, calls, save
from tests.lake.ended import Killed, full, killed

# Whatever the lake does to the disk goes through one of these.
STEPS = (
    (os, "fsync"),
    (Path, "write_bytes"),
    (Path, "mkdir"),
    (Path, "unlink"),
    (Path, "rename"),
    (Path, "replace"),
    (DeltaTable, "create_write_transaction"),
    (DeltaTable, "restore"),
)
ENDS = {"killed": killed, "disk full": full}


def importing(lake: Lake) -> None:
    save(lake, {"calls": calls("1:smoke 3:fire"), "encounters": contact("CoR")})


def undoing_the_newest(lake: Lake) -> None:
    lake.undo("upload-3", who="Ben", at=AT)


def undoing_an_older(lake: Lake) -> None:
    lake.undo("upload-1", who="Ben", at=AT)


def recovering(lake: Lake) -> None:
    lake.recover(who="Ben", at=AT)


ACTS = (importing, undoing_the_newest, undoing_an_older, recovering)


def run(folder: Path, every: int = 1) -> Counter[str]:
    """Ends each act at every step, or at every so-manieth; looks after each."""
    counts = Counter[str]()
    start = Lake(folder / "start")
    save(start, {"calls": calls("1:fight"), "encounters": contact("CRT")})
    save(start, calls("2:noise"))
    save(start, calls("4:fall", "2026-11"))
    for act in ACTS:
        prepared = folder / act.__name__
        shutil.copytree(start.path, prepared)
        if act is recovering:
            spoiled_newest_month(Lake(prepared))
        done = _done(prepared, folder / "done", act)
        for (words, end), after in itertools.product(ENDS.items(), (False, True)):
            for n in itertools.count(1, every):
                copy = folder / "copy"
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(prepared, copy)
                if not _ends(Lake(copy), act, n, end, after):
                    break
                _look(Lake(copy), act, state(start), done)
                counts[f"{act.__name__.replace('_', ' ')}, {words}"] += 1
    return counts


def _done(prepared: Path, copy: Path, act: Callable[[Lake], None]) -> State:
    """What the lake holds when the act is not ended."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(prepared, copy)
    act(Lake(copy))
    return state(Lake(copy))


def _ends(
    lake: Lake, act: Callable[[Lake], None], n: int, end: Callable[[], None], after: bool
) -> bool:
    """Begins the act and ends it before, or after, its n-th step; whether it came that far."""
    seen = [0]
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in STEPS:
            patch.setattr(owner, name, _counted(getattr(owner, name), seen, n, end, after))
        with contextlib.suppress(Killed, LakeFull):
            act(lake)
    return seen[0] >= n


def _counted(
    step: Callable[..., object], seen: list[int], n: int, end: Callable[[], None], after: bool
) -> Callable[..., object]:
    def stepping(*given: object, **named: object) -> object:
        seen[0] += 1
        is_the_one = seen[0] == n
        if is_the_one and not after:
            end()
        result = step(*given, **named)
        if is_the_one:
            end()
        return result

    return stepping


def _look(lake: Lake, act: Callable[[Lake], None], before: State, done: State) -> None:
    if act is recovering:
        lake.recover(who="Ben", at=AT)  # begun again, or over already
        assert state(lake) == done
    assert faults(lake) == []
    assert state(lake) in (before, done), "torn"
    can_be_gone_on_with(lake)
