"""Workbooks of Excel: every cell as text, where it stands, with what was noticed."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from arp.intake.reading import xlsx
from arp.intake.sheet import Sheet
from arp.words.findings import Refused
from tests.intake import ugly

KINDS: tuple[tuple[Any, str | None], ...] = (
    ("0025000", "0025000"),
    ("12345678901234567890", "12345678901234567890"),
    (12697, "12697"),
    (12697.0, "12697"),
    (-5, "-5"),
    (43101.0256944444, "43101.025694444"),
    (35.98933170425576, "35.989331704"),
    (0.00001, "0.00001"),
    (datetime(2026, 10, 5, 14, 5, 11), "2026-10-05 14:05:11"),
    (datetime(2026, 10, 5, 14, 5, 11, 700_000), "2026-10-05 14:05:12"),
    (datetime(2026, 12, 31, 23, 59, 59, 900_000), "2027-01-01 00:00:00"),
    (date(2026, 10, 5), "2026-10-05 00:00:00"),
    (time(14, 5, 11), "14:05:11"),
    (time(0, 0), "00:00:00"),
    (timedelta(hours=30, minutes=5), "30:05:00"),
    (True, "TRUE"),
    (False, "FALSE"),
    ("true", "true"),
    ("NA", "NA"),
    ("None", "None"),
    ("null", "null"),
    ("#REF!", "#REF!"),
    ("2018-01-01 23:59:59.991", "2018-01-01 23:59:59.991"),
    ("1899-12-31 14:05:01", "1899-12-31 14:05:01"),
    (" spaced ", " spaced "),
    ("two\nlines", "two\nlines"),
    ("bell\x07", "bell"),
    ("=1+1", "=1+1"),
    ("x" * 32_767, "x" * 32_767),
    (None, None),
    ("", None),
)


def one(data: bytes) -> Sheet:
    [sheet], _ = xlsx.sheets(data)
    return sheet


def notes_of(data: bytes) -> list[tuple[str, int | None]]:
    return [(finding.kind.key, finding.n) for finding in xlsx.sheets(data)[1]]


@pytest.mark.parametrize("epoch", [1900, 1904])
def test_every_kind_of_cell_reads_as_text(epoch: int) -> None:
    data = ugly.xlsx(
        [[value for value, _ in KINDS], ["end"] * len(KINDS)], options={"date_1904": epoch == 1904}
    )

    row = list(one(data).cells.to_pylist()[0].values())

    assert row == [text for _, text in KINDS]


def test_kinds_mixed_in_one_column_read_each_as_itself() -> None:
    exact = [(value, text) for value, text in KINDS if isinstance(value, str) or not value]
    mixed = [pair for pair in KINDS if pair not in exact]
    data = ugly.xlsx([[value, "x"] for value, _ in mixed])

    assert one(data).cells["0"].to_pylist() == [text for _, text in mixed]


@pytest.mark.parametrize("at", ["A1", "C5", "Z300"])
def test_the_spreadsheets_own_row_numbers_are_kept(at: str) -> None:
    rows = [*ugly.CALLS, (), (), ("0025002", None, None, 1)]

    sheet = one(ugly.xlsx(rows, at=at))

    top, left = {"A1": (1, 1), "C5": (5, 3), "Z300": (300, 26)}[at]
    assert (sheet.first_row, sheet.first_column) == (top, left)
    assert sheet.row_number(sheet.cells["0"].to_pylist().index("0025002")) == top + 5
    assert sheet.cells.to_pylist()[3] == dict.fromkeys(["0", "1", "2", "3"])
    assert sheet.typed_dates == (1,)


def test_cells_equal_those_of_a_second_reader() -> None:
    import openpyxl

    rows = [
        [f"00{n:05d}", datetime(2026, 10, 1) + timedelta(minutes=7 * n), n, n / 7, n % 2 == 0]
        for n in range(500)
    ]
    data = ugly.xlsx(rows, at="B3")

    ours = [list(row.values()) for row in one(data).cells.to_pylist()]

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for row, theirs in zip(ours, book["Calls"].iter_rows(min_row=3, min_col=2), strict=True):
        number, received, count, ratio, even = [cell.value for cell in theirs]
        assert row[0] == number
        assert row[1] == str(received)
        assert row[2] == str(count)
        assert float(row[3]) == pytest.approx(ratio, abs=1e-9)
        assert row[4] == str(even).upper()


def hide(book: Any, sheet: Any) -> None:
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_column("B:C", None, None, {"hidden": True})
    sheet.set_column("X:Z", None, None, {"hidden": True})
    other = book.add_worksheet("Old")
    other.write(0, 0, "kept")
    other.hide()


def test_what_is_hidden_is_read_and_told() -> None:
    data = ugly.xlsx(also=hide)

    [calls, old], _ = xlsx.sheets(data)

    assert (calls.hidden, calls.hidden_rows, calls.hidden_columns) == (False, 1, (1, 2))
    assert old.hidden
    assert notes_of(data) == [("hidden_rows", 1), ("hidden_columns", 2), ("hidden_sheet", None)]


def test_errors_and_formulas_never_calculated_are_told_apart_from_blanks() -> None:
    data = ugly.raw_xlsx(
        '<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><f>A1</f></c>'
        '<c r="D3"><f>A1</f><v/></c><c r="E3"><f>A1</f><v>7</v></c>'
        '<c r="F3" t="e"><v>#REF!</v></c></row>'
    )

    sheet = one(data)

    assert list(sheet.cells.to_pylist()[0].values()) == [None, None, None, "7", None]
    assert sheet.error_cells == ((3, 0, "#DIV/0!"), (3, 4, "#REF!"))
    assert sheet.uncached_formulas == 2
    assert notes_of(data) == [("uncached_formulas", 2)]


def test_formulas_without_results_around_a_table_do_not_move_it() -> None:
    data = ugly.raw_xlsx(
        '<row r="2"><c r="A2"><f>X1</f></c></row>'
        f'<row r="4">{ugly.cell("C4", "id")}{ugly.cell("D4", "type")}</row>'
        '<row r="9"><c r="H9"><f>X1</f><v></v></c></row>'
    )

    sheet = one(data)

    assert sheet.row_number(sheet.cells[str(3 - sheet.first_column)].to_pylist().index("id")) == 4


def test_numbers_that_have_lost_digits_are_told() -> None:
    data = ugly.xlsx([("id",), (1234567890123456789,), ("1234567890123456789",)])

    assert notes_of(data) == [("digits_lost", 1)]


def test_formatted_blank_rows_are_trimmed() -> None:
    blanks = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 20_000))

    sheet = one(ugly.raw_xlsx(f'<row r="1">{ugly.cell("A1", "id")}</row>{blanks}'))

    assert sheet.cells.num_rows == 1


def test_formatted_blank_rows_far_down_get_a_word() -> None:
    data = ugly.raw_xlsx(f'<row r="1">{ugly.cell("A1", "id")}</row><row r="20000" s="1"/>')

    assert [finding.row for finding in xlsx.sheets(data)[1]] == [20_000]


def test_the_declared_dimension_is_not_believed() -> None:
    data = ugly.raw_xlsx(
        f'<row r="1">{ugly.cell("A1", "id")}</row>', head='<dimension ref="A1:XFD1048576"/>'
    )

    assert one(data).cells.num_rows == 1


@pytest.mark.parametrize(
    ("row", "first_row", "cells"),
    [
        (
            '<row r="3"><c s="0" r="C3"><v>5</v></c><c s="0" r="D3"><v>6</v></c></row>',
            3,
            ["5", "6"],
        ),
        ("<row><c><v>5</v></c><c><v>6</v></c></row>", 1, ["5", "6"]),
    ],
)
def test_cells_written_in_other_ways_are_found(row: str, first_row: int, cells: list[str]) -> None:
    sheet = one(ugly.raw_xlsx(row))

    assert sheet.first_row == first_row
    assert list(sheet.cells.to_pylist()[0].values()) == cells


def test_a_sheet_under_a_namespace_prefix_is_read() -> None:
    part = (
        f"{ugly.PROLOG}<x:worksheet {ugly.MAIN.replace('xmlns', 'xmlns:x')}><x:sheetData>"
        '<x:row r="4"><x:c r="B4"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )

    sheet = one(ugly.raw_xlsx("", parts={"xl/worksheets/sheet1.xml": part}))

    assert (sheet.first_row, sheet.first_column, sheet.cells["0"].to_pylist()) == (4, 2, ["5"])


def add_chart(book: Any, sheet: Any) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Calls!$D$2:$D$3"})
    book.add_chartsheet("Picture").set_chart(chart)
    book.add_worksheet("Blank")
    book.add_worksheet("Notes").write(2, 1, "prose")


def test_charts_and_blank_sheets_are_left_out() -> None:
    sheets, _ = xlsx.sheets(ugly.xlsx(also=add_chart))

    assert [(sheet.name, sheet.first_row) for sheet in sheets] == [("Calls", 1), ("Notes", 3)]


ROW = f'<row r="1">{ugly.cell("A1", "a")}'


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (ugly.far_cell(), "far_cell"),
        (ugly.raw_xlsx(f"{ROW}{ugly.cell('XFD1', 'z')}</row>"), "too_many_columns"),
        (ugly.raw_xlsx(f"{ROW}{ugly.cell('ZZZZ1', 'z')}</row>"), "damaged_file"),
        (
            ugly.raw_xlsx(f"{ROW}</row><row r='2'>{ugly.cell('A9999999', 'z')}</row>"),
            "damaged_file",
        ),
        (ugly.raw_xlsx("", without=["xl/worksheets/sheet1.xml"]), "damaged_file"),
        (ugly.raw_xlsx("", parts={"xl/workbook.xml": "<workbook"}), "damaged_file"),
        (
            ugly.xlsx(also=lambda book, sheet: [book.add_worksheet() for _ in range(100)]),
            "too_many_sheets",
        ),
    ],
)
def test_what_no_table_of_calls_looks_like_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(Refused) as refused:
        xlsx.sheets(data)

    assert refused.value.finding.kind.key == key
