from datetime import date, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa

from arp.measures.facts import duty
from arp.measures.facts.clock import ClockChange, clock_changes, steady_seconds
from arp.measures.settings import Settings
from tests.measures.drawn import answer, drawn

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
NEW_YORK = clock_changes(ZoneInfo("America/New_York"), [2026])
EVERY_DAY = "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday"
HEADER = (
    "schedule\nteam | area | weekdays | starts | ends | units | holidays | valid_from | valid_to"
)
CLOCK = pa.timestamp("us")


def settings(*shifts: str, more: str = "") -> Settings:
    """A schedule of rows such as “CRT | South | Monday | 09:00 | 21:00 | 1”, and more sections."""
    lines = []
    for shift in shifts:
        cells = [cell.strip() for cell in shift.split("|")]
        lines.append(" | ".join(cells + [""] * (9 - len(cells))).replace("every day", EVERY_DAY))
    return Settings(drawn("\n".join([HEADER, *lines]) + f"\n\n{more}").rows.get("settings", []))


def spans(said: Settings, first: str, last: str, changes: list[ClockChange] = NEW_YORK) -> list:
    days = date.fromisoformat(first), date.fromisoformat(last)
    rows = duty.shifts(said, *days, changes).sort_by("starts").to_pylist()
    return [(row["team"], row["area"], hours(row), row["units"]) for row in rows]


def hours(row: dict) -> float:
    return (row["ends"] - row["starts"]) / 3600


def standing(
    said: Settings,
    *questions: str,
    work: tuple[str, ...] = (),
    changes: list[ClockChange] = NEW_YORK,
) -> list[tuple]:
    """Serves, on duty, on duty anywhere and committed, for each “CRT | South | 2026-01-05 21:00”.

    `work` has a row “CRT | 2026-01-05 21:00 | 2026-01-05 21:40” a commitment.
    """
    asked = [[cell.strip() or None for cell in question.split("|")] for question in questions]
    pairs = pa.table(
        {
            "incident_number": [f"{number:03}" for number in range(len(asked))],
            "team": [team for team, _, _ in asked],
            "area": pa.array([area for _, area, _ in asked], pa.string()),
            "asked": pa.array([at and datetime.fromisoformat(at) for *_, at in asked], CLOCK),
        }
    )
    done = [[cell.strip() for cell in row.split("|")] for row in work]
    committed = pa.table(
        {
            "team": pa.array([team for team, *_ in done], pa.string()),
            "dispatched": pa.array([datetime.fromisoformat(at) for _, at, _ in done], CLOCK),
            "cleared": pa.array([datetime.fromisoformat(at) for *_, at in done], CLOCK),
        }
    )
    rows = answer(
        lambda pairs, service, shifts, work: duty.standing(
            pairs.mutate(asked_at=steady_seconds(pairs.asked, changes)),
            service,
            shifts,
            work.select(
                "team",
                starts=steady_seconds(work.dispatched, changes),
                ends=steady_seconds(work.cleared, changes),
            ),
        ),
        pairs=pairs,
        service=duty.service(said, FIRST, LAST, changes),
        shifts=duty.shifts(said, FIRST, LAST, changes),
        work=committed,
    )
    rows.sort(key=lambda row: row["incident_number"])
    names = ("serves", "on_duty", "on_duty_anywhere", "committed")
    return [tuple(row[name] for name in names) for row in rows]


def on_duty(said: Settings, *questions: str) -> list[int | None]:
    return [row[1] for row in standing(said, *questions)]


# Shifts


def test_a_shift_is_worked_on_its_weekdays_from_start_to_end() -> None:
    said = settings("CRT | South | Monday; Friday | 09:00 | 21:30 | 2")
    assert spans(said, "2026-01-05", "2026-01-11") == [("CRT", "South", 12.5, 2)] * 2


def test_a_shift_that_ends_at_or_before_its_start_ends_the_next_day() -> None:
    said = settings("CRT || Monday | 21:00 | 06:00 | 1", "CRT || Monday | 07:00 | 07:00 | 1")
    assert spans(said, "2026-01-05", "2026-01-05") == [("CRT", None, 24, 1), ("CRT", None, 9, 1)]


def test_midnight_may_be_written_as_the_end_of_the_day_or_the_start_of_the_next() -> None:
    said = settings("CRT || Monday | 18:00 | 24:00 | 1", "CCD || Monday | 18:00 | 00:00 | 1")
    assert [span[2] for span in spans(said, "2026-01-05", "2026-01-05")] == [6, 6]


def test_the_shift_of_the_evening_before_reaches_into_the_first_day() -> None:
    said = settings("CRT || Monday | 21:00 | 06:00 | 1")
    assert len(spans(said, "2026-01-06", "2026-01-06")) == 1
    assert spans(said, "2026-01-07", "2026-01-07") == []


def test_the_day_on_which_a_shift_starts_says_which_schedule_holds() -> None:
    said = settings(
        "CRT || every day | 22:00 | 06:00 | 1 || | 2026-01-05",
        "CRT || every day | 22:00 | 06:00 | 3 || 2026-01-06 |",
    )
    assert [span[3] for span in spans(said, "2026-01-05", "2026-01-07")] == [1, 1, 3, 3]
    asked = ("CRT | South | 2026-01-06 05:59", "CRT | South | 2026-01-06 22:00")
    assert on_duty(said, *asked) == [1, 3]


def test_a_holiday_stops_only_the_shifts_that_are_not_worked_on_holidays() -> None:
    rest = "holidays\nday | holiday\n2026-01-19 | A holiday"
    shifts = (
        "A || Monday | 09:00 | 17:00 | 1 | no",
        "B || Monday | 09:00 | 17:00 | 1 | yes",
        "C || Monday | 09:00 | 17:00 | 1 |",
    )
    worked = {span[0] for span in spans(settings(*shifts, more=rest), "2026-01-19", "2026-01-19")}
    assert worked == {"B", "C"}
    assert len(spans(settings(*shifts), "2026-01-19", "2026-01-19")) == 3


def test_the_night_shift_of_the_eve_is_worked_into_a_holiday() -> None:
    rest = "holidays\nday | holiday\n2026-01-19 | A holiday"
    said = settings("CRT || every day | 22:00 | 06:00 | 1 | no", more=rest)
    asked = ("CRT | South | 2026-01-19 05:00", "CRT | South | 2026-01-19 23:00")
    assert on_duty(said, *asked) == [1, 0]


def test_a_shift_over_a_clock_change_has_its_true_length() -> None:
    said = settings("CRT || every day | 22:00 | 06:00 | 1")
    assert [span[2] for span in spans(said, "2026-03-08", "2026-03-08")] == [7, 8]
    assert [span[2] for span in spans(said, "2026-11-01", "2026-11-01")] == [9, 8]
    assert [span[2] for span in spans(said, "2026-11-01", "2026-11-01", [])] == [8, 8]


def test_a_shift_within_the_hour_that_never_comes_is_none() -> None:
    said = settings("CRT || every day | 02:00 | 03:00 | 1")
    assert len(spans(said, "2026-03-07", "2026-03-07")) == 2
    assert len(spans(said, "2026-03-07", "2026-03-08")) == 2


def test_an_area_is_named_as_in_the_data_or_as_in_charts() -> None:
    names = "areas\nlabel | area\nD1 | South\nD2 |"
    said = settings(
        "A | D1 | Monday | 09:00 | 17:00 | 1",
        "B | D2 | Monday | 09:00 | 17:00 | 1",
        "C | South | Monday | 09:00 | 17:00 | 1",
        more=names,
    )
    areas = {span[0]: span[1] for span in spans(said, "2026-01-05", "2026-01-05")}
    assert areas == {"A": "South", "B": "D2", "C": "South"}


def test_without_a_schedule_there_is_no_shift_and_nothing_is_known() -> None:
    said = settings(more="teams\nteam\nCRT")
    assert duty.shifts(said, FIRST, LAST, []).num_rows == 0
    assert duty.service(said, FIRST, LAST, []).num_rows == 0
    assert standing(said, "CRT | South | 2026-01-05 10:00") == [(None, None, None, None)]


def test_an_entry_that_does_not_say_how_many_or_until_when_is_no_shift() -> None:
    said = settings("CRT || Monday | 09:00 | 17:00 |", "CRT || Monday | 10:00 | | 2")
    assert spans(said, "2026-01-05", "2026-01-05") == []


# Standing


def test_a_call_at_the_minute_a_shift_starts_is_staffed_at_the_minute_it_ends_not() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 2")
    asked = (
        "CRT | South | 2026-01-05 08:59:59",
        "CRT | South | 2026-01-05 09:00:00",
        "CRT | South | 2026-01-05 20:59:59",
        "CRT | South | 2026-01-05 21:00:00",
    )
    assert on_duty(said, *asked) == [0, 2, 2, 0]


def test_one_shift_after_another_leaves_no_second_without_a_unit() -> None:
    said = settings("CRT || every day | 09:00 | 17:00 | 2", "CRT || every day | 17:00 | 23:00 | 1")
    asked = ("CRT | South | 2026-01-05 16:59:59", "CRT | South | 2026-01-05 17:00:00")
    assert on_duty(said, *asked) == [2, 1]


def test_a_unit_cleared_at_the_second_the_next_call_queues_is_free() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 1")
    work = ("CRT | 2026-01-05 10:00:00 | 2026-01-05 10:30:00",)
    asked = [
        f"CRT | South | 2026-01-05 {at}" for at in ("09:59:59", "10:00:00", "10:29:59", "10:30")
    ]
    assert [row[3] for row in standing(said, *asked, work=work)] == [0, 1, 1, 0]


def test_the_next_unit_sent_at_the_second_another_clears_makes_one_not_two() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 1")
    work = (
        "CRT | 2026-01-05 10:00 | 2026-01-05 10:30",
        "CRT | 2026-01-05 10:30 | 2026-01-05 11:00",
    )
    assert standing(said, "CRT | South | 2026-01-05 10:30", work=work) == [(True, 1, 1, 1)]


def test_two_units_at_work_at_once_add_up_and_teams_do_not_mix() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 2", "CoR || every day | 09:00 | 21:00 | 1")
    work = (
        "CRT | 2026-01-05 10:00 | 2026-01-05 10:30",
        "CRT | 2026-01-05 10:10 | 2026-01-05 10:20",
        "CoR | 2026-01-05 10:10 | 2026-01-05 10:11",
    )
    asked = ("CRT | South | 2026-01-05 10:15", "CoR | South | 2026-01-05 10:15")
    assert [row[3] for row in standing(said, *asked, work=work)] == [2, 0]


def test_two_shifts_at_once_add_up() -> None:
    said = settings("CRT || every day | 06:00 | 22:00 | 2", "CRT || every day | 12:00 | 20:00 | 1")
    asked = [f"CRT | South | 2026-01-05 {at}" for at in ("11:59", "12:00", "20:00")]
    assert on_duty(said, *asked) == [2, 3, 2]


def test_a_shift_over_midnight_is_worked_on_both_days() -> None:
    said = settings("CRT || Monday | 21:00 | 06:00 | 1")
    asked = [
        f"CRT | South | 2026-01-{at}" for at in ("05 23:59", "06 00:00", "06 05:59", "06 06:00")
    ]
    assert on_duty(said, *asked) == [1, 1, 1, 0]


def test_where_a_team_serves_the_area_all_its_units_on_duty_anywhere_count() -> None:
    said = settings(
        "CRT | South | every day | 09:00 | 21:00 | 1",
        "CRT | Center | every day | 09:00 | 17:00 | 2",
    )
    asked = (
        "CRT | South | 2026-01-05 10:00",
        "CRT | Center | 2026-01-05 10:00",
        "CRT | Center | 2026-01-05 18:00",
        "CRT | North | 2026-01-05 10:00",
    )
    assert [row[:3] for row in standing(said, *asked)] == [
        (True, 3, 3),
        (True, 3, 3),
        (True, 0, 1),
        (False, 0, 3),
    ]


def test_a_shift_of_the_whole_city_serves_every_area_beside_one_of_a_district() -> None:
    said = settings(
        "CRT | South | every day | 09:00 | 21:00 | 1", "CRT || every day | 12:00 | 14:00 | 2"
    )
    asked = [f"CRT | {area} | 2026-01-05 {at}:00" for area in ("South", "North") for at in (10, 13)]
    assert [row[:2] for row in standing(said, *asked)] == [
        (True, 1),
        (True, 3),
        (True, 0),
        (True, 3),
    ]


def test_a_team_serves_an_area_at_any_hour_and_weekday_of_the_schedule_valid_that_day() -> None:
    said = settings(
        "CRT | South | Monday | 09:00 | 17:00 | 1 || | 2026-01-31",
        "CRT | North | Monday | 09:00 | 17:00 | 1 || 2026-02-01 |",
    )
    asked = [
        f"CRT | {area} | {at}"
        for area in ("South", "North")
        for at in ("2026-01-31 23:59:59", "2026-02-01 00:00")
    ]
    assert [row[0] for row in standing(said, *asked)] == [True, False, False, True]


def test_a_shift_of_the_day_before_still_serves_an_area_that_the_new_schedule_gives_up() -> None:
    said = settings(
        "CRT | South | every day | 22:00 | 06:00 | 1 || | 2026-01-31",
        "CRT | North | every day | 09:00 | 17:00 | 1 || 2026-02-01 |",
    )
    asked = [f"CRT | South | 2026-02-01 {at}" for at in ("05:59", "06:00")]
    assert [row[:2] for row in standing(said, *asked)] == [(True, 1), (False, 0)]


def test_of_a_team_that_the_schedule_does_not_name_nothing_is_known() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 1")
    work = ("CCD | 2026-01-05 10:00 | 2026-01-05 10:30",)
    asked = ("CCD | South | 2026-01-05 10:00", "CRT | South | 2026-01-05 10:00")
    assert standing(said, *asked, work=work) == [(None, None, None, 1), (True, 1, 1, None)]


def test_a_call_without_an_area_is_in_doubt_only_where_the_area_decides() -> None:
    said = settings(
        "CRT | South | every day | 09:00 | 21:00 | 1", "CRT || every day | 12:00 | 14:00 | 2"
    )
    asked = [f"CRT || 2026-01-05 {at}:00" for at in ("08", "10", "13")]
    assert on_duty(said, *asked) == [0, None, 3]
    district = settings("CRT | South | every day | 09:00 | 21:00 | 1")
    assert [row[0] for row in standing(district, "CRT || 2026-01-05 10:00")] == [None]


def test_a_call_without_a_time_cannot_be_told() -> None:
    said = settings("CRT || every day | 09:00 | 21:00 | 1")
    work = ("CRT | 2026-01-05 10:00 | 2026-01-05 10:30",)
    assert standing(said, "CRT | South |", work=work) == [(None, None, None, None)]


def test_through_both_clock_changes_a_shift_ends_by_the_clock_on_the_wall() -> None:
    said = settings("CRT || every day | 22:00 | 03:00 | 1")
    spring = [f"CRT | South | 2026-03-08 {at}" for at in ("01:59:59", "03:00")]
    autumn = [f"CRT | South | 2026-11-01 {at}" for at in ("01:30", "02:59:59", "03:00")]
    assert on_duty(said, *spring, *autumn) == [1, 0, 1, 1, 0]


# Commitments


def committed(*rows: tuple[str | None, str, float | None, bool | None]) -> list[tuple[str, float]]:
    """Team and minutes of each commitment, from team, dispatched, committed minutes and valid."""
    teams, at, minutes, valid = zip(*rows, strict=True)
    units = pa.table(
        {
            "team": pa.array(teams, pa.string()),
            "dispatched_at": pa.array([datetime.fromisoformat(text) for text in at], CLOCK),
            "committed_minutes": pa.array(minutes, pa.float64()),
            "committed_valid": pa.array(valid, pa.bool_()),
        }
    )
    found = answer(lambda units: duty.commitments(units, NEW_YORK), units=units)
    return [(row["team"], (row["ends"] - row["starts"]) / 60) for row in found]


def test_a_unit_is_committed_for_its_minutes_to_the_second() -> None:
    assert committed(("CRT", "2026-01-05 10:00", 100 / 60, True)) == [("CRT", 100 / 60)]


def test_another_agencys_unit_and_one_of_which_the_time_is_unknown_are_left_out() -> None:
    at = "2026-01-05 10:00"
    assert committed(("CRT", at, None, None), ("CRT", at, None, False), (None, at, 5.0, True)) == []


def test_a_commitment_through_the_doubled_hour_lasts_as_long_as_it_did() -> None:
    assert committed(("CRT", "2026-11-01 00:50", 90.0, True)) == [("CRT", 90)]
