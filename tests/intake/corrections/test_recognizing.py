import pytest

from arp.intake.corrections.recognizing import sent_back
from arp.intake.reading.opening import opened
from arp.intake.sheet import Workbook
from arp.words.corrections import AS_SENT_TAB, FINDINGS_TAB, ROW_HEADER
from arp.words.findings import Refused
from tests.intake.corrections import round_trip as trip

MONTH = b"""Incident Number,Call Type,Received,On Scene,Crew
0025000,Alarm,soon,10/13/2026 14:20:00,x
0025001,Noise,10/14/2026 14:00:00,later,y
0025002,Noise,10/14/2026 14:00:00,10/14/2026 15:00:00,z
"""


@pytest.fixture(scope="module")
def data():
    return trip.corrections(MONTH)


def recognized(data, mend=lambda book: None):
    kind, sheets, findings = opened(trip.mended(data, mend))
    return sent_back(Workbook(file_name="x", sha256="", format=kind, size=0, sheets=tuple(sheets)))


def cells(grid):
    return [tuple(row.values()) for row in grid.cells.to_pylist()]


def test_an_ordinary_file_is_none():
    assert sent_back(trip.read("cad.csv", MONTH)) is None


def test_rows_as_they_are_now_and_as_they_were_sent(data):
    (back,) = recognized(data, trip.typed({"C2": "10/13/2026 14:00:00"})).sheets
    assert [row[2] for row in cells(back.now)] == ["10/13/2026 14:00:00", "10/14/2026 14:00:00"]
    assert [row[2] for row in cells(back.sent)] == ["soon", "10/14/2026 14:00:00"]
    assert back.places == {2: 2, 3: 3} and back.sent.rows.to_pylist() == [2, 3]


def test_columns_are_found_wherever_they_stand_now(data):
    def shift(book):
        book["Rows"].insert_cols(1, 2)
        book["Rows"].insert_rows(1)

    (back,) = recognized(data, shift).sheets
    assert [row[0] for row in cells(back.now)] == ["0025000", "0025001"]
    assert back.places == {3: 2, 4: 3} and back.mapping.header_row == 2


def test_a_row_that_was_added_has_no_place_and_stands_last(data):
    def add(book):
        book["Rows"].insert_rows(2)
        book["Rows"]["A2"] = "0099"

    (back,) = recognized(data, add).sheets
    assert [row[0] for row in cells(back.now)] == ["0025000", "0025001", "0099"]
    assert back.places == {3: 2, 4: 3}


def test_an_unused_column_may_go_and_the_findings_too(data):
    def drop(book):
        del book[FINDINGS_TAB]
        book["Rows"].delete_cols(5)

    (back,) = recognized(data, drop).sheets
    assert [row[4] for row in cells(back.now)] == [None, None]


def rename(place):
    return trip.typed({place: "Something else"})


@pytest.mark.parametrize(
    "spoil",
    [
        rename("C1"),
        rename("F1"),
        lambda book: setattr(book["Rows"], "title", "Elsewhere"),
        lambda book: book[AS_SENT_TAB].delete_rows(2),
    ],
    ids=["a used header", ROW_HEADER, "the sheet's name", "how it was read"],
)
def test_rows_that_cannot_be_matched_are_refused(data, spoil):
    with pytest.raises(Refused) as refusal:
        recognized(data, spoil)
    assert refusal.value.finding.kind.key == "corrections_not_matched"


def test_the_refusal_is_one_sentence_of_the_upload(data):
    found = trip.understood(trip.mended(data, rename("C1")), None)
    assert found.change is None
    assert "can no longer be matched" in found.refused.message
