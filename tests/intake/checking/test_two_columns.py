from tests.intake.drawn import rows_of, understood

DRAWN = """
Incident # | Call Date | Call Time | Arrival Time | Nature
26-1 | 10/15/2026 | 11:55 PM | 12:05 AM | Welfare
26-2 | 10/16/2026 | 1:55 PM | | Theft
"""


def test_date_and_time_in_two_columns_are_one_clock_even_past_midnight():
    rows = rows_of(understood(DRAWN), "calls", "received_at", "on_scene_at")
    assert [[str(time) for time in row] for row in rows] == [
        ["2026-10-15 23:55:00", "2026-10-16 00:05:00"],
        ["2026-10-16 13:55:00", "None"],
    ]


def test_a_clock_left_blank_between_does_not_hide_midnight():
    drawn = """
    Incident # | Call Date | Call Time | Dispatch Time | Arrival Time | Clear Time
    26-1 | 10/15/2026 | 11:55 PM | | 12:05 AM | 12:30 AM
    26-2 | 10/16/2026 | 1:55 PM | 1:58 PM | | 2:30 PM
    """
    rows = rows_of(understood(drawn), "calls", "on_scene_at", "cleared_at")
    assert [str(time) for time in rows[0]] == ["2026-10-16 00:05:00", "2026-10-16 00:30:00"]
