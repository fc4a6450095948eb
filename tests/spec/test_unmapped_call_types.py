from tests.measures.drawn import reading

DATA = """
    calls
    incident_number | call_type_initial | received_at
    1               | Welfare           | 2026-01-05 08:00
    2               | New code          | 2026-01-05 08:00
    3               |                   | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | agency | dispatched_at
    1               | CRT1    |        | 2026-01-05 08:01
    1               | P1      |        | 2026-01-05 08:01
    1               | M1      | ems    | 2026-01-05 08:01
    """


def test_without_any_mapping_it_is_not_measured() -> None:
    found = reading(DATA, "unmapped_call_types")
    assert found["status"] == "not measured"
    assert "no mapping to hold the data against" in found["reason"]


def test_call_types_that_no_list_names() -> None:
    groups = "call_type_groups\ncall_type | group\nWelfare | Care\n"
    assert reading(groups + DATA, "unmapped_call_types")["value"] == 1


def test_units_that_are_nobodys() -> None:
    units = "units\nunit | team\nCRT* | CRT\n"
    assert reading(units + DATA, "unmapped_call_types")["value"] == 1


def test_labels_that_are_read_as_no_word() -> None:
    contacts = """
    encounters
    encounter_id | started_at       | contact_label | contact_result | disposition_label
    a            | 2026-01-05 08:05 | Engaged       | engaged        |
    b            | 2026-01-05 08:05 | Mystery       |                | Mystery
    c            | 2026-01-05 08:05 |               |                |
    """
    found = reading(DATA + contacts, "unmapped_call_types")
    assert (found["value"], found["status"]) == (2, "ok")
