"""Every way out: text that would be computed is marked as text, and LibreOffice computes nothing.

A new button, a new command or a new writer of files must be added here, with what it hands out.
"""

import ast
import csv
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from arp.views.export import picture
from arp.views.export.handout_workbook import handout_workbook
from arp.views.export.harmless import MARKS
from arp.views.export.program_workbook import program_workbook
from arp.views.export.template import template_workbook
from arp.views.export.workbook import csv as csv_of
from arp.views.export.workbook import workbook
from tests.views.export.drawn_handout import COMMITMENTS, handout
from tests.views.export.hostile import FORMULAS, MARKDOWN
from tests.views.export.test_picture import lines

ROOT = Path(__file__).parents[3]
HANDED_OUT = {  # page and file name of each button, and what it hands out
    ("_dropped", "'template.xlsx'"): ("template",),
    ("_findings", "'corrections.xlsx'"): ("corrections",),
    ("_handouts", "f\"{name}{('' if outside else '_inside')}.{ending}\""): (
        "pdf",
        "pptx",
        "handout",
        "html",
    ),
    ("_numbers", "f'{key}.{ending}'"): ("workbook", "csv", "png", "svg"),
    ("_rows", "f'{indicator.key}_rows.xlsx'"): ("workbook",),
    ("call", "'call.xlsx'"): ("workbook",),
    ("settings", "'program.xlsx'"): ("program",),
}
WRITES_CSV = {"arp/views/export/harmless.py"}
CORRECTIONS = "arp/views/export/corrections.py"  # goes back to its sender: every cell is text
WRITES_TEXT_CELLS = {"arp/views/export/harmless.py", CORRECTIONS}
MAKES_WORKBOOKS = {CORRECTIONS} | {
    f"arp/views/export/{name}.py" for name in ("workbook", "template", "program_workbook")
}
NOT_HANDED_OUT = {"arp/sample"}  # workbooks of the made-up city, written for trials
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
LABELS = {"call_type": [*FORMULAS, *MARKDOWN], "n": -1}


def settings():
    """Rows of the settings as somebody hostile would fill them in."""
    import json

    return [
        {
            "section": "teams",
            "name": text,
            "valid_from": None,
            "valid_to": None,
            "value": json.dumps({"team": text, "title": text}),
            "set_by": text,
            "why": text,
        }
        for text in FORMULAS
    ]


def corrections():
    """A month in which every row that has a fault is hostile in all its cells."""
    import io

    from tests.intake.corrections.round_trip import corrections as corrections_of

    held = io.StringIO()
    written = csv.writer(held)
    written.writerow(["Call number", "Received", "On scene", "Call type", "Disposition"])
    for number, text in enumerate([*FORMULAS, *["Fire"] * 30]):
        day = f"2026-10-{number % 28 + 1:02}"
        on_scene = f"{day} 14:10" if text == "Fire" else text
        written.writerow([f"26-{number}", f"{day} 14:00", on_scene, text, text])
    return corrections_of(held.getvalue().encode())


WORKBOOKS = {
    "corrections": corrections,
    "workbook": lambda: workbook({"Rows": pd.DataFrame(LABELS)}, [(t, t) for t in FORMULAS]),
    "titles": lambda: workbook({"Rows": pd.DataFrame([[1] * len(FORMULAS)], columns=FORMULAS)}),
    "template": template_workbook,
    "handout": lambda: handout_workbook(handout(commitments=COMMITMENTS, title=FORMULAS[0])),
    "program": lambda: program_workbook(settings()),
}


def calls(folder, *names):
    """Every call of one of these names in a folder: file, and the call."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called in names:
                    yield path.relative_to(ROOT), node


def files(folder, *names):
    found = {str(path) for path, _ in calls(folder, *names)}
    return {path for path in found if not path.startswith(tuple(NOT_HANDED_OUT))}


def test_every_download_of_the_pages_is_known_here():
    found = set()
    for path, node in calls("pages", "download_button"):
        names = [word.value for word in node.keywords if word.arg == "file_name"]
        found.add((path.stem, ast.unparse(names[0])))
    assert found == set(HANDED_OUT)


def test_csv_is_written_in_one_place_only():
    assert files("arp", "to_csv") | files("pages", "to_csv") == WRITES_CSV


def test_text_cells_of_workbooks_are_written_in_one_place_only():
    writers = ("write_string", "write_row", "write_column", "write_rich_string", "write_formula")
    assert files("arp", *writers, "write_url", "write_array_formula") == WRITES_TEXT_CELLS


def test_workbooks_are_made_by_the_known_modules_only():
    makers = {
        str(path)
        for path, node in calls("arp", "Workbook", "to_excel", "ExcelWriter")
        if "xlsxwriter" in ast.unparse(node.func) or "openpyxl" in ast.unparse(node.func)
    }
    assert {m for m in makers if not m.startswith(tuple(NOT_HANDED_OUT))} == MAKES_WORKBOOKS


def test_the_tables_and_charts_of_streamlit_offer_no_way_out_of_their_own():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert config["client"]["disableDataExport"] is True


@pytest.mark.parametrize("made", WORKBOOKS.values(), ids=WORKBOOKS)
def test_no_cell_of_a_workbook_is_a_formula_and_what_looks_like_one_is_marked_as_text(made):
    book = openpyxl.load_workbook(BytesIO(made()))
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type != "f", cell.coordinate
            assert cell.hyperlink is None
            if isinstance(cell.value, str) and cell.value.startswith(MARKS):
                assert cell.quotePrefix or cell.number_format == "@", cell.coordinate


def test_no_field_of_a_csv_begins_like_a_formula_unless_it_is_a_number():
    text = csv_of(pd.DataFrame(LABELS)).decode("utf-8-sig")
    for row in csv.reader(StringIO(text, newline="")):
        assert not row[0].startswith(MARKS)
    assert "-1" in text


def test_the_command_line_prints_csv_by_the_same_door():
    (path,) = {str(path) for path, _ in calls("arp/cli", "delimited")}
    assert path == "arp/cli/commands.py"


def test_a_picture_shows_words_and_does_nothing():
    words = "".join(MARKDOWN)
    drawn = picture.svg(lines(), question=words, finding=words, foot=words)
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawn).iter()}
    assert not tags & {"img", "image", "script", "a", "foreignObject"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice shows of each sheet of each export, as lists of rows."""
    if shutil.which("soffice") is None:
        pytest.skip(
            "LibreOffice is not installed here: `apt-get install libreoffice-calc` adds it."
        )
    folder = tmp_path_factory.mktemp("opened")
    for name, made in WORKBOOKS.items():
        (folder / f"{name}.xlsx").write_bytes(made())
    (folder / "numbers.csv").write_bytes(csv_of(pd.DataFrame(LABELS)))
    for ending, how in {"xlsx": (), "csv": ("--infilter=CSV:44,34,76,1",)}.items():
        sources = sorted(map(str, folder.glob(f"*.{ending}")))
        home = f"-env:UserInstallation=file://{folder}/home"
        subprocess.run(
            ["soffice", "--headless", home, *how, "--convert-to", SHOWN]
            + ["--outdir", folder / "out", *sources],
            check=True,
            capture_output=True,
            timeout=240,
        )
    return {
        path.stem: list(csv.reader(StringIO(path.read_text("utf-8-sig"), newline="")))
        for path in (folder / "out").iterdir()
    }


def bare(text):
    """A text without the line breaks, tabs and quote that files of text cannot be asked to keep."""
    return "".join(text.split()).lstrip("'")


def test_opened_in_libreoffice_every_formula_is_still_its_own_text(opened):
    expected = sorted(bare(text) for text in (*FORMULAS, *MARKDOWN))
    for sheet in ("workbook-Rows", "numbers-numbers"):
        found = next(rows for name, rows in opened.items() if name in (sheet, sheet.split("-")[0]))
        assert sorted(bare(row[0]) for row in found[1:]) == expected, sheet


def test_opened_in_libreoffice_the_program_workbook_computes_nothing(opened):
    teams = opened["program-Teams"][1:]
    assert sorted(bare(row[0]) for row in teams) == sorted(map(bare, FORMULAS))
    assert not {"2", "0", "#NAME?", "Err:509"} & {cell for row in teams for cell in row}
