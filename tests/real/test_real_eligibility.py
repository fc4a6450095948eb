"""San Francisco's week with a made-up program: what its settings make of real calls and units.

The export has one row a unit and says nothing of teams or agencies. A program workbook names some
call types eligible and some of its call signs two teams, by the command line; the oracle of
`tests.told` is fed with the rows that the lake then holds, and must agree with every figure.
"""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.words.tables import TABLES
from tests.counted import WHOLE, By, Counted, assert_same, compare, group_of, grouped
from tests.made_city import Row
from tests.real import conftest as files
from tests.real.command_line import CommandLine
from tests.real.made_program import FAULTY, PROGRAM, fill
from tests.told.city import ToldCity
from tests.told.compared import candidate_areas_hours
from tests.told.figures import parts
from tests.told.indicators import NOT_OF_A_TEAM, OF_CALLS, OF_RESPONSES, PARTS, RATIOS, divided

TODAY = date(2017, 2, 1)
BREAKDOWNS: list[By] = [WHOLE, ("month",), ("team",), ("month", "team")]
PLACES: list[By] = [("area",), ("priority", "call_type")]
UNTOLD = (  # without units of police, contact records, final types and origins
    *("calls_diverted", "diversion_share_total", "no_police_sent", "police_only_on_eligible"),
    *("police_hours_on_eligible", "police_p1_response_p50", "police_p1_response_p90"),
    *("upgrade_rate", "contact_made_rate", "canceled_en_route_rate", "backup_requested_rate"),
    *("urgent_backup_rate", "outcome_link_rate", "recode_rate", "dispatch_recall"),
    *("dispatch_precision", "self_initiated_share", "police_pending_p90"),
    *("police_pending_over_60", "arrests_per_100_eligible"),
)
TOLD = [key for key in OF_CALLS if key not in UNTOLD]


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    city = CommandLine(tmp_path_factory.mktemp("san_francisco"))
    city.run("import", files.real(files.SAN_FRANCISCO_2017))
    (saved,) = city.run("import", workbook(city, PROGRAM))
    assert (saved["status"], saved["feed"]) == ("saved", "settings")
    return city


def workbook(city: CommandLine, drawing: str) -> Path:
    """The program workbook as the app writes it, with the rows of a drawing."""
    path = city.folder / "program.xlsx"
    city.run("template", "--program", path)
    return fill(path, drawing)


def stored(city: CommandLine) -> dict[str, list[Row]]:
    return {table: city.snapshot.read(table).to_pylist() for table in TABLES}


@pytest.fixture(scope="module")
def counted(city):
    told = ToldCity(stored(city), TODAY)
    return Counted(told, Evidence.derive(city.snapshot, today=TODAY))


@pytest.fixture(scope="module")
def read(counted):
    """The readings of an indicator; those of one breakdown are asked for together."""
    keys = (*OF_CALLS, *PARTS, *OF_RESPONSES, *RATIOS)
    held: dict[By, list[Row]] = {}

    def read(key: str, by: By) -> list[Row]:
        if by not in held:
            found = measure(counted.evidence, keys, by=by).astype(object)
            held[by] = found.where(found.notna(), None).to_dict("records")
        return [row | {"month": row["period"]} for row in held[by] if row["indicator"] == key]

    return read


def rows_of(counted: Counted, by: By) -> list[Row]:
    return counted.told.call_teams if "team" in by else counted.told.calls


@pytest.mark.parametrize("by", [*BREAKDOWNS, *PLACES], ids=",".join)
@pytest.mark.parametrize("key", TOLD)
def test_the_oracle_confirms_what_calls_tell(counted, read, key, by):
    readings = read(key, by)
    if "team" in by and key in NOT_OF_A_TEAM:
        assert [row["status"] for row in readings] == ["not measured"]
    else:
        compare(readings, by, rows_of(counted, by), OF_CALLS[key])


@pytest.mark.parametrize("by", [*BREAKDOWNS, *PLACES], ids=",".join)
@pytest.mark.parametrize("key", PARTS)
def test_the_oracle_confirms_why_calls_were_missed(counted, read, key, by):
    part, values, _ = PARTS[key]
    groups = grouped(rows_of(counted, by), by)
    readings = read(key, by)
    assert {reading[part] for reading in readings} == set(values)
    for reading in readings:
        found = groups.get(group_of(reading, by), [])
        assert_same(reading, parts((row[part] for row in found), reading[part]))


@pytest.mark.parametrize("by", BREAKDOWNS, ids=",".join)
def test_the_oracle_confirms_the_programs_responses(counted, read, by):
    rows = counted.told.team_responses if "team" in by else counted.told.responses
    compare(read("program_responses", by), by, rows, OF_RESPONSES["program_responses"])


@pytest.mark.parametrize("by", BREAKDOWNS, ids=",".join)
@pytest.mark.parametrize("key", ["uhu", "all_units_busy"])
def test_the_oracle_confirms_how_busy_units_were(counted, read, key, by):
    compare(read(key, by), by, RATIOS[key](counted.told), divided(key))


def test_the_oracle_confirms_where_and_when_more_service_would_reach_calls(counted):
    readings = measure(counted.evidence, ["candidate_areas_hours"]).to_dict("records")
    found = {(row["area"], row["part"]): (row["value"], row["n"]) for row in readings}
    expected = candidate_areas_hours(counted.told.calls)
    assert found == {block: pytest.approx(figure) for block, figure in expected.items()}


def test_every_place_of_a_missed_call_that_these_data_can_tell_has_calls(read):
    """So that what the oracle confirms is not a row of zeros."""
    missed = {row["missed_why"]: row["value"] for row in read("missed_eligible", WHOLE)}
    assert {why for why, calls in missed.items() if calls} == {
        *("outside area", "outside hours", "sent, did not arrive", "all units busy"),
        "not routed",
    }
    assert all(row["value"] for row in read("recoverable_calls", WHOLE))
    assert all(read(f"{agency}_diverted", WHOLE)[0]["value"] for agency in ("ems", "fire"))


def test_eligible_and_handled_calls_are_those_of_the_file(read):
    with files.real(files.SAN_FRANCISCO_2017).open(newline="") as file:
        rows = list(csv.DictReader(file))
    eligible = {row["Call Number"] for row in rows if is_eligible(row)}
    handled = {
        row["Call Number"]
        for row in rows
        if row["Unit ID"] in ("55", "85", "88", "52", "KM03") and row["On Scene DtTm"]
    }
    (captured,) = read("eligible_capture_all", WHOLE)
    assert (captured["numerator"], captured["denominator"]) == (
        len(eligible & handled),
        len(eligible),
    )


def is_eligible(row: dict[str, str]) -> bool:
    """Read off the sheet “Eligible call types” above."""
    day = datetime.strptime(row["Entry DtTm"], "%m/%d/%Y %I:%M:%S %p").date()
    match row["Call Type"]:
        case "Medical Incident":
            late = row["Priority"] == "3" and day >= date(2017, 1, 3)
            return row["Priority"] == "2" or late
        case "Other":
            return day <= date(2017, 1, 3)
        case call_type:
            return call_type == "Citizen Assist / Service Call"


@pytest.mark.parametrize("by", [WHOLE, ("month",)], ids=",".join)
@pytest.mark.parametrize("key", UNTOLD)
def test_what_needs_police_contacts_or_final_types_is_not_measured(read, key, by):
    readings = read(key, by)
    assert {(row["status"], row["value"]) for row in readings} == {("not measured", None)}
    assert all(row["reason"] for row in readings)


def test_the_same_workbook_again_changes_nothing(city):
    (again,) = city.run("import", workbook(city, PROGRAM))
    assert again["status"] == "unchanged"
    assert len(city.run("history")) == 2


def test_a_faulty_workbook_is_refused_with_every_fault_and_changes_nothing(city):
    before = stored(city)
    (refused,) = city.run("import", workbook(city, FAULTY), status=1)
    assert refused["status"] == "refused"
    assert refused["reason"].startswith("The settings have faults (4), so none of them was saved.")
    assert {
        (found["kind"], found["sheet"], found["row"], found["column"])
        for found in refused["findings"]
        if found["severity"] == "stops the upload"
    } == {
        ("unknown_team", "Units", 2, "Team"),
        ("unreadable_setting", "Eligible call types", 2, "Valid from"),
        ("overlapping_shifts", "Service schedule", 3, "Starts"),
        ("missing_setting", "Targets", 2, "Unit"),
    }
    assert stored(city) == before
    assert len(city.run("history")) == 2
