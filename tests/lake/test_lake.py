"""Processes beside one another, and processes that are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from arp.lake import Lake
from tests.lake.drawn import AT, calls, change, held, save

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
        [sys.executable, "-c", script],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_at_once_both_land(tmp_path: Path) -> None:
    words = "for n in range(5): save(lake, calls(f'{who}{n}:fight', month))"
    both = [
        start(tmp_path / "lake", f"who, month = {who!r}, {month!r}\n{words}")
        for who, month in (("a", "2026-10"), ("b", "2026-10"), ("c", "2026-11"))
    ]
    assert [process.wait(60) for process in both] == [0, 0, 0]
    lake = Lake(tmp_path / "lake")
    assert held(lake) == " | ".join(
        " ".join(f"{who}{n}:fight" for who in month for n in range(5)) for month in ("ab", "c")
    )
    assert [row.snapshot for row in lake.history()] == list(range(15, 0, -1))
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
    lake = Lake(tmp_path)
    lake.commit(
        change(calls("2:noise")), who="Ben", at=AT, progress=lambda words, share: told.append(words)
    )
    assert told[0] == "Waiting for another change to be saved"
    assert first.wait(60) == 0
    first.stdout.close()
    assert held(lake) == "1:fight 2:noise"


# Loads everything once, then brings forth a writer for each line it is given and says its number.
NURSERY = """
import os, signal
from dataclasses import replace
import deltalake, duckdb, filelock, pyarrow.dataset, pyarrow.parquet

def write_until_killed():
    n = int(lake.history()[0].file_name) if lake.history() else 0
    while True:
        n += 1
        contact = {"key": "E", "encounter_id": "E", "team": str(n), "month": "2026-10"}
        drawn = change({"calls": calls(f"1:{n}"), "encounters": rows("encounters", contact)})
        lake.commit(replace(drawn, file_name=str(n)), who="Ana", at=AT)
        os.write(acknowledged, f"{n}\\n".encode())

acknowledged = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        write_until_killed()
    print(child, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_torn(
    tmp_path: Path,
) -> None:
    """Each change writes one number into two tables; an acknowledged one must be there."""
    acknowledged, lake = tmp_path / "acknowledged", Lake(tmp_path / "lake")
    acknowledged.touch()
    chance = random.Random(911)
    nursery = start(lake.path, f"acknowledged = {str(acknowledged)!r}\n{NURSERY}")
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    for _ in range(15):
        before = acknowledged.read_text()
        nursery.stdin.write("\n")
        nursery.stdin.flush()
        writer = int(nursery.stdout.readline())
        wait_until(lambda before=before: acknowledged.read_text() != before)
        time.sleep(chance.uniform(0, 0.2))
        os.kill(writer, signal.SIGKILL)
        wait_until(lambda writer=writer: not is_alive(writer))
        said = int(acknowledged.read_text().split()[-1])
        snapshot = lake.snapshot()
        assert snapshot is not None
        (call,) = snapshot.read("calls", ["call_type_final"])["call_type_final"].to_pylist()
        (team,) = snapshot.read("encounters", ["team"])["team"].to_pylist()
        assert call == team
        assert int(call) in (said, said + 1)
        assert all(note.is_note for note in lake.doctor())
    nursery.communicate()
    save(lake, calls("2:after"))
    assert lake.doctor() == []
    assert [row.snapshot for row in lake.history()] == list(range(len(lake.history()), 0, -1))


def wait_until(so: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not so():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.005)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
