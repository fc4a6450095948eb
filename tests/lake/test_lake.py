"""Processes beside one another, and processes that are killed."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from arp.lake import Lake
from tests.lake.drawn import calls, held, save

PROJECT = Path(__file__).parents[2]


def start(lake: Path, words: str) -> "subprocess.Popen[str]":
    """A process of its own that runs these Python words with a lake and the drawing kit."""
    script = (
        "import sys\n"
        "from arp.lake import Lake\n"
        "from tests.lake.drawn import *\n"
        f"lake = Lake({str(lake)!r})\n{words}"
    )
    return subprocess.Popen(
        [sys.executable, "-c", script], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )


def test_two_processes_at_once_both_land(tmp_path: Path) -> None:
    words = "for n in range(8): save(lake, calls(f'{who}{n}:fight', month))"
    both = [
        start(tmp_path / "lake", f"who, month = {who!r}, {month!r}\n{words}")
        for who, month in (("a", "2026-10"), ("b", "2026-10"), ("c", "2026-11"))
    ]
    assert [process.wait(60) for process in both] == [0, 0, 0]
    lake = Lake(tmp_path / "lake")
    assert held(lake) == " | ".join(
        " ".join(f"{who}{n}:fight" for who in month for n in range(8)) for month in ("ab", "c")
    )
    assert [row.snapshot for row in lake.history()] == list(range(24, 0, -1))
    assert lake.doctor() == []


def test_who_comes_second_waits_and_is_told_so(tmp_path: Path) -> None:
    slow = (
        "import time\n"
        "def wait(words, share):\n"
        "    if words.startswith('Saving'):\n"
        "        print('in', flush=True)\n"
        "        time.sleep(0.5)\n"
        "lake.commit(change(calls('1:fight')), who='Ana', at=AT, progress=wait)\n"
    )
    first = start(tmp_path, slow)
    assert first.stdout is not None
    assert first.stdout.readline() == "in\n"
    told: list[str] = []
    from tests.lake.drawn import AT, change

    lake = Lake(tmp_path)
    lake.commit(
        change(calls("2:noise")), who="Ben", at=AT, progress=lambda words, share: told.append(words)
    )
    assert told[0] == "Waiting for another change to be saved"
    assert first.wait(60) == 0
    first.stdout.close()
    assert held(lake) == "1:fight 2:noise"


def test_killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_torn(
    tmp_path: Path,
) -> None:
    """Each round writes the same number into two tables; an acknowledged one must be there."""
    words = """
n = int(lake.history()[0].file_name) if lake.history() else 0
while True:
    n += 1
    contact = {"key": "E", "encounter_id": "E", "team": str(n), "month": "2026-10"}
    drawn = change({"calls": calls(f"1:{n}"), "encounters": rows("encounters", contact)})
    lake.commit(replace(drawn, file_name=str(n)), who="Ana", at=AT)
    print(n, flush=True)
"""
    chance, acknowledged, torn = random.Random(911), 0, 0
    lake = Lake(tmp_path / "lake")
    for _ in range(15):
        process = start(lake.path, "from dataclasses import replace\n" + words)
        assert process.stdout is not None
        acknowledged = int(process.stdout.readline())
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split()
        process.stdout.close()
        process.wait(60)
        acknowledged = int(said[-1]) if said else acknowledged
        snapshot = lake.snapshot()
        assert snapshot is not None
        (call,) = snapshot.read("calls", ["call_type_final"])["call_type_final"].to_pylist()
        (team,) = snapshot.read("encounters", ["team"])["team"].to_pylist()
        assert call == team
        assert int(call) in (acknowledged, acknowledged + 1)
        notes = lake.doctor()
        assert all(note.is_note for note in notes)
        torn += bool(notes)
    save(lake, calls("2:after"))
    assert lake.doctor() == []
    assert len(lake.history()) > 15


def test_loading_the_package_loads_nothing_heavy() -> None:
    words = "import sys, arp.lake, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert not {"pyarrow", "duckdb", "deltalake", "pandas"} & set(json.loads(done.stdout))
