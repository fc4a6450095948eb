from tests.measures.drawn import reading

TEXT = """
    units
    unit | team
    CRT1 | CRT

    calls
    incident_number | origin         | received_at
    1               | 911            | 2026-01-05 08:00
    2               | self-initiated | 2026-01-05 08:00
    3               |                | 2026-01-05 08:00
    4               | self-initiated | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | on_scene_at
    1               | CRT1    | 2026-01-05 08:10
    2               | CRT1    | 2026-01-05 08:10
    3               | CRT1    | 2026-01-05 08:10
    4               | P1      | 2026-01-05 08:10
    """


def test_begun_by_the_team_among_program_responses_of_which_the_origin_is_known() -> None:
    found = reading(TEXT, "self_initiated_share")
    # Of 3 the origin is not known; police alone came to 4
    assert (found["numerator"], found["denominator"]) == (1, 2)
    assert found["reason"].endswith("1 more left out: it is not known for them.")


def test_without_origins_it_is_not_measured() -> None:
    blank = TEXT.replace("self-initiated", "").replace("911 ", "")
    assert reading(blank, "self_initiated_share")["status"] == "not measured"
