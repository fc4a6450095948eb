"""Files of a lake cut short or with a flipped byte: found, gone back from, nothing deleted."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from arp.lake import Lake, LakeDamaged
from arp.lake.person_key import KEY
from tests.faults.lakes import State, can_be_gone_on_with, faults, lake_with_a_history, state
from tests.lake.drawn import AT

WAYS = ("emptied", "halved", "a byte short", "at a line's end", "flipped")
FOUND, HARMLESS = "found and gone back from", "read by nobody: every figure as it was"
TOLD, LOST = "found and told", "found, only a backup helps"


def kind(path: Path) -> str:
    """What a file of the lake is to the lake; nothing for one that holds nothing."""
    table = path.parts[0]
    whose = "ledger" if table == "ledger" else "table"
    if "checkpoint" in path.name:
        return f"{whose}'s summary"
    if path.suffix == ".json":
        return f"{whose}'s log"
    if path.suffix == ".parquet":
        return f"{whose}'s data"
    return "key" if path.name == KEY else ""


def spoiled(content: bytes, way: str, chance: random.Random) -> bytes:
    """The content with this damage done to it."""
    cuts = {"emptied": 0, "halved": len(content) // 2, "a byte short": len(content) - 1}
    if way in cuts:
        return content[: cuts[way]]
    if way == "at a line's end":
        return content[: content.find(b"\n") + 1]
    place = chance.randrange(len(content))
    return (
        content[:place]
        + bytes([content[place] ^ (1 << chance.randrange(8))])
        + content[place + 1 :]
    )


def damages(lake: Path, chance: random.Random, flips: int) -> Iterator[tuple[Path, str]]:
    """Every file with every way to damage it, in a drawn order."""
    files = [path.relative_to(lake) for path in sorted(lake.rglob("*")) if path.is_file()]
    cases = [
        (path, way)
        for path in files
        if kind(path)
        for way in (*WAYS[:-1], *("flipped",) * flips)
        if way != "at a line's end" or path.suffix == ".json"
    ]
    return iter(chance.sample(cases, len(cases)))


def run(folder: Path, most: int, flips: int = 4) -> Counter[str]:
    """Damages one file at a time, `most` times at most and each kind of file at least once."""
    chance, counts = random.Random(1910), Counter[str]()
    whole = folder / "whole"
    told = lake_with_a_history(whole)
    cases = list(damages(whole, chance, flips))
    first_of_each = {kind(path): (path, way) for path, way in reversed(cases)}
    for path, way in [*first_of_each.values(), *cases][:most]:
        outcome = one(whole, folder / "damaged", told, path, way, chance)
        counts[f"{kind(path)}, {outcome}"] += 1
    return counts


def one(
    whole: Path, copy: Path, told: dict[int, State], path: Path, way: str, chance: random.Random
) -> str:
    """Damages one file of a copy and looks what the lake makes of it."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(whole, copy)
    content = spoiled((whole / path).read_bytes(), way, chance)
    (copy / path).write_bytes(content)
    said = f"{path} {way}"
    try:
        return outcome(Lake(copy), told, content)
    except Exception as error:
        raise AssertionError(f"{said}: {error!r}") from error


def outcome(lake: Lake, told: dict[int, State], content: bytes) -> str:
    if not faults(lake):
        assert state(lake) == told[max(told)], "wrong figures, and nobody said so"
        can_be_gone_on_with(lake)
        return TOLD if KEY in {fault.table for fault in lake.doctor()} else HARMLESS
    found = lake.last_whole()
    if found is None:
        refuses_to_recover(lake)
        return LOST
    row = lake.recover(who="Ana", at=AT)
    assert row is not None
    assert row.recovers == found.row.snapshot
    assert state(lake) == told[found.row.snapshot], "not what that snapshot held"
    assert faults(lake) == []
    kept = [path for path in lake.path.rglob("*") if path.is_file()]
    assert any(path.read_bytes() == content for path in kept), "a damaged file was deleted"
    can_be_gone_on_with(lake)
    return FOUND


def refuses_to_recover(lake: Lake) -> None:
    try:
        lake.recover(who="Ana", at=AT)
    except LakeDamaged as damaged:
        assert "backup" in str(damaged)
        return
    raise AssertionError("went back to nothing")


def spoiled_newest_month(lake: Lake) -> None:
    """Damages what the newest change brought: rows, the log of calls, the row of the ledger."""
    snapshot, before = lake.snapshot(), lake.snapshot(lake.history()[1].snapshot)
    assert snapshot is not None
    assert before is not None
    (month,) = set(snapshot.files("calls")) - set(before.files("calls"))
    row = max((lake.path / "ledger").glob("*.parquet"), key=lambda path: path.stat().st_mtime_ns)
    log = max((lake.path / "calls" / "_delta_log").glob("*.json"))
    for path in (Path(month), log, row):
        path.write_bytes(path.read_bytes()[:-9])
