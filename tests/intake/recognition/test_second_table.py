import numpy as np

from arp.intake.recognition.second_table import second_tables
from tests.intake.drawn import of_rows

HEADER = ["Incident Number", "Call Type", "Received", "Beat"]
CALL = ["26-1", "Noise", "2026-10-05 14:00", "N"]
BLANK = [None] * 4


def found(*rows):
    cells = of_rows([list(row) for row in rows]).cells
    blank = np.array([all(cell is None for cell in row) for row in rows])
    inside, starts = second_tables(cells, [HEADER], blank, 4)
    return np.flatnonzero(inside).tolist(), np.flatnonzero(starts).tolist()


def test_a_small_summary_ends_at_the_next_blank_row():
    summary = [["Beat", "Calls", None, None], ["N", "7", None, None]]
    assert found(CALL, BLANK, *summary, BLANK, CALL) == ([2, 3], [2])


def test_headers_of_other_fields_begin_a_table_that_reaches_to_the_end():
    other = ["Encounter number", "Team", "Outcome", None]
    assert found(CALL, BLANK, other, CALL, BLANK, CALL) == ([2, 3, 4, 5], [2])


def test_calls_of_which_little_is_known_are_no_summary():
    sparse = ["26-2", "Theft", None, None]
    assert found(CALL, BLANK, sparse, sparse) == ([], [])
    assert found(CALL, BLANK, ["none", "Theft", None, None], CALL) == ([], [])
