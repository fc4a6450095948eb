"""The made-up city is the same each time and looks like a city."""

from collections import Counter, defaultdict
from itertools import pairwise

from arp.lake.schema import arrow_schema
from arp.sample import City, city
from arp.words.tables import TABLES

PROGRAM_UNITS = ("CCD", "CRT", "COR")


def rows(made: City, table: str) -> list[dict]:
    return made.tables[table].to_pylist()


def test_the_same_seed_gives_the_same_city(two_months):
    again = city(months=2, end="2026-09")
    assert all(again.tables[name].equals(two_months.tables[name]) for name in TABLES)
    assert again.planted.missed() == two_months.planted.missed()


def test_another_seed_gives_another_city(two_months):
    other = city(seed=1, months=2, end="2026-09")
    assert not other.tables["calls"].equals(two_months.tables["calls"])


def test_every_declared_table_is_there_with_its_stored_fields_and_types(two_months):
    assert list(two_months.tables) == list(TABLES)
    for name, table in TABLES.items():
        schema = two_months.tables[name].schema
        assert schema.names == [field.name for field in table.stored_fields]
        assert all(field.type == arrow_schema(table).field(field.name).type for field in schema)


def test_about_eight_thousand_calls_come_in_a_month(two_months):
    months = Counter(
        f"{row['received_at']:%Y-%m}" for row in rows(two_months, "calls") if row["received_at"]
    )
    assert set(months) == {"2026-08", "2026-09"}
    assert all(7_400 < n < 9_000 for n in months.values())


def test_the_teams_handle_a_believable_part_of_the_calls(two_months):
    handled = sum(two_months.planted.calls["handled"].to_pylist())
    assert 0.04 < handled / two_months.tables["calls"].num_rows < 0.2


def test_the_afternoon_is_busier_than_the_night(two_months):
    hours = Counter(
        row["received_at"].hour for row in rows(two_months, "calls") if row["received_at"]
    )
    assert hours[17] > 2 * hours[4]


def test_all_agencies_teams_and_origins_occur(two_months):
    assert set(two_months.tables["unit_responses"]["agency"].to_pylist()) == {
        "police",
        "fire",
        "ems",
        "program",
    }
    assert set(two_months.tables["encounters"]["team"].to_pylist()) == {"CCD", "CRT", "CoR"}
    assert set(two_months.tables["follow_ups"]["team"].to_pylist()) <= {"CN"}
    assert set(two_months.tables["calls"]["origin"].to_pylist()) == {
        "911",
        "non-emergency",
        "988/311 transfer",
        "self-initiated",
    }


def test_numbers_tell_calls_and_encounters_apart(two_months):
    for name, field in (("calls", "incident_number"), ("encounters", "encounter_id")):
        numbers = two_months.tables[name][field].to_pylist()
        assert len(set(numbers)) == len(numbers)


def test_units_and_encounters_belong_to_calls_that_are_there(two_months):
    numbers = set(two_months.tables["calls"]["incident_number"].to_pylist())
    assert set(two_months.tables["unit_responses"]["incident_number"].to_pylist()) <= numbers
    linked = set(two_months.tables["encounters"]["incident_number"].to_pylist())
    assert linked - {None} <= numbers
    assert None in linked


def test_clocks_run_forward_but_for_a_few_faults(two_months):
    clocks = ("dispatched_at", "en_route_at", "on_scene_at", "cleared_at")
    wrong = 0
    for row in rows(two_months, "unit_responses"):
        known = [row[clock] for clock in clocks if row[clock]]
        wrong += known != sorted(known)
    assert 0 < wrong < 0.01 * two_months.tables["unit_responses"].num_rows


def test_no_unit_of_a_team_is_on_two_calls_at_once(two_months):
    spans = defaultdict(list)
    for row in rows(two_months, "unit_responses"):
        if row["agency"] == "program" and row["dispatched_at"]:
            spans[row["unit_id"]].append((row["dispatched_at"], row["cleared_at"]))
    assert set(unit[:3] for unit in spans) == set(PROGRAM_UNITS)
    for committed in spans.values():
        committed.sort()
        assert all(end <= start for (_, end), (start, _) in pairwise(committed))


def test_a_call_has_the_first_clocks_and_the_last_clear_of_its_units(two_months):
    units = defaultdict(list)
    for row in rows(two_months, "unit_responses"):
        units[row["incident_number"]].append(row)
    for call in rows(two_months, "calls")[:2_000]:
        for clock, which in (("dispatched_at", min), ("on_scene_at", min), ("cleared_at", max)):
            known = [row[clock] for row in units[call["incident_number"]] if row[clock]]
            assert call[clock] == (which(known) if known else None)


def test_the_faults_of_real_files_are_there(two_months):
    calls, encounters = rows(two_months, "calls"), rows(two_months, "encounters")
    assert any(row["received_at"] is None for row in calls)
    assert any(row["call_type_initial"].isupper() for row in calls)
    assert any(row["contact_label"] is None for row in encounters)
    assert any(row["started_at"] is None for row in encounters)
    assert any(row["canceled"] for row in calls)
    assert any(row["duplicate_of"] for row in calls)
    assert any(row["is_test"] for row in calls)
    assert any(row["declined_reason"] for row in rows(two_months, "unit_responses"))


def test_the_call_types_change_on_the_planted_day(two_months):
    day = two_months.planted.new_codes_on
    before = after = 0
    for row in rows(two_months, "calls"):
        if row["received_at"] and row["call_type_initial"].startswith("Welfare check, "):
            after += row["received_at"].date() >= day
            before += row["received_at"].date() < day
    assert after > 0
    assert before == 0


def test_one_month_of_follow_ups_was_never_sent():
    made = city(months=6, end="2026-06")
    months = {f"{at:%Y-%m}" for at in made.tables["follow_ups"]["attempted_at"].to_pylist()}
    assert set(made.months) - months == {"2026-05"}


def test_a_few_neighbors_come_again_and_again(two_months):
    persons = Counter(two_months.tables["encounters"]["person_key"].to_pylist())
    del persons[None]
    assert max(persons.values()) >= 5
    assert sum(n == 1 for n in persons.values()) > 0.8 * len(persons)
