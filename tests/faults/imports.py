"""Imports at the same moment, of one month and of several: nothing lost, nothing twice."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from arp.lake import Change, Lake
from tests.faults.lakes import faults, state
from tests.faults.writers import Nursery, is_alive, wait_until
from tests.lake.drawn import calls, change, together

# Each edition is a file of its own; who saves October last has the word on call 1.
OCTOBER = {"A": "1:fight 2:noise", "B": "1:smoke 3:fire"}
NOVEMBER = {"C": "4:fall 5:fall"}
A_LAKE_LASTS = 20  # rounds


def run(folder: Path, rounds: int) -> Counter[str]:
    """In each round two processes save October and one November, all at one moment."""
    counts = Counter[str]()
    with Nursery(
        folder, [each for number in range(A_LAKE_LASTS) for each in _files(number)]
    ) as nursery:
        for number in range(rounds):
            lake = Lake(folder / f"lake {number // A_LAKE_LASTS}")
            turn = number % A_LAKE_LASTS
            at_once = time.time() + 0.05
            three = [nursery.begin(lake.path, 3 * turn + which, at_once) for which in range(3)]
            wait_until(lambda three=three: not any(map(is_alive, three)))
            counts["imports acknowledged"] += _nothing_lost(lake, turn, nursery.told())
    counts["rounds of three at once"] = rounds
    return counts


def _files(turn: int) -> list[Change]:
    """Three files; each call says in which turn it was last written."""
    october = [
        together(*(calls(f"{word}{turn}") for word in words.split()), calls(f"{who}{turn}:new"))
        for who, words in OCTOBER.items()
    ]
    november = calls(" ".join(f"{word}{turn}" for word in NOVEMBER["C"].split()), "2026-11")
    rows = [*october, november]
    return [
        replace(change(each), file_name=f"{who}{turn}")
        for who, each in zip((*OCTOBER, *NOVEMBER), rows, strict=True)
    ]


def _nothing_lost(lake: Lake, turn: int, told: list[int]) -> int:
    """All three were acknowledged, stand in the history once, and made the rows together."""
    assert sorted(told) == [3 * turn, 3 * turn + 1, 3 * turn + 2], "a writer failed"
    history = lake.history()
    assert [row.snapshot for row in history] == list(range(len(history), 0, -1))
    assert sorted(row.file_name for row in history[:3]) == [f"{who}{turn}" for who in "ABC"]
    last = next(row.file_name[0] for row in history if row.file_name[0] in OCTOBER)
    snapshot = lake.snapshot()
    assert snapshot is not None
    held = snapshot.read("calls", ["row_key", "call_type_final"]).to_pylist()
    said = {row["row_key"]: row["call_type_final"] for row in held}
    assert len(said) == len(held), "a call is there twice"
    assert said["1"] == OCTOBER[last].split()[0].removeprefix("1:") + str(turn), "an update is lost"
    assert {said[number] for number in "2345"} == {f"{w}{turn}" for w in ("noise", "fire", "fall")}
    assert {f"{who}{each}" for who in "AB" for each in range(turn + 1)} < said.keys()
    assert faults(lake) == []
    assert state(lake)["encounters"] == []
    return len(told)
