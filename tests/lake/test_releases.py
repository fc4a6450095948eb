"""Lakes written by earlier releases: opened, read, imported onto, undone, gone back in."""

import json
import shutil
from pathlib import Path

import pytest

from arp.lake import Lake
from tests.lake.drawn import AT, calls, save, undo
from tests.lake.releases.make import figures

KEPT = sorted(path.parent for path in Path(__file__).parent.glob("releases/*/figures.json"))


@pytest.fixture(params=KEPT, ids=lambda folder: folder.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Lake, dict[int, object]]:
    """A copy of a lake, and the figures that its release read from each of its snapshots."""
    shutil.copytree(request.param / "lake", tmp_path / "lake")
    told = json.loads((request.param / "figures.json").read_text())
    return Lake(tmp_path / "lake"), {int(number): held for number, held in told.items()}


def test_every_release_is_kept() -> None:
    assert KEPT


def test_every_snapshot_reads_as_it_did(kept: tuple[Lake, dict[int, object]]) -> None:
    lake, told = kept
    assert lake.doctor() == []
    for number, held in told.items():
        now = figures(lake, number)
        assert {name: months for name, months in now.items() if name in held or months} == held


def test_it_is_imported_onto_and_each_change_old_or_new_is_taken_back(
    kept: tuple[Lake, dict[int, object]],
) -> None:
    lake, told = kept
    before = figures(lake)
    receipt = save(lake, calls("new:fight", "2027-01"))
    assert figures(lake)["calls"] == before["calls"] | {"2027-01": 1}
    undo(lake, receipt)
    assert figures(lake) == before
    an_old_one = lake.history()[-2]
    lake.undo(an_old_one.upload_id, who="Ben", at=AT)
    assert figures(lake) != before
    assert lake.doctor() == []
    assert figures(lake, max(told)) == before


def test_a_damaged_one_goes_back(kept: tuple[Lake, dict[int, object]]) -> None:
    lake, told = kept
    save(lake, calls("new:fight", "2027-01"))
    entry = max((lake.path / "calls" / "_delta_log").glob("*.json"))
    entry.write_bytes(b"")
    row = lake.recover(who="Ben", at=AT)
    assert row is not None
    assert row.recovers == max(told)
    assert lake.doctor() == []
    save(lake, calls("new:fight", "2027-01"))
    assert figures(lake)["calls"]["2027-01"] == 1
