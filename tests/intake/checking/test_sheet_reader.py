from tests.intake.drawn import kinds, rows_of, understood

TEAM_SHEET = """
ID | Request date & time | On Scene | Engagement date & time | End Point of Dispatch | Disposition
1 | 2026-10-05 14:00 | 2026-10-05 14:10 | 2026-10-05 14:12 | UTL | Other
2 | 2026-10-31 23:50 | | | Cancelled |
3 | | | | Something new | Arrest
"""


def test_a_word_is_read_from_the_label_that_is_kept_beside_it():
    read = understood(TEAM_SHEET)
    assert rows_of(read, "encounters", "contact_label", "contact_result", "destination") == [
        ("UTL", "no contact", "other"),
        ("Cancelled", "canceled en route", None),
        ("Something new", None, "jail"),
    ]
    found = [(f.kind.key, f.found, f.other) for f in read.findings]
    assert ("label_read_as", "UTL", "no contact") in found
    assert ("unmapped_label", "Something new", None) in found


def test_a_word_that_has_a_column_of_its_own_gives_its_text_as_the_label():
    drawn = """
    Encounter ID | Contact date and time | Contact result
    E1 | 2026-10-05 14:12 | Refused
    """
    assert rows_of(understood(drawn), "encounters", "contact_label", "contact_result") == [
        ("Refused", "declined")
    ]


def test_an_encounter_without_a_time_belongs_to_the_month_of_the_call_on_its_row():
    read = understood(TEAM_SHEET)
    assert rows_of(read, "encounters", "month") == [("2026-10",), ("2026-10",), ("undated",)]
    assert read.undated == 1  # one row of the sheet, though it feeds two tables


def test_an_unreadable_cell_costs_a_value_and_not_its_row():
    drawn = """
    Encounter ID | Contact date and time | Contact outcome | Felt safe | Satisfaction
    E1 | soon | UTL | maybe | 12 min
    E2 | 2026-10-05 14:12 | UTL | Y | 4
    """
    read = understood(drawn)
    assert read.change.tallies["encounters"].set_aside == 0
    assert rows_of(read, "encounters", "felt_safe", "satisfaction") == [(None, None), (True, 4)]
    assert {"unreadable_time", "unreadable_flag", "unreadable_number"} <= set(kinds(read))


def test_every_stored_field_is_there_and_typed_even_where_the_sheet_lacks_it():
    rows = understood(TEAM_SHEET).change.tables["calls"]
    assert str(rows.schema.field("queued_at").type) == "timestamp[us]"
    assert rows.column("queued_at").null_count == 3
