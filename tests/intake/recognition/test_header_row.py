from arp.intake.recognition.header_row import column_letter, find_grid
from tests.intake.drawn import of_rows, sheet


def test_a_table_may_begin_away_from_the_corner():
    drawn = sheet("Incident Number | Received\n26-1 | 2026-10-05", first_row=5, first_column=3)
    grid = find_grid(drawn)
    assert (grid.header_row, grid.rows.to_pylist(), grid.letter(0)) == (5, [6], "C")


def test_headers_are_told_apart_and_given_to_columns_that_have_none():
    grid = find_grid(sheet("Incident Number | Date | Date | | \n26-1 | a | b | c | "))
    assert grid.headers == ("Incident Number", "Date (column B)", "Date (column C)", "column D", "")


def test_prose_has_no_header():
    prose = [["These data come from the records system."], ["Addresses were removed."]]
    assert find_grid(of_rows(prose)) is None


def test_letters_are_the_spreadsheets_own():
    assert [column_letter(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
