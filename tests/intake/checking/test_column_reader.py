from tests.intake.drawn import kinds, understood


def test_numbers_that_a_spreadsheet_shortened_stop_the_upload():
    drawn = "Incident Number | Received\n26-1 | 2026-10-05 14:00\n2.5E+11 | 2026-10-05 14:00"
    refused = understood(drawn).refused
    assert (refused.kind.key, refused.row, refused.found) == ("incident_number_lost", 3, "2.5E+11")


def test_times_without_date_and_hour_are_never_read():
    lost = "inci_id | calltime\n1001 | 00:05.0\n1002 | 59:05.0"
    assert understood(lost).refused.kind.key == "destroyed_times"


def test_beside_other_clocks_a_destroyed_column_costs_only_itself():
    drawn = "inci_id | calltime | Dispatched\n1 | 00:05.0 | 2026-10-05 14:00\n2 | 01:05.0 |"
    read = understood(drawn)
    assert read.refused is None
    assert kinds(read).count("destroyed_column") == 1
    assert "unreadable_time" not in kinds(read)


def test_a_finding_names_the_spreadsheets_own_row_and_the_cell():
    drawn = "Monthly report\nIncident Number | Received\n26-1 | 2026-10-05 14:00\n26-2 | soon"
    (found,) = [f for f in understood(drawn).findings if f.kind.key == "unreadable_time"]
    assert (found.sheet, found.row, found.column, found.found) == ("Calls", 4, "Received", "soon")
