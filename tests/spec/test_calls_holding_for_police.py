"""How long calls hold before police are sent: police_pending_p90, police_pending_over_60."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    units
    unit | agency
    P*   | police
    E*   | ems

    calls
    incident_number | origin         | received_at      | queued_at
    1               | 911            | 2026-01-05 08:00 | 08:00
    2               | 911            | 2026-01-05 08:00 | 08:00
    3               | 911            | 2026-01-05 08:00 | 08:00
    4               | 911            | 2026-01-05 08:00 |
    5               | 911            | 2026-01-05 08:00 | 08:00
    6               | self-initiated | 2026-01-05 08:00 | 08:00
    7               | 911            | 2026-01-05 08:00 | 08:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | P1      | 2026-01-05 09:00
    2               | P1      | 2026-01-05 09:01
    2               | P2      | 2026-01-05 09:30
    3               | P1      | 2026-01-07 09:00
    4               | P1      | 2026-01-05 11:00
    5               | E1      | 2026-01-05 10:00
    6               | P1      | 2026-01-05 10:00
    """


def test_over_an_hour_is_counted_among_public_calls_with_a_valid_wait_for_police() -> None:
    # 1 held 60 minutes, 2 held 61; the waits of 3 and 4 are not valid; 6 nobody called.
    found = reading(CITY, "police_pending_over_60")
    assert (found["numerator"], found["denominator"]) == (1, 2)
    assert "2 more left out: it is not known for them." in found["reason"]


def test_nine_in_ten_held_no_longer() -> None:
    minutes = range(1, 41)
    calls = "\n".join(f"{n} | 2026-01-05 08:00 | 08:00" for n in minutes)
    units = "\n".join(f"{n} | P1 | 2026-01-05 08:{n:02}" for n in minutes)
    text = (
        "units\nunit | agency\nP* | police\n\n"
        f"calls\nincident_number | received_at | queued_at\n{calls}\n\n"
        f"unit_responses\nincident_number | unit_id | dispatched_at\n{units}"
    )
    found = reading(text, "police_pending_p90")
    assert (found["n"], found["value"]) == (40, pytest.approx(1 + 39 * 0.9))


@pytest.mark.parametrize("key", ["police_pending_p90", "police_pending_over_60"])
def test_without_units_of_police_it_is_not_measured_and_no_team_has_it(key: str) -> None:
    text = "\n".join(line for line in CITY.splitlines() if "| P" not in line)
    found = reading(text, key)
    assert found["status"] == "not measured"
    assert "the units of police" in found["reason"]
    assert [row["status"] for row in readings(CITY, key, by=["team"])] == ["not measured"]
