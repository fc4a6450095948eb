"""One pass over a sheet's XML, in pieces cut anywhere."""

from __future__ import annotations

import random

import pytest

from arp.intake.reading import survey as surveying
from arp.intake.reading.survey import Survey, column_number, survey
from tests.intake.ugly import MAIN, cell

SHEET = (
    f'<worksheet {MAIN}><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>'
    f'<sheetData><row r="3" hidden="1">{cell("C3", "id")}<c r="D3" s="4"/></row>'
    '<row r="5"><c r="D5" s="2"><v>46000.5</v></c><c r="E5" t="b"><v>1</v></c></row>'
    '<row r="6"><c r="C6" t="d"><v>2026-10-05T14:05:11</v></c><c r="F6" t="e"><f>1/0</f>'
    '<v>#DIV/0!</v></c><c r="G6"><f>X1</f><v></v></c></row>'
    '<row r="9"><c r="D9" s="3"><v>1234567890123456789</v></c></row>'
    '<row r="700" s="1" customFormat="1"/></sheetData></worksheet>'
).encode()
SEEN = Survey(
    first_row=3,
    last_row=9,
    first_column=3,
    last_column=7,
    last_listed_row=700,
    cells=7,
    hidden_rows=1,
    hidden_columns={2, 3},
    error_cells=[(6, 6, "#DIV/0!")],
    uncached_formulas=1,
    long_numbers={4: 1},
    styles={4: {2, 3}, 7: {0}},
    iso_dates={3},
    booleans={5},
)


@pytest.mark.parametrize("size", [1, 7, 50, 333, 10_000])
def test_the_pass_sees_the_same_however_the_xml_is_cut(size: int) -> None:
    pieces = [SHEET[start : start + size] for start in range(0, len(SHEET), size)]

    assert survey(pieces) == SEEN


USUAL = (
    '<c r="B%d" s="1"><v>46000.5</v></c><c r="C%d" t="s"><v>7</v></c><c r="D%d" s="9"/>'
    '<c r="E%d" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>'
)
ROW_MARKS = (*[' ht="15" customHeight="1"', ' spans="2:5"', ""] * 5, ' hidden="1"')
UNUSUAL = (
    "",
    '<c r="B%d" s="1"><v>1234567890123456</v></c>',
    '<c r="B%d" s="1"><v>-1.5E+22</v></c>',
    '<c r="B%d" s="2"><v>1</v></c>',
    '<c r="B%d" t="e"><v>#REF!</v></c>',
    '<c r="B%d" t="b"><v>1</v></c>',
    '<c r="B%d"><f>A1</f></c>',
    '<c r="B%d" s="1"><f>A1</f><v>5</v></c>',
    '<c r="AA%d" t="d"><v>2026-10-05</v></c>',
    '<c t="s" r="G%d"><v>7</v></c>',
    '<c s="4"/><c r="B%d" s="1"><v>5</v></c>',
    '<c r="E%d" t="inlineStr"><is><r><t>rich</t></r></is></c>',
)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("size", [2_000, 10_000_000])
def test_a_row_passed_over_whole_hid_nothing(
    seed: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random.seed(seed)
    held = [USUAL] * 300 + [*UNUSUAL] * 3
    random.shuffle(held)
    rows = (
        f'<row r="{number}"{random.choice(ROW_MARKS)}>{cells.replace("%d", str(number))}</row>'
        for number, cells in enumerate(held, start=3)
    )
    sheet = f"<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>".encode()
    monkeypatch.setattr(surveying, "_TOP", 5_000)
    every_cell = survey([sheet])
    patterns = []
    made = surveying._usual_rows
    monkeypatch.setattr(
        surveying, "_usual_rows", lambda *given: patterns.append(made(*given)) or patterns[-1]
    )
    monkeypatch.setattr(surveying, "_WORTH_A_PATTERN", 1_000)

    by_pattern = survey(sheet[start : start + size] for start in range(0, len(sheet), size))

    assert by_pattern == every_cell
    assert (every_cell.last_row, len(every_cell.error_cells)) == (2 + len(held), 3)
    assert len(patterns[0].findall(sheet)) > 200


@pytest.mark.parametrize("worth", [0, 1 << 20])
@pytest.mark.parametrize(
    ("style", "value", "listed"),
    [("7", "2958466", 1), ("7", "99999999.5", 1), ("7", "2958465", 0), ("8", "99999999", 0)],
)
def test_a_number_beyond_the_last_date_is_an_error_where_dates_are_shown(
    style: str, value: str, listed: int, worth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "_WORTH_A_PATTERN", worth)
    rows = "".join(f'<row r="{n}"><c r="B{n}" s="{style}"><v>46300.5</v></c></row>' for n in (2, 3))
    last = f'<row r="4"><c r="B4" s="{style}"><v>{value}</v></c></row>'
    sheet = f"<worksheet {MAIN}><sheetData>{rows}{last}</sheetData></worksheet>".encode()

    seen = survey([sheet], frozenset([7]))

    assert seen.error_cells == [(4, 2, "#######")] * listed


def test_a_blank_sheet_has_no_box() -> None:
    seen = survey([f'<worksheet {MAIN}><sheetData><row r="9"/></sheetData></worksheet>'.encode()])

    assert (seen.cells, seen.height, seen.width) == (0, 0, 0)


def test_cells_that_do_not_say_where_they_stand_are_owned_up_to() -> None:
    seen = survey([f"<worksheet {MAIN}><sheetData><row><c><v>1</v></c></row>".encode()])

    assert not seen.placed


def test_columns_are_counted_as_letters_are() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16_384]
