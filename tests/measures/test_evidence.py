from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.measures.drawn import evidence, reading, readings

TWO_FEEDS = """
    feeds
    feed  | scope
    heart | program

    calls from cad
    incident_number | received_at      | area  | on_scene_at
    1               | 2026-01-05 08:00 | North | 08:05
    2               | 2026-01-05 09:00 |       |

    calls from heart
    incident_number | received_at      | area  | dispatched_at | on_scene_at
    1               | 2026-01-05 07:55 | South | 08:02         | 08:20
    2               | 2026-01-05 08:55 | South | 09:02         | 09:20
    3               | 2026-01-05 10:00 | West  | 10:02         | 10:20
    """


def facts_by_call(text: str, *columns: str) -> dict[str, tuple]:
    asked = evidence(text).ask(f"SELECT incident_number, {', '.join(columns)} FROM calls")
    rows = asked.astype(object).where(asked.notna(), None).itertuples(index=False)
    return {row[0]: tuple(row[1:]) for row in rows}


def test_cad_wins_field_by_field_and_a_teams_sheet_fills_blanks() -> None:
    found = facts_by_call(TWO_FEEDS, "area", "in_cad", "strftime(received_at, '%H:%M')")
    assert found == {
        "1": ("North", True, "08:00"),
        "2": ("South", True, "09:00"),
        "3": ("West", False, "10:00"),
    }


def test_a_program_only_feed_has_the_programs_clocks() -> None:
    found = facts_by_call(TWO_FEEDS, "prog_arrived", "response_minutes", "first_unit_minutes")
    assert found["1"] == (True, 20, 5)
    assert found["3"] == (True, 20, None)  # no feed of all calls knows it
    assert evidence(TWO_FEEDS).responder is None


def test_a_feed_of_all_calls_alone_does_not_know_the_programs_clocks() -> None:
    text = "calls\nincident_number | received_at | on_scene_at\n1 | 2026-01-05 08:00 | 08:05"
    assert evidence(text).responder == "all"
    assert facts_by_call(text, "handled", "prog_arrived")["1"] == (None, True)


def test_a_program_sheet_that_names_one_team_for_a_call_gives_the_clocks_to_that_team() -> None:
    text = (
        TWO_FEEDS
        + """
    encounters from heart
    encounter_id | incident_number | team
    a            | 1               | CRT
    b            | 2               | CRT
    c            | 2               | CoR
    """
    )
    asked = evidence(text).ask("SELECT incident_number, team, prog_arrived FROM call_teams")
    arrived = {(row[0], row[1]): row[2] for row in asked.itertuples(index=False)}
    assert arrived == {("1", "CRT"): True, ("2", "CRT"): False, ("2", "CoR"): False}


def test_the_unit_map_holds_in_its_days_and_a_team_in_the_data_comes_first() -> None:
    text = """
    units
    unit | team | valid_from | valid_to
    X1   | CRT  |            | 2026-01-31
    X1   | CoR  | 2026-02-01 |

    unit_responses
    incident_number | unit_id | team | dispatched_at
    1               | X1      |      | 2026-01-31 23:00
    2               | X1      |      | 2026-02-01 01:00
    3               | X1      | CCD  | 2026-02-01 01:00
    """
    asked = evidence(text).ask("SELECT incident_number, team FROM unit_responses")
    assert dict(asked.itertuples(index=False)) == {"1": "CRT", "2": "CoR", "3": "CCD"}


def test_hour_of_week_counts_from_monday_midnight() -> None:
    text = """
    calls
    incident_number | received_at
    monday          | 2026-01-05 00:00
    sunday          | 2026-01-11 23:59
    undated         |
    """
    found = facts_by_call(text, "hour_of_week", "month")
    assert found == {
        "monday": (0, "2026-01"),
        "sunday": (167, "2026-01"),
        "undated": (None, None),
    }
    assert evidence(text).known["calls"].undated == 1


def test_an_empty_lake_has_facts_without_rows_and_nothing_is_measured() -> None:
    empty = "program\nprogram | time_zone\nHEART | America/New_York"
    assert evidence(empty).months is None
    assert reading(empty, "calls_in_scope")["status"] == "not measured"


def test_threads_may_ask_at_once() -> None:
    facts = evidence(TWO_FEEDS)
    with ThreadPoolExecutor(8) as threads:
        counts = threads.map(lambda _: facts.ask("SELECT count(*) FROM calls").iat[0, 0], range(64))
    assert set(counts) == {3}


def test_nothing_can_be_fetched_from_elsewhere() -> None:
    with pytest.raises(Exception, match="(?i)extension|httpfs"):
        evidence(TWO_FEEDS).ask("SELECT * FROM read_parquet('https://example.invalid/x.parquet')")


def test_units_of_a_program_only_feed_are_the_programs_unless_another_agencys() -> None:
    text = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00

    unit_responses from heart
    incident_number | unit_id | agency | on_scene_at
    1               | X1      |        | 2026-01-05 08:20
    1               | P1      | police | 2026-01-05 08:10
    2               | P1      | police | 2026-01-05 08:10
    """
    found = facts_by_call(text, "prog_arrived", "response_minutes")
    assert found == {"1": (True, 20), "2": (False, None)}


def test_a_teams_sheet_fills_only_the_clocks_that_its_units_in_cad_lack() -> None:
    text = """
    feeds
    feed  | scope
    heart | program

    units
    unit | team
    CRT* | CRT

    calls from cad
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00

    unit_responses from cad
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:20
    2               | CRT1    | 2026-01-05 08:05 |

    calls from heart
    incident_number | received_at      | dispatched_at | on_scene_at
    1               | 2026-01-05 08:00 | 08:01         | 08:15
    2               | 2026-01-05 08:00 | 08:01         | 08:15
    """
    found = facts_by_call(text, "response_minutes", "travel_minutes")
    assert found["1"] == (20, 15)
    assert found["2"] == (15, 10)


def test_a_month_in_which_no_feed_could_tell_who_of_the_program_came_is_a_gap() -> None:
    text = """
    feeds
    feed  | scope
    heart | program

    calls from cad
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-02-05 08:00

    calls from heart
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:15
    """
    responses = {
        row["period"]: (row["status"], row["value"])
        for row in readings(text, "program_responses", by=["month"])
    }
    assert responses == {"2026-01": ("ok", 1), "2026-02": ("not measured", None)}
    counted = readings(text, "calls_in_scope", by=["month"])
    assert [row["value"] for row in counted] == [1, 1]


@pytest.mark.parametrize(
    ("call", "contact", "month"),
    [
        ("2026-01-31 12:00", "2026-01-12 12:00", "2026-01"),
        ("2026-01-30 12:00", "2026-01-12 12:00", "2025-12"),
        ("2026-01-12 12:00", "2026-01-31 12:00", "2026-01"),
        ("2026-01-31 12:00", "2062-01-05 12:00", "2026-01"),  # a slip of the pen
        ("", "", None),
    ],
)
def test_a_month_is_over_when_calls_or_contacts_reach_its_last_day(
    call: str, contact: str, month: str | None
) -> None:
    found = evidence(
        f"""
        calls
        incident_number | received_at
        1               | {call}

        encounters
        encounter_id | team | started_at
        a            | CRT  | {contact}
        """
    )
    assert found.complete_through == month


def test_where_there_are_only_monthly_figures_their_months_are_all_there_are() -> None:
    text = "figures\nfigure | month | value\npopulation | 2026-01 | 9\npopulation | 2026-03 | 9"
    assert evidence(text).months == ("2026-01", "2026-03")


def test_a_case_opened_long_ago_stretches_no_time_axis() -> None:
    found = evidence("""
    follow_ups
    person_key | attempted_at     | case_opened_at
    ann        | 2026-01-06 09:00 | 2019-01-05 12:00
    """)
    assert found.months == ("2026-01", "2026-01")
