"""Bytes to sheets in one process, whatever kind of file they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from arp.intake.reading import ahead, limits
from arp.intake.reading.opening import opened
from arp.words.findings import Refused
from tests.intake import ugly

Ahead = Callable[[bytes], Any] | None

CALL = f'<row r="3">{ugly.cell("B3", "0025000")}</row>'
ODS_ROW = f"<table:table-row>{ugly.ods_cell('string', shown='0025000')}</table:table-row>"
FILES = {
    "a workbook": (ugly.raw_xlsx(CALL), "xlsx"),
    "a workbook of Excel 97": (ugly.xls([("0025000",)]), "xls"),
    "an OpenDocument sheet": (ugly.ods(ODS_ROW), "ods"),
    "a text": (b"0025000,a\n", "csv"),
}


@pytest.mark.parametrize("case", FILES)
@pytest.mark.parametrize("beforehand", [None, ahead.begun])
def test_every_kind_of_file_is_opened_by_its_own_reader(case: str, beforehand: Ahead) -> None:
    data, kind = FILES[case]

    found, [sheet], findings = opened(data, beforehand and beforehand(data))

    assert found == kind
    assert sheet.cells["0"].to_pylist() == ["0025000"]
    assert findings == []


def hide_rows(book: object, sheet: object) -> None:
    sheet.set_row(1, None, None, {"hidden": True})  # type: ignore[attr-defined]
    book.add_worksheet("Notes").write(2, 1, "prose")  # type: ignore[attr-defined]
    book.add_worksheet("Blank")  # type: ignore[attr-defined]


def test_reading_while_looking_over_finds_what_looking_first_finds() -> None:
    data = ugly.xlsx(at="C5", also=hide_rows)

    at_once = opened(data, ahead.begun(data))

    assert at_once == opened(data)
    assert [sheet.name for sheet in at_once[1]] == ["Calls", "Notes"]


def test_a_careful_opening_reads_no_cell_before_the_file_is_let_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = []
    monkeypatch.setattr(ahead, "reader_of", lambda data: read.append(data))

    with pytest.raises(Refused) as refused:
        opened(ugly.far_cell())

    assert refused.value.finding.kind.key == "far_cell"
    assert read == []


@pytest.mark.parametrize("case", FILES)
def test_text_is_counted_as_it_comes_out(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_TEXT_BYTES", 5)

    data, _ = FILES[case]

    with pytest.raises(Refused) as refused:
        opened(data, ahead.begun(data))

    assert refused.value.finding.kind.key == "too_much_text"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (ugly.raw_xlsx(""), "no_data"),
        (b",,,\n,,,\n", "no_data"),
        (ugly.with_document_type(), "entity_declaration"),
        (ugly.xlsx()[:2_000], "damaged_file"),
        (b"%PDF-1.7", "wrong_format"),
    ],
)
@pytest.mark.parametrize("beforehand", [None, ahead.begun])
def test_what_may_not_come_in_is_refused_either_way(
    data: bytes, key: str, beforehand: Ahead
) -> None:
    with pytest.raises(Refused) as refused:
        opened(data, beforehand and beforehand(data))

    assert refused.value.finding.kind.key == key
