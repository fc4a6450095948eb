"""`digest` on a lake of three calls: printed, written into a folder, as JSON."""

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


def test_the_digest_is_printed_with_its_subject_on_the_first_line(run):
    status, printed = run("digest", "--month", "2026-10")
    assert status == 0
    assert printed.out.splitlines()[0].startswith("Oct 2026: ")
    assert "What changed in Oct 2026" in printed.out


def test_it_is_written_as_html_and_text_and_again_it_replaces_itself(run, tmp_path):
    for _ in range(2):
        status, printed = run("digest", "--month", "2026-10", "--to", tmp_path / "out" / "mail")
        assert status == 0 and "digest-2026-10.html" in printed.err
        assert printed.out == ""
    names = sorted(path.name for path in (tmp_path / "out" / "mail").iterdir())
    assert names == ["digest-2026-10.html", "digest-2026-10.txt"]
    text = (tmp_path / "out" / "mail" / "digest-2026-10.txt").read_text(encoding="utf-8")
    html = (tmp_path / "out" / "mail" / "digest-2026-10.html").read_text(encoding="utf-8")
    assert f"<title>{text.splitlines()[0]}</title>" in html


def test_as_json_it_is_one_value_with_the_files_that_were_written(run, tmp_path):
    told = json.loads(run("digest", "--json", "--to", tmp_path / "out")[1].out)
    assert told["month"] == "2026-10"
    assert [part["title"] for part in told["parts"]][2] == "Data problems"
    assert [file.rsplit(".")[-1] for file in told["files"]] == ["html", "txt"]


def test_an_empty_lake_is_said_to_be_empty(tmp_path, capsys):
    assert main(["digest", "--lake", str(tmp_path / "nothing")]) == 1
    assert capsys.readouterr().err == "The lake is empty.\n"


def test_of_a_damaged_lake_nothing_is_written(run, lake, tmp_path):
    for file in lake.snapshot().files("calls"):
        with open(file, "r+b") as stored:
            stored.write(b"XXXX")
    status, printed = run("digest", "--to", tmp_path / "out")
    assert status == 1 and "is not as it was written" in printed.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_cannot_be_written_to(run, tmp_path):
    (tmp_path / "out").write_text("taken")
    status, printed = run("digest", "--to", tmp_path / "out")
    assert status == 1 and "cannot be written to" in printed.err
