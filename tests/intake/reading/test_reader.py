"""From bytes to a workbook through a child that may die of it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path

import pytest

from arp.intake.reading import child, memory, reader
from arp.words.findings import Refused
from tests.intake import ugly
from tests.real.conftest import LANE, SAN_FRANCISCO_2020, TAKOMA_CSV, TAKOMA_XLSX, real


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        reader.read(name, data)
    assert refused.value.finding.message.endswith(".")
    return refused.value.finding.kind.key


def test_a_workbook_comes_back_with_its_cells_and_its_seal() -> None:
    data = ugly.xlsx(at="C5")

    workbook = reader.read("October.xlsx", data)

    assert (workbook.file_name, workbook.format, workbook.size) == (
        "October.xlsx",
        "xlsx",
        len(data),
    )
    assert workbook.sha256 == hashlib.sha256(data).hexdigest()
    assert workbook.findings == ()
    [sheet] = workbook.sheets
    assert (sheet.name, sheet.first_row, sheet.first_column) == ("Calls", 5, 3)
    assert sheet.cells["0"].to_pylist() == ["Call Number", "0025000", "0025001"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("October.xls", ugly.xlsx(), "xlsx"),
        ("October.csv", ugly.xlsx(), "xlsx"),
        ("October.xlsx", b"id,type\n1,a\n", "csv"),
        ("October.xlsx", ugly.xls(ugly.CALLS[:1]), "xls"),
    ],
)
def test_content_wins_over_the_name_and_says_so(name: str, data: bytes, kind: str) -> None:
    workbook = reader.read(name, data)

    assert workbook.format == kind
    assert [finding.kind.key for finding in workbook.findings] == ["content_not_name"]


def test_the_files_name_is_a_label_and_opens_nothing() -> None:
    name = "../../etc/passwd<img src=x>.csv"

    assert reader.read(name, b"id,type\n1,a\n").file_name == name


KILLERS = {
    "one cell in the last row and column": (ugly.far_cell(), "far_cell"),
    "a zip bomb": (ugly.zip_bomb(), "zip_bomb"),
    "a billion laughs": (ugly.with_document_type(), "entity_declaration"),
    "one long text in 200,000 cells": (ugly.shared_text_amplified(), "too_much_text"),
    "an OLE2 file that runs in a circle": (
        ugly.compound({"Workbook": b"x" * 5_000}, looped=True),
        "damaged_file",
    ),
    "a sheet of seventeen billion repeated cells": (
        ugly.ods(
            '<table:table-row table:number-rows-repeated="1048576">'
            + ugly.ods_cell("string", shown="a", repeated=16_384)
            + "</table:table-row>"
        ),
        "damaged_file",
    ),
    "a text that is not there": (
        ugly.raw_xlsx('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        "damaged_file",
    ),
    "XML that stops": (ugly.raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><c'), "damaged_file"),
    "half an Excel 97 workbook": (ugly.xls([("a", "b")] * 200)[:3_000], "damaged_file"),
    "a workbook without a cell": (ugly.raw_xlsx(""), "no_data"),
    "a text of commas": (b",,,\n,,,\n", "no_data"),
}


@pytest.mark.parametrize("case", KILLERS)
def test_what_kills_a_reader_is_refused_in_seconds_with_one_sentence(case: str) -> None:
    data, key = KILLERS[case]
    began = time.monotonic()

    assert refusal("October.xlsx", data) == key
    assert time.monotonic() - began < 20


def stand_in(folder: Path, code: str) -> str:
    script = folder / "child.py"
    script.write_text(code)
    return str(script)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "unreadable"),
        ("import os; os.abort()", "unreadable"),
        ("import sys; sys.exit(1)", "unreadable"),
        ("import time; time.sleep(60)", "unreadable"),
        ("held = bytearray(b'x') * 300_000_000\nimport time; time.sleep(60)", "unreadable"),
        ("print('half a parcel')", "unreadable"),
        (f"import sys; sys.exit({child.UNREADABLE})", "damaged_file"),
    ],
)
def test_however_the_child_ends_the_server_goes_on(
    code: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "__file__", stand_in(tmp_path, code))
    monkeypatch.setattr(child, "MOST_MEMORY", 200_000_000)
    monkeypatch.setattr(reader, "MOST_SECONDS", 3)

    assert refusal("October.csv", b"id,type\n1,a\n") == key


UNLIMITED = (
    "import resource, runpy, sys\n"
    "resource.setrlimit = lambda *limit: None\n"
    f"sys.argv[0] = {child.__file__!r}\n"
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere this is the only road")
@pytest.mark.parametrize("ask", [memory.resident_bytes, memory._of_unix])
def test_where_the_system_sets_no_limit_the_watchdog_ends_a_reader_that_grows(
    ask: Callable[[int], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []

    def looked(pid: int) -> int:
        held.append(ask(pid))
        return held[-1]

    monkeypatch.setattr(child, "__file__", stand_in(tmp_path, UNLIMITED))
    monkeypatch.setattr(child, "MOST_MEMORY", 500_000_000)
    monkeypatch.setattr(reader, "resident_bytes", looked)

    assert refusal("October.xlsx", ugly.shared_text_amplified()) == "too_much_text"
    assert 500_000_000 < max(held) < 3_000_000_000  # it grew, was seen and was ended
    assert [sheet.name for sheet in reader.read("October.xlsx", ugly.xlsx()).sheets] == ["Calls"]


def test_two_files_are_read_at_once_and_a_third_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    code = (
        f"import time\nfile = open({str(log)!r}, 'a')\n"
        "file.write('+'); file.flush(); time.sleep(0.5); file.write('-'); file.flush()\n"
        f"import os; os._exit({child.UNREADABLE})"
    )
    monkeypatch.setattr(child, "__file__", stand_in(tmp_path, code))

    with ThreadPoolExecutor(5) as hands:
        said = list(hands.map(lambda n: refusal(f"{n}.csv", b"id,type\n1,a\n"), range(5)))

    at_once = list(accumulate({"+": 1, "-": -1}[mark] for mark in log.read_text()))
    assert said == ["damaged_file"] * 5
    assert (max(at_once), at_once[-1]) == (2, 0)


def test_whatever_stops_the_first_child_a_careful_one_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = (
        f"import os, sys, runpy\nif '--careful' not in sys.argv: os._exit({child.UNREADABLE})\n"
        f"sys.argv[0] = {child.__file__!r}; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    monkeypatch.setattr(child, "__file__", stand_in(tmp_path, hasty))

    assert refusal("October.xlsx", ugly.with_document_type()) == "entity_declaration"


def test_the_child_imports_the_reader_alone() -> None:
    code = (
        "import sys, runpy; sys.argv = ['child']; sys.stdin.buffer; "
        f"runpy.run_path({child.__file__!r})['main'](); "
        "sys.stderr.write(' '.join(name for name in sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        input=b"id,type\n1,a\n",
        capture_output=True,
        check=True,
    )

    loaded = done.stderr.decode().split()
    assert "arp.intake.reading.delimited" in loaded
    assert not {"pandas", "numpy", "duckdb", "ibis", "streamlit", "fastexcel"} & set(loaded)


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        (LANE, [("Abbrev list", 4_683), ("Notes", 9)]),
        (SAN_FRANCISCO_2020, [("the file", 10_411)]),
        (TAKOMA_CSV, [("the file", 11_736)]),
        (TAKOMA_XLSX, [("data", 11_736), ("dictionary", 12)]),
    ],
)
def test_real_exports_are_read_whole(name: str, sheets: list[tuple[str, int]]) -> None:
    path = real(name)

    workbook = reader.read(path.name, path.read_bytes())

    assert [(sheet.name, sheet.cells.num_rows) for sheet in workbook.sheets] == sheets
    assert workbook.findings == ()
