from arp.intake.recognition.header_row import find_grid
from tests.intake.drawn import of_rows


def test_title_rows_blank_rows_totals_and_footers_are_no_data():
    grid = find_grid(
        of_rows(
            [
                ["Calls for service", None, None, None],
                [None, None, None, None],
                ["Incident Number", "Call Type", "Received", "On Scene"],
                ["26-1", "Theft", "2026-10-05 14:05:11", None],
                [None, None, None, None],
                ["26-2", "Noise", "2026-10-05 15:05:11", None],
                ["Incident Number", "Call Type", "Received", "On Scene"],
                ["26-3", "Noise", "2026-10-05 16:05:11", None],
                ["Total", "3", None, None],
                ["Source: the 911 center", None, None, None],
            ]
        )
    )
    assert grid.header_row == 3
    assert grid.rows.to_pylist() == [4, 6, 8]
    assert [(f.kind.key, f.row, f.n) for f in grid.findings] == [
        ("title_rows", 1, 1),
        ("totals_row", 9, None),
        ("totals_row", 10, None),
        ("repeated_header", 7, None),
        ("blank_rows", None, 1),
    ]


def test_a_second_table_under_the_first_is_told_and_not_read():
    grid = find_grid(
        of_rows(
            [
                ["Incident Number", "Call Type", "Received"],
                ["26-1", "Theft", "2026-10-05 14:05:11"],
                [None, None, None],
                ["Encounter number", "Team", "Outcome"],
                ["E1", "CRT", "Arrest"],
            ]
        )
    )
    assert grid.rows.to_pylist() == [2]
    assert [(f.kind.key, f.row) for f in grid.findings] == [("second_table", 4)]


def test_blank_rows_among_the_data_are_left_out_and_counted_once():
    rows = [["Incident Number", "Received"], ["1", "2026-10-05"], [None, None], ["2", "2026-10-06"]]
    grid = find_grid(of_rows(rows))
    assert grid.rows.to_pylist() == [2, 4]
    assert [(f.kind.key, f.n) for f in grid.findings] == [("blank_rows", 1)]
