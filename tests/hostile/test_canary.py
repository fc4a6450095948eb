"""What a private cell says is heard nowhere: not in the lake, a log, a folder or an export."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from arp.lake.lake import Lake
from arp.measures.behind import rows as rows_behind
from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.views.export.program_workbook import program_workbook
from arp.views.export.workbook import csv, workbook
from tests.hostile import canary
from tests.hostile.canary import SECRET, UNREADABLE, everything_in, heard

ROOT = Path(__file__).parents[2]
FILES = {
    "month.csv": canary.csv_file,
    "month.xlsx": canary.xlsx_file,
    "unfinished.csv": canary.unfinished_file,
}


class Machine:
    """A machine of its own for one city: its home, its temporary folder, its lake."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.lake = folder / "machine", folder / "machine" / "lake"
        (self.folder / "tmp").mkdir(parents=True)
        self.inbox = folder / "inbox"  # the sender's own folder, not ours
        self.inbox.mkdir()

    def says(self, *words: object) -> bytes:
        """All that a command prints, for the eyes and for programs."""
        places = ("HOME", "TMPDIR", "XDG_CACHE_HOME")
        home = {name: str(self.folder / "tmp") for name in places}
        done = subprocess.run(
            [sys.executable, "-m", "arp", *map(str, words), "--lake", str(self.lake)],
            cwd=ROOT,
            env=os.environ | home,
            capture_output=True,
            timeout=240,
        )
        return done.stdout + done.stderr

    def imports(self, name: str, *words: str) -> bytes:
        (self.inbox / name).write_bytes(FILES[name]())
        return self.says("import", self.inbox / name, "--answer", "scope=program", *words)


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A machine that imported the month twice, as CSV and as a workbook, and what it said."""
    machine = Machine(tmp_path_factory.mktemp("canary"))
    said = machine.imports("month.csv") + machine.imports("month.xlsx", "--feed", "workbook")
    assert said.count(b"saved as upload") == 2, said
    return machine, said


def test_the_song_would_be_heard(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"note": [f"{SECRET} called"] * 50}), tmp_path / "x.parquet")
    assert heard(everything_in(tmp_path).values())
    assert heard([canary.csv_file()]) and heard([canary.csv_file()], UNREADABLE)
    assert heard([SECRET.upper().encode("utf-16")])


def test_no_file_of_the_machine_holds_it(imported):
    machine, _ = imported
    kept = everything_in(machine.folder)
    assert any(name.endswith(".parquet read") for name in kept)
    for song in (SECRET, UNREADABLE):
        assert [name for name, text in kept.items() if heard([text], song)] == []


def test_no_command_says_it(imported):
    machine, said = imported
    commands = (["history", "--json"], ["history"], ["doctor"], ["measure", "--csv"])
    told = [said, *(machine.says(*words) for words in commands)]
    for song in (SECRET, UNREADABLE):
        assert not heard(told, song)


def test_the_one_who_sent_it_is_shown_the_cell_at_fault_and_never_a_private_one(imported):
    machine, _ = imported
    said = machine.imports("month.csv", "--json", "--feed", "workbook")
    assert json.loads(said)[0]["status"] in ("saved", "unchanged")
    assert heard([said], UNREADABLE)
    assert not heard([said])


def test_no_export_holds_it(imported):
    machine, _ = imported
    snapshot = Lake(machine.lake).snapshot()
    facts = Evidence.derive(snapshot, today=date(2026, 11, 22))
    readings = measure(facts)
    measured = readings.loc[readings["status"] == "ok", "indicator"].unique()
    exports = [program_workbook(snapshot.read("settings").to_pylist()), csv(readings)]
    for key in measured:
        behind = rows_behind(facts, key, months=(None, None), limit=None)
        exports += [csv(behind), workbook({"Rows": behind})]
    assert len(exports) > 10
    for song in (SECRET, UNREADABLE):
        assert not heard(exports, song)


def test_a_refused_file_is_refused_without_it(tmp_path):
    machine = Machine(tmp_path)
    said = machine.imports("unfinished.csv", "--json")
    assert json.loads(said)[0]["status"] == "refused"
    assert not heard([said, *everything_in(machine.folder).values()])
