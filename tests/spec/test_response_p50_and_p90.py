import pytest

from tests.measures.drawn import reading, readings, waits

TEAMS = """
    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CoR  | in person | yes

    units
    unit | team | agency
    CRT* | CRT  |
    COR* | CoR  |
    P*   |      | police

"""


@pytest.mark.parametrize(
    ("key", "least"), [("response_p50", 6), ("response_p90", 36), ("first_unit_p50", 6)]
)
def test_below_the_least_number_of_intervals_there_is_no_value(key: str, least: int) -> None:
    for n in (least - 1, least, least + 1):
        found = reading(waits([10.0] * n, scope="all"), key)
        assert found["n"] == n
        assert found["status"] == ("too few" if n < least else "ok")
        assert found["value"] == (None if n < least else 10)
        assert found["low"] == (None if n < least else 10)


def test_the_value_lies_linearly_between_two_waits_and_its_interval_on_waits() -> None:
    found = reading(waits([1, 2, 3, 4, 5, 8]), "response_p50")
    assert found["value"] == pytest.approx((3 + 4) / 2)
    assert (found["low"], found["high"]) == (1, 8)  # ranks 1 and 6 of 6
    long = reading(waits([float(minute) for minute in range(1, 42)]), "response_p90")
    assert long["value"] == pytest.approx(1 + 0.9 * 40)
    assert (long["low"], long["high"]) == (33, 41)


def test_an_interval_below_zero_or_over_a_day_is_left_out_and_the_row_stays() -> None:
    text = waits([-1, 0, 1, 2, 3, 1440, 1441, 4])
    assert reading(text, "response_p50")["n"] == 6
    assert reading(text, "program_responses")["value"] == 8
    assert reading(text, "timestamp_valid_rate")["value"] == pytest.approx(6 / 8)


def test_the_clock_of_the_first_program_unit_counts_not_the_first_of_any_agency() -> None:
    text = TEAMS + "\n\n".join(
        [
            "calls\nincident_number | received_at\n"
            + "\n".join(f"{n} | 2026-01-05 08:00" for n in range(6)),
            "unit_responses\nincident_number | unit_id | dispatched_at | on_scene_at\n"
            + "\n".join(
                f"{n} | {unit} | 2026-01-05 08:01 | {arrival}"
                for n in range(6)
                for unit, arrival in (("P1", "08:05"), ("CRT2", "08:30"), ("CRT1", "08:20"))
            ),
        ]
    )
    assert reading(text, "response_p50")["value"] == 20
    assert reading(text, "first_unit_p50")["value"] == 5
    assert reading(text, "travel_p50")["value"] == 19
    assert reading(text, "travel_p50")["reason"].startswith("Counted from dispatch")


def test_a_team_that_works_with_police_is_left_out_of_the_whole_and_shown_by_team() -> None:
    text = TEAMS + "\n\n".join(
        [
            "calls\nincident_number | received_at\n"
            + "\n".join(f"{n} | 2026-01-05 08:00" for n in range(12)),
            "unit_responses\nincident_number | unit_id | dispatched_at | on_scene_at\n"
            + "\n".join(
                f"{n} | {'CRT1' if n < 6 else 'COR1'} | 2026-01-05 08:01 | 08:{10 + n}"
                for n in range(12)
            ),
        ]
    )
    assert reading(text, "response_p50")["n"] == 6
    assert reading(text, "timestamp_valid_rate")["n"] == 12
    by_team = {row["team"]: row for row in readings(text, "response_p50", by=["team"])}
    assert by_team["CRT"]["value"] == pytest.approx((12 + 13) / 2)
    assert by_team["CoR"]["value"] == pytest.approx((18 + 19) / 2)


def test_without_a_unit_known_to_be_the_programs_all_units_count_and_it_says_so() -> None:
    text = "\n\n".join(
        [
            "calls\nincident_number | received_at | on_scene_at\n"
            + "\n".join(f"{n} | 2026-01-05 08:00 | 08:40" for n in range(7)),
            "unit_responses\nincident_number | unit_id | dispatched_at | on_scene_at\n"
            + "\n".join(
                f"{n} | {unit} | 2026-01-05 08:01 | 08:{minute}"
                for n in range(6)  # the seventh call has no unit rows: its own clock counts
                for unit, minute in (("E1", 10), ("M1", 20))
            ),
        ]
    )
    found = reading(text, "response_p50")
    assert (found["value"], found["n"], found["responder"]) == (10, 7, "all")
    assert reading(text, "program_responses")["status"] == "not measured"
    assert reading(text, "response_p50", by=["team"])["status"] == "not measured"


def test_where_a_whole_feed_has_no_received_time_the_queue_time_stands_for_it() -> None:
    rows = "\n".join(f"{n} | 2026-01-05 08:00 | 08:12" for n in range(6))
    found = reading(f"calls\nincident_number | queued_at | on_scene_at\n{rows}", "response_p50")
    assert found["value"] == 12
    assert "queue time" in found["reason"]


def test_no_clock_is_replaced_row_by_row() -> None:
    text = waits([5.0] * 6) + "\n7 |  | 2026-01-05 08:10"
    assert reading(text, "response_p50")["n"] == 6


def test_only_received_times_are_not_enough() -> None:
    found = reading("calls\nincident_number | received_at\n1 | 2026-01-05 08:00", "response_p50")
    assert found["status"] == "not measured"
    assert found["reason"].startswith("It needs the time")


@pytest.mark.parametrize(
    ("received", "arrived", "minutes"),
    [
        ("2026-03-08 01:50", "2026-03-08 03:10", 20),  # spring: an hour is skipped
        ("2026-11-01 00:50", "2026-11-01 02:10", 140),  # autumn: an hour comes twice
        ("2026-11-01 00:50", "2026-11-01 01:10", 20),  # in the pass that makes it shortest …
        ("2026-11-01 01:50", "2026-11-01 02:10", 20),
        ("2026-11-01 01:50", "2026-11-01 01:10", 20),  # … without being negative
        ("2026-11-01 02:10", "2026-11-01 01:10", None),  # before the call in either pass
        ("2026-07-04 01:50", "2026-07-04 03:10", 80),
    ],
)
def test_intervals_across_the_clock_changes(
    received: str, arrived: str, minutes: float | None
) -> None:
    rows = "\n".join(f"{n} | {received} | {arrived}" for n in range(6))
    found = reading(
        "program\nprogram | time_zone\nHEART | America/New_York\n\n"
        f"calls\nincident_number | received_at | on_scene_at\n{rows}",
        "response_p50",
    )
    assert found["value"] == minutes
    assert found["n"] == (6 if minutes is not None else 0)


def test_without_a_time_zone_clocks_are_subtracted_as_they_stand() -> None:
    rows = "\n".join(f"{n} | 2026-03-08 01:50 | 03:10" for n in range(6))
    found = reading(f"calls\nincident_number | received_at | on_scene_at\n{rows}", "response_p50")
    assert found["value"] == 80
