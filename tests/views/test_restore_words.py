"""What the screen of a damaged lake says."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.doctor import Fault
from arp.views import restore_words

ROW = LedgerRow(
    snapshot=4,
    at=datetime(2026, 11, 3, 9, 30, tzinfo=UTC),
    who="Ana",
    kind="upload",
    upload_id="upload-4",
    feed="cad",
    file_name="October.xlsx",
    sha256="",
    tallies={},
    months=(),
    undated=0,
    versions={},
)


def fault(table: str) -> Fault:
    return Fault(table=table, sentence="", what_to_do="")


def test_what_is_damaged_is_one_sentence() -> None:
    said = restore_words.damage([fault("calls"), fault("calls"), fault("ledger")])
    assert said.startswith("On the disk, 3 places in the stored calls and history can no longer")
    assert restore_words.damage([]) == ""


def test_files_to_upload_again_are_named_and_undos_are_not() -> None:
    undo = replace(ROW, kind="undo", undoes="upload-3")
    lost = restore_words.lost([undo, ROW])
    assert (
        lost.sentence == "2 changes saved after it will no longer count. Upload these files again:"
    )
    assert [line.split(",")[0] for line in lost.lines] == ["October.xlsx"]
    assert restore_words.lost([]).sentence.endswith("nothing is lost.")


def test_a_state_is_named_by_its_change() -> None:
    assert "after October.xlsx was saved by Ana (snapshot 4)" in restore_words.state(ROW)
    assert "(recovery)" in restore_words.state(replace(ROW, kind="recovery", file_name=""))
    assert str(Path("/lake")) in restore_words.no_way_back(Path("/lake"))
