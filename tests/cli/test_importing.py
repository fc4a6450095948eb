"""`import`: each file has an outcome of its own, in JSON and in a sentence."""

import getpass
import json
from datetime import UTC, datetime

import pytest

from arp.cli import main
from arp.cli.importing import FINDINGS_SHOWN, who
from arp.lake import Lake
from tests.lake.drawn import calls, change

HEADER = "Call Number,Call Type,Received,Dispatched,On Scene,Cleared"


def row(day: int) -> str:
    clocks = (f"10/{day}/2026 14:{minute:02d}" for minute in (0, 2, 10, 40))
    return ",".join([f"26-{day:04d}", "Noise", *clocks])


ROWS = [row(day) for day in range(13, 29)]  # which number is the day can be known


@pytest.fixture
def lake(tmp_path):
    return tmp_path / "lake"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Police CAD.csv"
    path.write_text("\n".join([HEADER, *ROWS]))
    return path


def test_a_file_that_is_not_there_leaves_the_others_their_outcome(file, lake, tmp_path, capsys):
    missing = tmp_path / "missing.xlsx"
    assert main(["import", str(missing), str(file), "--lake", str(lake), "--json"]) == 1
    refused, saved = json.loads(capsys.readouterr().out)
    assert (refused["file"], refused["status"]) == ("missing.xlsx", "refused")
    assert refused["reason"] and refused["tables"] == {}
    assert (saved["status"], saved["tables"]["calls"]["new"]) == ("saved", len(ROWS))


def test_the_sentence_of_a_file_holds_the_sum_of_its_rows(file, lake, capsys):
    assert main(["import", str(file), "--lake", str(lake)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Police CAD.csv: saved as upload upload-1, feed police-cad.")
    assert "calls 16 rows read = 16 new + 0 replaced + 0 unchanged" in printed


def test_a_question_is_printed_with_the_answers_one_may_give(file, lake, capsys):
    file.write_text("\n".join([HEADER, *map(row, range(1, 13))]))
    assert main(["import", str(file), "--lake", str(lake)]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("Police CAD.csv: needs answer. ")
    assert "\n  --answer date_order" in printed
    assert "=mdy" in printed and "=dmy" in printed
    assert not Lake(lake).history()


def test_findings_of_one_kind_are_shown_up_to_a_hundred_and_counted_all(file, lake, capsys):
    unread = row(13).replace("10/13/2026 14:10", "some time")
    many = [unread.replace("26-0013", f"26-9{n:03d}") for n in range(120)]
    file.write_text("\n".join([HEADER, *ROWS * 20, *many]))
    main(["import", str(file), "--lake", str(lake), "--json"])
    (result,) = json.loads(capsys.readouterr().out)
    kind, count = max(result["finding_counts"].items(), key=lambda each: each[1])
    assert count == 120
    assert len([f for f in result["findings"] if f["kind"] == kind]) == FINDINGS_SHOWN


def test_the_lake_of_the_sample_city_takes_no_files(file, lake, capsys):
    made_up = change(calls("1:fight"), kind="sample")
    Lake(lake).commit(made_up, who="Ana", at=datetime(2026, 11, 3, tzinfo=UTC))
    assert main(["import", str(file), "--lake", str(lake), "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)
    assert result["status"] == "refused"
    assert len(Lake(lake).history()) == 1


def test_an_account_without_a_name_is_unknown(monkeypatch):
    def nobody():
        raise OSError

    monkeypatch.setattr(getpass, "getuser", lambda: "ana")
    assert who() == "ana"
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert who() == "unknown"
