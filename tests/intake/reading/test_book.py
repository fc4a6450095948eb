"""Excel 97 and OpenDocument workbooks, by the reader that knows where cells stand."""

from __future__ import annotations

import pytest

from arp.intake.reading import book
from arp.words.findings import Refused
from tests.intake import ugly


def test_an_excel_97_workbook_reads_as_text_where_it_stands() -> None:
    rows = [(), (), (None, "Call Number", "Received"), (None, "0025000", 46000.5), (), (None, 7.0)]

    [sheet], notes = book.sheets(ugly.xls(rows))

    assert (sheet.name, sheet.first_row, sheet.first_column) == ("Calls", 3, 2)
    assert [list(row.values()) for row in sheet.cells.to_pylist()] == [
        ["Call Number", "Received"],
        ["0025000", "46000.5"],
        [None, None],
        ["7", None],
    ]
    assert notes == []


BLANK_ROWS = (
    '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
)


def test_an_opendocument_sheet_reads_as_text_where_it_stands() -> None:
    cells = [
        ugly.ods_cell("string", shown="0025000"),
        ugly.ods_cell("date", "2026-10-05T14:05:11"),
        ugly.ods_cell("date", "2026-10-05"),
        ugly.ods_cell("time", "PT14H05M11S"),
        ugly.ods_cell("time", "PT36H00M00S"),
        ugly.ods_cell("float", "12697"),
        ugly.ods_cell("boolean", "true"),
    ]
    row = f"<table:table-row><table:table-cell/>{''.join(cells)}</table:table-row>"
    data = ugly.ods(BLANK_ROWS.format(3) + row + BLANK_ROWS.format(1_048_000))

    [sheet], _ = book.sheets(data)

    assert (sheet.first_row, sheet.first_column, sheet.typed_dates) == (4, 2, (1, 2, 3))
    assert [list(row.values()) for row in sheet.cells.to_pylist()] == [
        [
            "0025000",
            "2026-10-05 14:05:11",
            "2026-10-05 00:00:00",
            "14:05:11",
            "36:00:00",
            "12697",
            "TRUE",
        ]
    ]


def test_a_sheet_too_wide_is_refused() -> None:
    row = f"<table:table-row>{ugly.ods_cell('string', shown='a', repeated=501)}</table:table-row>"

    with pytest.raises(Refused) as refused:
        book.sheets(ugly.ods(row))

    assert refused.value.finding.kind.key == "too_many_columns"


def test_a_hidden_sheet_is_read_and_told() -> None:
    def hide(workbook, sheet) -> None:  # type: ignore[no-untyped-def]
        workbook.add_worksheet("Old").write(0, 0, "kept")
        workbook.get_worksheet_by_name("Old").hide()

    sheets, notes = book.sheets(ugly.xlsx(also=hide))

    assert [sheet.hidden for sheet in sheets] == [False, True]
    assert [note.kind.key for note in notes] == ["hidden_sheet"]


def test_a_single_sheet_is_laid_out_from_its_first_cell() -> None:
    columns, first_row, first_column = book.laid_out(ugly.xlsx(at="C5"), "Calls")

    assert (first_row, first_column, len(columns)) == (5, 3, 4)
    assert columns[1].to_pylist() == ["Received", "2026-10-05 14:05:11", "2026-10-06 23:59:59"]
