import pytest

from arp.intake.recognition.header_place import HeaderPlace, header_place, place_said
from tests.intake.drawn import sheet

DATA = """
26-1 | Noise | 2026-10-05 14:00
26-2 | Theft | 2026-10-05 15:00
"""


def test_rows_of_data_have_no_header():
    assert header_place(sheet(DATA)) == HeaderPlace((), 0)


def test_numbers_over_the_data_number_the_columns():
    assert header_place(sheet("1 | 2 | 3" + DATA)) == HeaderPlace((0,), 1)


def test_dates_with_names_and_numbers_with_letters_are_no_header():
    drawn = "CAD-1 | Noise | 5 Jan 2026 14:00\nCAD-2 | Theft | 6 Jan 2026 14:00"
    assert header_place(sheet(drawn)) == HeaderPlace((), 0)


def test_prose_is_neither():
    assert header_place(sheet("These data come from dispatch.\nNames were removed.")) is None


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("7", HeaderPlace((2,), 3)),
        ("5-6", HeaderPlace((0, 1), 2)),
        ("none", HeaderPlace((), 0)),
        ("4", None),  # above the first cells
        ("5-7", None),
        ("9", None),
        ("the first", None),
    ],
)
def test_the_user_names_rows_by_the_spreadsheets_numbers(answer, place):
    assert place_said(sheet("a | b | c" + DATA, first_row=5), answer) == place


def test_a_place_is_spelled_as_an_answer_says_it():
    drawn = sheet("a | b | c" + DATA, first_row=5)
    for answer in ("7", "5-6", "none"):
        assert place_said(drawn, answer).spelled(drawn) == answer
