from datetime import date, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

from arp.measures.facts import coverage, duty
from arp.measures.facts.clock import ClockChange, clock_changes, steady_seconds
from arp.measures.settings import Settings
from arp.sample import City, city
from tests.measures.drawn import answer, drawn

EVERY_DAY = "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday"
NEW_YORK = ZoneInfo("America/New_York")
CHANGES = clock_changes(NEW_YORK, [2026])
CLOCK = pa.timestamp("us")


def settings(*shifts: str) -> Settings:
    """A schedule of rows such as “CRT | South | 09:00 | 21:00 | 1”, worked every day."""
    lines = ["schedule", "team | area | starts | ends | units | weekdays"]
    lines += [f"{shift} | {EVERY_DAY}" for shift in shifts]
    return Settings(drawn("\n".join(lines)).rows.get("settings", []) if shifts else [])


def covered(
    said: Settings,
    first: str,
    last: str,
    *work: str,
    areas: tuple[str, ...] | None = None,
    changes: list[ClockChange] = CHANGES,
) -> list[dict]:
    """Coverage, or that of areas, from the hour of one moment to that of another.

    `work` has a row “CRT | 2026-01-05 21:00 | 2026-01-05 21:40” a commitment.
    """
    ends = [datetime.fromisoformat(at) for at in (first, last)]
    done = [[cell.strip() for cell in row.split("|")] for row in work]
    tables = {
        "hours": coverage.hours(*ends, changes),
        "shifts": duty.shifts(said, ends[0].date(), ends[1].date(), changes),
        "areas": pa.table({"area": pa.array(areas or [], pa.string())}),
        "work": pa.table(
            {
                "team": pa.array([team for team, *_ in done], pa.string()),
                "dispatched": pa.array([datetime.fromisoformat(at) for _, at, _ in done], CLOCK),
                "cleared": pa.array([datetime.fromisoformat(at) for *_, at in done], CLOCK),
            }
        ),
    }

    def asked(hours, shifts, areas, work):
        starts, ends = (steady_seconds(work[name], changes) for name in ("dispatched", "cleared"))
        pieces = coverage.pieces(hours, shifts, work.select("team", starts=starts, ends=ends))
        if tables["areas"].num_rows:
            return coverage.area_coverage(pieces, shifts, hours, areas)
        return coverage.coverage(pieces, hours)

    rows = answer(asked, **tables)
    return sorted(rows, key=lambda row: (row["team"], row.get("area") or "", row["starts_at"]))


def minutes(rows: list[dict], name: str) -> list[float | None]:
    return [row[f"{name}_minutes"] for row in rows]


def test_each_team_of_the_schedule_has_every_hour_from_the_first_to_the_last() -> None:
    said = settings("CRT || 09:00 | 10:00 | 1", "CoR || 09:00 | 10:00 | 1")
    rows = covered(said, "2026-01-05 08:59:59", "2026-01-05 10:00:00")
    assert [(row["team"], row["starts_at"].hour, row["staffed_minutes"]) for row in rows] == [
        *(("CRT", 8, 0), ("CRT", 9, 60), ("CRT", 10, 0)),
        *(("CoR", 8, 0), ("CoR", 9, 60), ("CoR", 10, 0)),
    ]
    assert {(row["month"], row["hour_of_week"]) for row in rows} == {
        ("2026-01", hour) for hour in (8, 9, 10)
    }


def test_without_a_schedule_there_is_no_coverage() -> None:
    work = "CRT | 2026-01-05 09:10 | 2026-01-05 09:30"
    assert covered(settings(), "2026-01-05 09:00", "2026-01-05 09:00", work) == []


def test_scheduled_minutes_are_those_of_units_staffed_ones_those_of_the_clock() -> None:
    said = settings("CRT || 09:15 | 12:00 | 2", "CRT || 09:45 | 12:00 | 1")
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 10:00")
    assert minutes(rows, "scheduled") == [45 * 2 + 15 * 1, 180]
    assert minutes(rows, "staffed") == [45, 60]


def test_work_is_cut_at_the_hour_and_beyond_the_units_on_duty_it_is_overtime() -> None:
    said = settings("CRT || 09:00 | 10:00 | 1")
    work = (
        "CRT | 2026-01-05 09:50 | 2026-01-05 10:20",
        "CRT | 2026-01-05 09:55 | 2026-01-05 09:58",
    )
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 11:00", *work)
    assert minutes(rows, "committed") == [10, 0, 0]
    assert minutes(rows, "overtime") == [3, 20, 0]


def test_a_team_is_busy_while_as_many_units_are_at_work_as_are_on_duty() -> None:
    said = settings("CRT || 09:00 | 10:00 | 2")
    work = (
        "CRT | 2026-01-05 09:10 | 2026-01-05 09:40",
        "CRT | 2026-01-05 09:25 | 2026-01-05 09:30",
        "CRT | 2026-01-05 09:30 | 2026-01-05 09:35",
    )
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 09:00", *work)
    assert (minutes(rows, "busy"), minutes(rows, "committed")) == ([10], [40])


def test_a_team_off_duty_is_not_busy() -> None:
    said = settings("CRT || 09:00 | 09:30 | 1")
    rows = covered(
        said, "2026-01-05 09:00", "2026-01-05 09:00", "CRT | 2026-01-05 09:20 | 2026-01-05 09:50"
    )
    assert (minutes(rows, "busy"), minutes(rows, "overtime")) == ([10], [20])


def test_work_that_began_before_the_first_hour_counts_from_it_on() -> None:
    said = settings("CRT || 00:00 | 24:00 | 1")
    work = "CRT | 2026-01-05 07:10 | 2026-01-05 09:20"
    assert minutes(covered(said, "2026-01-05 09:00", "2026-01-05 10:00", work), "busy") == [20, 0]


def test_of_a_team_without_any_unit_at_work_no_work_is_known() -> None:
    said = settings("CRT || 09:00 | 10:00 | 1", "CCD || 09:00 | 10:00 | 1")
    ccd, crt = covered(
        said, "2026-01-05 09:00", "2026-01-05 09:00", "CRT | 2026-01-05 09:20 | 2026-01-05 09:50"
    )
    assert [ccd[f"{name}_minutes"] for name in ("committed", "overtime", "busy")] == [None] * 3
    assert (ccd["staffed_minutes"], crt["busy_minutes"]) == (60, 30)


def test_the_hour_that_never_comes_has_no_row_and_the_one_that_comes_twice_120_minutes() -> None:
    said = settings("CRT || 00:00 | 24:00 | 1")
    spring = covered(said, "2026-03-08 01:00", "2026-03-08 03:00")
    assert [(row["starts_at"].hour, row["staffed_minutes"]) for row in spring] == [(1, 60), (3, 60)]
    autumn = covered(said, "2026-11-01 00:00", "2026-11-01 02:00")
    assert [(row["hour_of_week"] % 24, row["staffed_minutes"]) for row in autumn] == [
        *((0, 60), (1, 120), (2, 60))
    ]


def test_a_unit_at_work_through_the_doubled_hour_is_busy_in_both_of_its_passes() -> None:
    said = settings("CRT || 00:00 | 24:00 | 1")
    work = "CRT | 2026-11-01 00:30 | 2026-11-01 02:10"
    rows = covered(said, "2026-11-01 00:00", "2026-11-01 02:00", work)
    assert minutes(rows, "busy") == [30, 120, 10]


def test_in_a_zone_without_summer_time_the_day_has_24_hours_of_60_minutes() -> None:
    said = settings("CRT || 00:00 | 24:00 | 1")
    rows = covered(said, "2026-11-01 00:00", "2026-11-01 23:00", changes=[])
    assert minutes(rows, "staffed") == [60] * 24


# By area


def by_area(rows: list[dict], name: str) -> dict[str, list[float | None]]:
    areas = dict.fromkeys(row["area"] for row in rows)
    return {area: minutes([row for row in rows if row["area"] == area], name) for area in areas}


def test_a_shift_of_the_whole_city_serves_every_known_area() -> None:
    said = settings("CRT || 09:00 | 09:30 | 1")
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 09:00", areas=("North", "South"))
    assert by_area(rows, "staffed") == {"North": [30], "South": [30]}


def test_a_team_has_no_row_for_an_area_it_never_serves() -> None:
    said = settings("CRT | South | 09:00 | 10:00 | 1", "CoR || 09:00 | 10:00 | 1")
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 09:00", areas=("North", "South"))
    assert {(row["team"], row["area"]) for row in rows} == {
        *(("CRT", "South"), ("CoR", "North"), ("CoR", "South"))
    }


def test_a_districts_shift_is_there_beside_the_whole_citys() -> None:
    said = settings("CRT | South | 09:00 | 10:00 | 1", "CRT || 09:20 | 09:30 | 1")
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 10:00", areas=("North", "South"))
    assert by_area(rows, "staffed") == {"North": [10, 0], "South": [60, 0]}


def test_an_area_is_busy_while_the_whole_pool_is_and_the_area_is_served() -> None:
    said = settings("CRT | South | 09:00 | 10:00 | 1", "CRT | North | 09:00 | 09:30 | 1")
    work = (
        "CRT | 2026-01-05 09:10 | 2026-01-05 09:20",
        "CRT | 2026-01-05 09:15 | 2026-01-05 09:50",
    )
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 10:00", *work, areas=("North", "South"))
    assert by_area(rows, "busy") == {"North": [5, 0], "South": [5 + 20, 0]}


def test_what_is_unknown_of_a_teams_work_is_unknown_in_each_area() -> None:
    said = settings("CRT | South | 09:00 | 10:00 | 1")
    rows = covered(said, "2026-01-05 09:00", "2026-01-05 10:00", areas=("North",))
    assert by_area(rows, "busy") == {"South": [None, None]}
    assert by_area(rows, "staffed") == {"South": [60, 0]}


# The sample city


@pytest.fixture(scope="module")
def autumn() -> City:
    """October before the expansion, November since, with a clock change on its first day."""
    return city(months=2, end="2025-11")


def test_the_minutes_planted_in_the_sample_city_come_back(autumn: City) -> None:
    """All by team, era and hour of week, to the second.

    But for the last hour: the city ends with its last call, coverage with that call's hour.
    """
    calls, units = autumn.tables["calls"], autumn.tables["unit_responses"].to_pylist()
    received = [at for at in calls["received_at"].to_pylist() if at]
    first, last = min(received), max(received)
    changes = clock_changes(NEW_YORK, [2025])
    teams = {"CCD": "CCD", "CRT": "CRT", "COR": "CoR"}
    work = [
        f"{teams[row['unit_id'][:3].upper()]} | {row['dispatched_at']} | {row['cleared_at']}"
        for row in units
        if row["unit_id"][:3].upper() in teams and row["dispatched_at"]
    ]
    said = Settings(autumn.tables["settings"].to_pylist())
    rows = covered(said, f"{first}", f"{last}", *work, changes=changes)
    found: dict[tuple, dict[str, float]] = {}
    for row in rows:
        if row["starts_at"] == last.replace(minute=0, second=0):
            continue
        era = row["starts_at"].date() >= autumn.planted.expansion_on
        sums = found.setdefault((row["team"], era, row["hour_of_week"]), {"staffed": 0, "busy": 0})
        for name in sums:
            sums[name] += row[f"{name}_minutes"]
    last_hour = last.weekday() * 24 + last.hour
    for truth in autumn.planted.coverage.to_pylist():
        if truth["hour_of_week"] != last_hour:
            key = (truth["team"], truth["since_expansion"], truth["hour_of_week"])
            planted = {name: truth[f"{name}_minutes"] for name in ("staffed", "busy")}
            assert found[key] == pytest.approx(planted), key
    assert autumn.planted.expansion_on == date(2025, 11, 1)
