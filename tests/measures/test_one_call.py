from arp.measures.one_call import OneCall, one_call
from tests.measures.drawn import evidence

TEXT = """
    teams
    team | mode
    CRT  | in person

    units
    unit | team | agency
    CRT* | CRT  |
    P*   |      | police

    eligibility
    team | call_type
    CRT  | Welfare

    calls
    incident_number | call_type_initial | received_at      | queued_at
    0026            | Welfare           | 2026-01-05 09:00 | 09:01
    27              | Burglary          | 2026-01-05 13:00 | 13:01

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    0026            | P1      | 2026-01-05 09:05 | 09:25       | 09:30
    0026            | CRT1    | 2026-01-05 09:02 | 09:20       | 09:50

    encounters
    encounter_id | incident_number | team | started_at       | contact_result | person_key
    b            | 0026            | CRT  | 2026-01-05 09:30 | declined       | ben
    a            | 0026            | CRT  | 2026-01-05 09:20 | engaged        | ann
    """


def found(number: str) -> OneCall:
    call = one_call(evidence(TEXT), number)
    assert call is not None
    return call


def test_a_call_is_shown_with_its_units_contacts_and_teams_in_order() -> None:
    call = found("0026")
    assert call.call["handled"] and call.call["response_minutes"] == 20
    assert list(call.units["unit_id"]) == ["CRT1", "P1"]
    assert list(call.contacts["encounter_id"]) == ["a", "b"]
    assert list(call.teams["team"]) == ["CRT"]


def test_numbers_are_compared_as_text() -> None:
    assert one_call(evidence(TEXT), "26") is None
    assert one_call(evidence(TEXT), "0026' OR ''='") is None


def test_nothing_of_the_person_is_shown() -> None:
    shown = set(found("0026").contacts.columns)
    person = {"person_key", "age_band", "race_ethnicity", "gender", "language", "housing_status"}
    assert not shown & (person | {"primary_need", "satisfaction"})


def test_each_figure_says_whether_the_call_counts_and_why() -> None:
    counts = found("0026").counts
    why = {(key, row): said for key, row, said in counts[["indicator", "row", "why"]].to_numpy()}
    assert why["eligible_capture_all", 1] == "counts: eligible, handled"
    assert why["calls_diverted", 1] == "left out: not diverted from police"
    # One row a contact, in the order in which contacts are shown.
    assert why["refusal_rate", 1].startswith("only in the denominator")
    assert why["refusal_rate", 2].startswith("counts")
    burglary = found("27").counts.set_index("indicator")["why"]
    assert burglary["eligible_calls"] == "left out: not eligible"


def test_a_figure_that_is_not_measured_lists_no_call() -> None:
    assert "cost_per_response" not in set(found("0026").counts["indicator"])
