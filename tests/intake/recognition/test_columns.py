from tests.intake.drawn import understood


def test_a_column_says_what_it_feeds_or_why_it_feeds_nothing():
    drawn = """
    No. | Incident Number | Received | Caller phone | Beat | Hydrants | Foo
    1 | 26-1 | 2026-10-05 14:00 | 919-555-0101 | N | 7 |
    2 | 26-2 | 2026-10-06 14:00 | 919-555-0102 | S | 9 |
    """
    columns = understood(drawn, {"column:Beat": "unused"}).mappings[0].columns
    assert {column.header: column.fields or column.note for column in columns} == {
        "No.": "numbers the rows",
        "Incident Number": ("calls.incident_number",),
        "Received": ("calls.received_at",),
        "Caller phone": "left out: telephone numbers",
        "Beat": "left out, as you said",
        "Hydrants": "not used",
        "Foo": "empty",
    }


def test_a_column_shows_its_letter_and_first_values_but_never_personal_ones():
    first, second = (
        understood(
            "Incident Number | Caller phone | Received\n26-1 | 919-555-0101 | 2026-10-05 14:00"
        )
        .mappings[0]
        .columns[:2]
    )
    assert (first.letter, first.samples) == ("A", ("26-1",))
    assert second.samples == ()


def test_a_column_of_dates_is_used_with_the_times_of_day_that_it_dates():
    drawn = """
    Incident Number | Date       | Time  | Time arrived | Shift date
    26-1            | 2026-10-15 | 14:00 | 14:20        | x
    """
    found = understood(drawn)
    (date,) = [column for column in found.mappings[0].columns if column.header == "Date"]
    assert (date.fields, date.dates_of, date.note) == ((), ("Time", "Time arrived"), "")
    unused = [f.column for f in found.findings if f.kind.key == "unused_column"]
    assert unused == ["Shift date"]
