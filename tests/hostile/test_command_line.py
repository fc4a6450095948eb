"""Every made file through `python -m arp import`: a status, a sentence, never a trace."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from arp.cli import main
from arp.words.catalog import CATALOG
from tests.hostile.case import ANSWERS, ASKED, REFUSED, SAVED, Case
from tests.hostile.catalog import CASES
from tests.hostile.walked import is_one_plain_sentence

SAID = [f"--answer={key}={value}" for key, value in ANSWERS.items()]
LIGHT = [case for case in CASES if not case.heavy]
IN_A_PROCESS = (
    *("00 good.xlsx", "far cell only.xlsx", "sst ref amplify.xlsx", "encrypted.xlsx"),
    *("zipbomb cell 500MB.xlsx", "ole fat loop.xls", "dup headers.xlsx", "mixed encoding.csv"),
)


def written(case: Case, folder: Path) -> Path:
    path = folder / case.name
    path.write_bytes(case.make())
    return path


@pytest.mark.parametrize("case", LIGHT, ids=str)
def test_the_command_line_says_what_the_catalog_says(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, lake = written(case, tmp_path), tmp_path / "lake"

    status = main(["import", str(path), "--lake", str(lake), "--json", *SAID])

    said = capsys.readouterr()
    [result] = json.loads(said.out)
    assert (result["status"], status) == (case.outcome, int(case.outcome != SAVED))
    assert said.err == ""
    if case.outcome == ASKED:
        assert {question["key"] for question in result["questions"]}.issuperset(case.says)
    else:
        assert set(result["finding_counts"]).issuperset(case.says)
    if case.outcome == REFUSED:
        remedy = CATALOG[case.says[0]].remedy
        assert result["reason"].endswith(remedy)
        assert is_one_plain_sentence(result["reason"].removesuffix(remedy).strip())
        assert not lake.exists()


@pytest.mark.parametrize("name", IN_A_PROCESS)
def test_a_process_of_its_own_ends_in_order_and_leaves_no_trace(name: str, tmp_path: Path) -> None:
    [case] = [case for case in CASES if case.name == name]
    path = written(case, tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "arp", "import", str(path), "--lake", str(tmp_path / "lake"), *SAID],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == int(case.outcome != SAVED)
    assert done.stdout.startswith(f"{name}: {case.outcome.replace('_', ' ')}")
    assert "Traceback" not in done.stdout + done.stderr


def test_what_is_no_file_is_not_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "/dev/zero", str(tmp_path), "--lake", str(tmp_path / "lake")]) == 1

    assert capsys.readouterr().out.count("There is no such file") == 2


def test_a_file_larger_than_any_year_is_refused_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # 50 GB that take no room on the disk

    assert main(["import", str(path), "--lake", str(tmp_path / "lake")]) == 1

    assert "The file has 50,000 MB; the largest that can be read has 200 MB." in (
        capsys.readouterr().out
    )
