"""The commands that ask, on a lake of three calls; and those that write once."""

import json

import pytest

from arp.cli import main
from arp.lake import Lake
from tests.lake.drawn import calls, save


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise 3:noise"))
    return lake


def test_an_indicator_nobody_declared_and_a_period_turned_round_are_wrong_usage(run):
    status, printed = run("measure", "speed")
    assert (status, printed.out) == (2, "")
    assert "No indicator is called 'speed'" in printed.err
    status, printed = run("measure", "--from", "2026-10", "--to", "2026-09")
    assert status == 2
    assert "ends (2026-09) before it begins (2026-10)" in printed.err


def test_a_snapshot_that_is_not_there_cannot_be_measured(run):
    status, printed = run("measure", "--as-of", 7)
    assert (status, printed.err) == (1, "There is no such snapshot.\n")


def test_an_empty_lake_is_said_to_be_empty(tmp_path, capsys):
    assert main(["measure", "--lake", str(tmp_path / "nothing")]) == 1
    assert capsys.readouterr().err == "The lake is empty.\n"


def test_history_has_a_line_a_change_newest_first(run, lake):
    save(lake, calls("4:fight"))
    _, printed = run("history")
    newest, oldest = printed.out.splitlines()
    assert "upload-2" in newest and "calls 1 new 0 replaced 0 removed" in newest
    assert "upload-1" in oldest and "2026-11-03 09:30  Ana" in oldest


def test_an_undo_is_told_with_its_snapshot_and_an_unknown_upload_refused(run, lake):
    status, printed = run("undo", "upload-1")
    assert (status, printed.out) == (
        0,
        "Upload upload-1 was taken back; snapshot 2 is now open.\n",
    )
    assert [row.undoes for row in lake.history()] == ["upload-1", None]
    status, printed = run("undo", "upload-9")
    assert status == 1 and printed.err


def test_the_doctor_says_that_all_is_well_or_which_table_is_not(run, lake):
    assert run("doctor")[1].out == "The lake is whole: every file of every table was read.\n"
    for file in lake.snapshot().files("calls"):
        with open(file, "r+b") as stored:
            stored.write(b"XXXX")
    status, printed = run("doctor")
    assert status == 1
    assert printed.out.startswith("calls: ")


def test_a_template_goes_into_a_folder_that_is_there(run, tmp_path):
    status, printed = run("template", tmp_path / "blank.xlsx")
    assert status == 0 and "blank.xlsx written." in printed.err
    assert (tmp_path / "blank.xlsx").stat().st_size > 0
    status, printed = run("template", tmp_path / "nowhere" / "blank.xlsx")
    assert status == 1 and "is its folder there?" in printed.err


def test_definitions_are_printed_with_their_words(run):
    _, printed = run("definitions")
    assert "calls_in_scope\n  " in printed.out


def test_a_sample_city_never_goes_into_a_folder_that_holds_a_lake(lake, capsys):
    before = lake.history()
    assert main(["sample", str(lake.path.parent)]) == 1
    assert "holds a lake already" in capsys.readouterr().err
    assert lake.history() == before


def test_a_sample_city_is_written_as_a_lake_and_as_workbooks(tmp_path, capsys, monkeypatch):
    from arp import sample

    written = {}
    monkeypatch.setattr(sample, "build_lake", lambda lake, **told: written.update(lake=lake.path))
    monkeypatch.setattr(sample, "write_workbooks", lambda to, **told: written.update(books=to))
    assert main(["sample", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        str(tmp_path / "lake"),
        str(tmp_path / "workbooks"),
        str(tmp_path / "Areas.geojson"),
    ]
    assert written == {"lake": tmp_path / "lake", "books": tmp_path / "workbooks"}


def test_a_damaged_lake_goes_back_and_a_whole_one_has_nothing_to_go_back_from(run, lake):
    assert run("recover")[1].out == "The lake is whole: there is nothing to go back from.\n"
    save(lake, calls("4:fall", "2026-11"))
    entry = max((lake.path / "calls" / "_delta_log").glob("*.json"))
    entry.write_bytes(b"{")
    status, printed = run("doctor")
    assert status == 1
    assert "Snapshot 1 of" in printed.out
    status, printed = run("recover")
    assert (status, printed.out.split(";")[0]) == (0, "The lake is what it was at snapshot 1")
    assert "back to snapshot 1" in run("history")[1].out
    assert run("doctor")[0] == 0


def test_a_ledger_that_does_not_read_is_told_by_the_doctor(run, lake):
    max((lake.path / "ledger" / "_delta_log").glob("*.json")).write_bytes(b"")
    status, printed = run("doctor")
    assert status == 1
    assert printed.out.startswith(
        "ledger: The newest entry of the ledger's log is cut off. Snapshot"
    )
