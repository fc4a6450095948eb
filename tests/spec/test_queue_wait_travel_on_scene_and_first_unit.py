import pytest

from tests.measures.drawn import reading

KEYS = ("queue_wait", "travel", "on_scene", "first_unit")
LEAST = {"p50": 6, "p90": 36}


def calls(n: int, *, scope: str = "all") -> str:
    header = (
        "incident_number | received_at | queued_at | dispatched_at | en_route_at | on_scene_at | "
        "cleared_at"
    )
    rows = [
        f"{call} | 2026-01-05 08:00 | 08:01 | 08:03 | 08:07 | 08:15 | 08:31" for call in range(n)
    ]
    return "\n".join([f"feeds\nfeed | scope\ncad | {scope}\n\ncalls\n{header}", *rows])


@pytest.mark.parametrize("statistic", LEAST)
@pytest.mark.parametrize("key", KEYS)
def test_each_interval_runs_between_its_two_clocks(key: str, statistic: str) -> None:
    minutes = {"queue_wait": 2, "travel": 8, "on_scene": 16, "first_unit": 15}
    found = reading(calls(LEAST[statistic]), f"{key}_{statistic}")
    assert (found["value"], found["status"]) == (minutes[key], "ok")


@pytest.mark.parametrize("statistic", LEAST)
@pytest.mark.parametrize("key", KEYS)
def test_one_fewer_than_the_least_is_too_few(key: str, statistic: str) -> None:
    found = reading(calls(LEAST[statistic] - 1), f"{key}_{statistic}")
    assert (found["value"], found["n"]) == (None, LEAST[statistic] - 1)
    assert found["status"] == "too few"


def test_of_several_units_the_earliest_clocks_count_and_the_latest_clear() -> None:
    rows = [
        f"{call} | {unit} | 2026-01-05 {clocks}"
        for call in range(6)
        for unit, clocks in (
            ("CRT1", "08:05 | 08:09 | 08:30 | 08:40"),
            ("CRT2", "08:03 | 08:10 | 08:20 | 08:50"),
        )
    ]
    text = "\n".join(
        [
            "units\nunit | team\nCRT* | CRT\n",
            "calls\nincident_number | received_at | queued_at",
            *(f"{call} | 2026-01-05 08:00 | 08:01" for call in range(6)),
            "\nunit_responses",
            "incident_number | unit_id | dispatched_at | en_route_at | on_scene_at | cleared_at",
            *rows,
        ]
    )
    assert reading(text, "queue_wait_p50")["value"] == 2  # 08:01 to 08:03
    assert reading(text, "travel_p50")["value"] == 11  # 08:09 to 08:20
    assert reading(text, "on_scene_p50")["value"] == 30  # 08:20 to 08:50


def test_a_program_only_feed_does_not_know_the_first_unit_of_any_agency() -> None:
    found = reading(calls(6, scope="program"), "first_unit_p50")
    assert found["status"] == "not measured"
    assert "every agency" in found["reason"]


def test_without_a_queue_time_the_wait_for_a_unit_is_not_measured() -> None:
    rows = "\n".join(f"{n} | 2026-01-05 08:00 | 08:05 | 08:12" for n in range(6))
    text = f"calls\nincident_number | received_at | dispatched_at | on_scene_at\n{rows}"
    assert reading(text, "queue_wait_p50")["status"] == "not measured"
    travel = reading(text, "travel_p50")
    assert travel["value"] == 7
    assert travel["reason"] == "Counted from dispatch: no en-route time in feed cad."
