"""How long callers would wait for a free unit, with the units there are and more: wait_model."""

import pytest

from arp.measures.erlang import Queue
from tests.measures.drawn import reading, readings

HEAD = """
    units
    unit | team | agency
    CRT* | CRT  | program

    teams
    team | mode
    CRT  | in person

    eligibility
    team | call_type
    CRT  | Welfare

    schedule
    team | weekdays | starts | ends  | units
    CRT  | Monday   | 08:00  | 12:00 | 2
"""
CALLS = """
    calls
    incident_number | call_type_initial | received_at      | queued_at
    routed 1        | Welfare           | 2026-01-05 08:00 | 08:01
    routed 2        | Welfare           | 2026-01-05 09:00 | 09:01
    routed 3        | Welfare           | 2026-01-05 10:00 | 10:01
    not routed      | Welfare           | 2026-01-05 11:00 | 11:01
    theft           | Theft             | 2026-01-05 11:30 | 11:31
    at night        | Welfare           | 2026-01-05 20:00 | 20:01
"""
UNITS = """
    unit_responses
    incident_number | unit_id | dispatched_at    | cleared_at
    routed 1        | CRT1    | 2026-01-05 08:05 | 08:35
    routed 2        | CRT1    | 2026-01-05 09:05 | 10:05
    routed 3        | CRT2    | 2026-01-05 10:05 | 11:35
"""
CITY = HEAD + CALLS + UNITS
# Four eligible calls in the four hours on duty, three of them routed: 0.75 calls an hour. A unit
# is kept for (30 + 60 + 90) ÷ 3 = 60 minutes, so 0.75 units are at work; two are on duty.
OVER, WAITING, MEAN_WAIT = "share waiting over 15 minutes", "share waiting at all", "mean wait"


def by_part(city: str, **question: object) -> dict[tuple[str | None, str], float | None]:
    found = readings(city, "wait_model", **question)
    return {(row["more_units"], row["part"]): row["value"] for row in found}


def test_calls_that_are_routed_keep_units_for_as_long_as_responses_take() -> None:
    found = by_part(CITY)
    assert found[None, "calls routed an hour"] == pytest.approx(0.75)
    assert found[None, "time that a response keeps a unit"] == pytest.approx(60)
    assert found[None, "units on duty"] == pytest.approx(2)


def test_it_is_erlang_c_for_the_units_on_duty_and_for_some_more() -> None:
    found = by_part(CITY)
    for more, units in (("as now", 2), ("1 more", 3), ("2 more", 4), ("3 more", 5)):
        queue = Queue(0.75, 1.0, units)
        assert found[more, WAITING] == pytest.approx(queue.waiting)
        assert found[more, OVER] == pytest.approx(queue.waiting_over(0.25))
        assert found[more, MEAN_WAIT] == pytest.approx(queue.mean_wait * 60)


def test_the_first_reading_is_the_share_over_15_minutes_as_now_of_the_eligible_calls() -> None:
    first = readings(CITY, "wait_model")[0]
    assert (first["more_units"], first["part"], first["n"]) == ("as now", OVER, 4)
    assert (first["status"], first["period"]) == ("ok", "2026-01/2026-01")


def test_each_team_is_a_queue_of_its_own() -> None:
    assert {row["team"] for row in readings(CITY, "wait_model", by=["team"])} == {"CRT"}
    assert by_part(CITY, by=["team"]) == by_part(CITY)


def test_an_hour_of_the_week_has_its_own_calls_and_units() -> None:
    found = readings(CITY, "wait_model", by=["hour_of_week"])
    calls = {
        row["hour_of_week"]: row["value"] for row in found if row["part"] == "calls routed an hour"
    }
    assert calls == {8: 1, 9: 1, 10: 1, 11: 0}


def test_with_no_more_units_than_work_the_queue_grows_and_has_no_number() -> None:
    busy = CITY.replace("| 12:00 | 2", "| 12:00 | 1").replace("| 08:35", "| 09:50")
    busy = busy.replace("| 10:05\n", "| 11:20\n")
    found = {(row["more_units"], row["part"]): row for row in readings(busy, "wait_model")}
    now = found["as now", OVER]
    assert (now["status"], now["value"]) == ("too few", None)
    assert now["reason"].startswith("The queue grows without limit: the calls keep 1.4 units")
    assert found["1 more", OVER]["status"] == "ok"
    assert found[None, "units needed"]["value"] == 3


def test_units_needed_keep_the_share_within_the_citys_own_target() -> None:
    needed = by_part(CITY)[None, "units needed"]
    assert Queue(0.75, 1.0, int(needed or 0)).waiting_over(0.25) <= 0.20
    strict = (
        CITY + "\n    targets\n    indicator  | target | unit\n    wait_model | 0.001  | share\n"
    )
    asked = {row["part"]: row for row in readings(strict, "wait_model")}["units needed"]
    assert asked["value"] > needed
    assert "the city's own target" in asked["reason"]


def test_where_no_call_came_on_duty_there_is_nothing_to_model() -> None:
    never = CITY.replace("Monday ", "Sunday ")
    assert reading(never, "wait_model")["status"] == "too few"


def test_a_single_call_type_has_no_queue_of_its_own() -> None:
    from arp.measures.asked import Filters

    found = reading(CITY, "wait_model", where=Filters(call_type=("Welfare",)))
    assert found["status"] == "not measured"
    assert "take that filter away" in found["reason"]


@pytest.mark.parametrize("without", [UNITS, HEAD[HEAD.index("    schedule") :]])
def test_without_units_or_a_schedule_it_is_not_measured(without: str) -> None:
    found = reading(CITY.replace(without, ""), "wait_model")
    assert found["status"] == "not measured"
    assert found["reason"].startswith("It needs eligible calls")
