"""The judgments: readiness_scorecard, safety_floor, trend_stability, backup_ceiling."""

from tests.measures.drawn import reading, readings

HEAD = """
    units
    unit | team
    CRT* | CRT

    teams
    team | mode
    CRT  | in person

"""
TARGETS = """
    targets
    indicator             | target | unit
    backup_requested_rate | 0.05   | share
    urgent_backup_rate    | 0.01   | share
    felt_safe_rate        | 0.5    | share
    outcome_link_rate     | 0.5    | share
    field_completeness    | 0.1    | share

"""
SERVICE = """
    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Trespass

    schedule
    team | weekdays                                                         | starts | ends  | units
    CRT  | Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday | 07:00  | 19:00 | 1

"""


def city(targets: str = TARGETS, calls_n: int = 120, backup: int = 0, unsafe: int = 0) -> str:
    """Calls of one year with a contact each; back-up asked for, and not felt safe, at the first."""
    calls, units, met = [], [], []
    for number in range(calls_n):
        day = f"2025-{number % 12 + 1:02}-{number % 27 + 1:02}"
        welfare = "Welfare" if number % 2 else "Trespass"
        calls.append(f"    {number} | {welfare} | {day} 08:00")
        units.append(f"    {number} | CRT1 | {day} 08:05 | 08:10 | 08:40")
        asked = "yes" if number < backup else "no"
        safe = "no" if number < unsafe else "yes"
        about = f"{asked} | police | routine | {safe} | none"
        met.append(f"    e{number} | {number} | CRT | {day} 08:10 | {about}")
    calls.append("    last | Theft | 2025-12-31 23:00")  # the year is over in the data
    return (
        HEAD
        + targets
        + "    calls\n    incident_number | call_type_initial | received_at\n"
        + "\n".join(calls)
        + "\n\n    unit_responses\n    incident_number | unit_id | dispatched_at | on_scene_at"
        + " | cleared_at\n"
        + "\n".join(units)
        + "\n\n    encounters\n    encounter_id | incident_number | team | started_at"
        + " | backup_requested | backup_agency | backup_urgency | felt_safe | responder_injury\n"
        + "\n".join(met)
    )


def gates(text: str) -> dict[str, tuple[str, float | None]]:
    found = readings(text, "readiness_scorecard")
    return {row["gate"]: (row["status"], row["value"]) for row in found}


def test_seven_gates_stand_side_by_side_and_nothing_adds_them_up() -> None:
    found = readings(city(), "readiness_scorecard")
    assert [row["gate"] for row in found] == [
        "Safety",
        "Reliability",
        "Unmet demand",
        "Capacity",
        "Dispatch",
        "Follow-through",
        "Data",
    ]


def test_a_gate_is_met_only_if_every_figure_is() -> None:
    assert gates(city())["Safety"] == ("ok", 1)


def test_a_gate_is_not_met_as_soon_as_one_figure_misses_its_target() -> None:
    found = city(unsafe=100)
    assert gates(found)["Safety"] == ("ok", 0)
    safety = next(row for row in readings(found, "readiness_scorecard") if row["gate"] == "Safety")
    assert "felt safe: not met" in safety["reason"]


def test_without_a_target_a_gate_cannot_be_told_and_is_never_met() -> None:
    found = readings(city(targets=""), "readiness_scorecard")
    assert {row["status"] for row in found} == {"not measured"}
    assert "No target set." in next(row["reason"] for row in found if row["gate"] == "Safety")


def test_the_upper_end_of_the_interval_decides_about_back_up_not_the_point() -> None:
    # 3 of 120 is 2.5%, under the ceiling of 5%; but the interval reaches above it.
    rate = reading(city(backup=3), "backup_requested_rate")
    assert rate["value"] < 0.05 < rate["high"]
    assert gates(city(backup=3))["Safety"] == ("ok", 0)


def test_the_ceiling_is_held_against_each_call_type() -> None:
    found = {row["call_type"]: row for row in readings(city(), "backup_ceiling")}
    # None in 60 calls: by the interval it may still be 6%.
    assert [found[name]["value"] for name in ("Trespass", "Welfare")] == [0, 0]
    many = {row["call_type"]: row["value"] for row in readings(city(calls_n=240), "backup_ceiling")}
    assert many == {"Trespass": 1, "Welfare": 1, "Theft": None}  # nobody came to the theft
    without = readings(city(targets=""), "backup_ceiling")
    assert {row["status"] for row in without} == {"not measured"}


def test_the_floor_looks_at_harm_and_at_feeling_safe() -> None:
    assert reading(city(), "safety_floor")["value"] == 1
    assert reading(city(backup=3), "safety_floor")["value"] == 1  # back-up has a gate of its own
    assert reading(city(unsafe=100), "safety_floor")["value"] == 0


def test_stability_needs_twelve_known_months_of_every_figure() -> None:
    found = reading(city(), "trend_stability")
    assert found["status"] == "not measured"  # without a list of eligible types no capture
    assert "cannot be told" in found["reason"]


def test_a_year_in_which_no_month_stands_out_is_stable() -> None:
    found = reading(city(targets=SERVICE, calls_n=72), "trend_stability")
    assert (found["value"], found["status"]) == (1, "ok")


def test_one_late_month_in_which_nobody_felt_safe_is_a_concern() -> None:
    text = city(targets=SERVICE, calls_n=72)
    late = "\n".join(
        line.replace("| yes | none", "| no | none") if "CRT | 2025-12" in line else line
        for line in text.splitlines()
    )
    found = reading(late, "trend_stability")
    assert found["value"] == 0
    assert "felt safe" in found["reason"]
