from arp.intake.recognition.header_row import find_grid
from tests.intake.drawn import sheet

SMALL = """
Incident Number | Call Type | Received | | District | Calls
26-1 | Noise | 2026-10-05 14:00 | | North | 2
26-2 | Theft | 2026-10-05 15:00 | | South | 1
26-3 | Theft | 2026-10-05 16:00 | {} | | {}
"""


def grid(third="", sixth=""):
    return find_grid(sheet(SMALL.format(third, sixth)))


def test_a_smaller_table_behind_a_blank_column_is_told_and_not_read():
    found = grid()
    assert found.headers == ("Incident Number", "Call Type", "Received", "", "", "")
    assert [(f.kind.key, f.column) for f in found.findings] == [("table_beside", "E")]


def test_columns_that_reach_as_far_as_the_table_belong_to_it():
    found = grid(sixth="7")
    assert found.headers[4:] == ("District", "Calls")
    assert found.findings == ()


def test_without_a_blank_column_there_is_one_table():
    assert grid(third="x").headers[3:] == ("column D", "District", "Calls")
