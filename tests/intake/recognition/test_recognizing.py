from arp.intake.mapping import Certainty
from tests.intake.drawn import understood


def mapping(drawn, answers=None):
    return understood(drawn, answers).mappings[0]


def test_the_order_of_the_columns_is_nothing():
    one = mapping("Incident Number | Type | Received\n26-1 | Theft | 2026-10-05 14:00")
    other = mapping("Received | Incident Number | Type\n2026-10-05 14:00 | 26-1 | Theft")
    for field in ("incident_number", "call_type_initial", "received_at"):
        assert one.column_of("calls", field).header == other.column_of("calls", field).header


def test_content_gainsays_a_header():
    drawn = "Incident Number | Received | Date received\n26-1 | Phone | 2026-10-05 14:00"
    assert mapping(drawn).column_of("calls", "received_at").header == "Date received"


def test_a_type_alone_is_the_initial_one_and_beside_it_the_final_one():
    alone = mapping("Event no. | Type | Received\n26-1 | Theft | 2026-10-05 14:00")
    assert alone.column_of("calls", "call_type_initial").header == "Type"
    both = mapping("Event no. | Initial Type | Type | Received\n1 | a | b | 2026-10-05 14:00")
    assert both.column_of("calls", "call_type_initial").header == "Initial Type"
    assert both.column_of("calls", "call_type_final").header == "Type"


def test_a_disposition_is_dispatchs_in_its_sheet_and_the_teams_in_theirs():
    cad = mapping("Incident Number | Received | Disposition\n1 | 2026-10-05 14:00 | GOA")
    assert cad.column_of("calls", "disposition").header == "Disposition"
    team = mapping(
        "CAD number | Contact date and time | Contact outcome | Disposition\n"
        "1 | 2026-10-05 14:00 | UTL | Arrest"
    )
    assert team.tables == ("encounters",)
    assert team.column_of("encounters", "disposition_label").header == "Disposition"


def test_one_sheet_may_feed_calls_and_encounters():
    both = mapping(
        "ID | Dispatch Request Date & Time | End Point of Dispatch | Disposition | Reason\n"
        "12697 | 2026-10-05 14:00 | Engaged | Other | x"
    )
    assert both.tables == ("calls", "encounters")
    assert both.column_of("calls", "incident_number") == both.column_of(
        "encounters", "incident_number"
    )


def test_repeated_numbers_with_other_units_are_one_row_a_unit():
    drawn = (
        "Incident Number | Unit | Received\n1 | E1 | 2026-10-05 14:00\n{} | E2 | 2026-10-05 14:00"
    )
    assert mapping(drawn.format(1)).unit_level
    assert not mapping(drawn.format(2)).unit_level


def test_the_user_may_say_what_a_column_means_or_leave_it_out():
    drawn = "Nbr | Foo | Received | Beat\n26-1 | Theft | 2026-10-05 14:00 | 3"
    told = mapping(
        drawn,
        {
            "calls.incident_number": "Nbr",
            "column:Foo": "calls.call_type_initial",
            "column:Beat": "unused",
        },
    )
    assert told.column_of("calls", "incident_number").header == "Nbr"
    assert told.column_of("calls", "call_type_initial").certainty is Certainty.CERTAIN
    assert told.column_of("calls", "area") is None


def test_a_date_without_a_time_is_no_clock_beside_clocks_with_one():
    drawn = "Incident Number | Call date | Dispatched\n1 | 2026-10-05 | 2026-10-05 14:00"
    assert mapping(drawn).column_of("calls", "received_at") is None
    alone = mapping("Incident Number | Call date | Type\n1 | 2026-10-05 | Theft")
    assert alone.column_of("calls", "received_at").header == "Call date"


def test_what_a_column_was_told_to_be_does_not_let_personal_data_in():
    drawn = "Nbr | Foo | Received\n26-1 | 919-555-0101 | 2026-10-05 14:00"
    answers = {"calls.incident_number": "Nbr", "column:Foo": "calls.area"}
    assert mapping(drawn, answers).column_of("calls", "area") is None


def test_an_answer_that_names_no_field_leaves_the_column_as_it_looks():
    drawn = "Incident Number | Received\n26-1 | 2026-10-05 14:00"
    told = mapping(drawn, {"column:Received": "calls.nonsense"})
    assert told.column_of("calls", "received_at").header == "Received"
