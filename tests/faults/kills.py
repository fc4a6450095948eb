"""kill -9 at random moments of an import: the lake holds all of the file or none of it."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path
from statistics import median

from arp.lake import Lake
from tests.faults.lakes import State, faults, state
from tests.faults.writers import Nursery, kill, mended, understood, wait_until
from tests.lake.drawn import AT

A_LAKE_LASTS = 24  # kills, an even number: each lake begins with the first edition


def run(folder: Path, kills: int) -> Counter[str]:
    """Kills so many imports, each of the other edition of one month; looks after each."""
    chance, counts = random.Random(911), Counter[str]()
    first = understood(folder / "unused")
    editions = [first, mended(first)]
    states = [
        _held_after(folder / f"edition {number}", editions[: number + 1]) for number in (0, 1)
    ]
    with Nursery(folder, editions) as nursery:
        takes = _undisturbed(folder / "undisturbed", nursery)
        for number in range(kills):
            lake = Lake(folder / f"lake {number // A_LAKE_LASTS}")
            which = number % 2
            before = state(lake)
            writer = nursery.begin(lake.path, which)
            time.sleep(chance.uniform(0, 1.2 * takes))
            kill(writer)
            counts[_outcome(lake, before, states[which], bool(nursery.told()))] += 1
            lake.commit(editions[which], who="Ben", at=AT)
            assert _rows(state(lake)) == _rows(states[which]), "the next import did not work"
    return counts


def _held_after(path: Path, editions: list) -> State:
    lake = Lake(path)
    for edition in editions:
        lake.commit(edition, who="Ana", at=AT)
    return state(lake)


def _undisturbed(path: Path, nursery: Nursery) -> float:
    """Seconds that an import takes when nobody kills it."""
    takes = []
    for which in (0, 1, 0, 1):
        began = time.monotonic()
        nursery.begin(path, which)
        wait_until(nursery.acknowledged.exists)
        takes.append(time.monotonic() - began)
        nursery.told()
    return median(takes)


def _outcome(lake: Lake, before: State, target: State, acknowledged: bool) -> str:
    after = state(lake)
    assert faults(lake) == []
    assert all(tally.closes for row in lake.history()[:1] for tally in row.tallies.values())
    if after == before:
        assert not acknowledged, "an acknowledged import is lost"
        return "killed, none of the file is there"
    assert _rows(after) == _rows(target), "a part of the file is there"
    return (
        "killed after it was acknowledged" if acknowledged else "killed, all of the file is there"
    )


def _rows(held: State) -> dict[str, list[tuple[str, ...]]]:
    """Without the names of the uploads, which count up."""
    return {name: sorted(row[:-1] for row in rows) for name, rows in held.items()}
