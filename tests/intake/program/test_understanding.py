"""A program workbook as a whole: saved whole, refused whole, and what it leaves alone."""

from datetime import UTC, datetime

import pytest

from arp.lake.lake import Lake
from tests.intake.drawn import kinds, sheet, workbook
from tests.intake.program.drawn import TEAMS, faults, program, settings, sheets

AT = datetime(2026, 11, 22, tzinfo=UTC)
AREAS = "\nAreas\nName in the data | Area | Valid from\nN | North |\nS | South |\n"


@pytest.fixture
def lake(tmp_path):
    return Lake(tmp_path / "lake")


def save(lake, drawing):
    return lake.commit(program(drawing, lake).change, who="staff", at=AT)


def stored(lake):
    rows = lake.snapshot().read("settings", ["section", "name"]).to_pylist()
    return sorted((row["section"], row["name"]) for row in rows)


def test_a_setting_is_stored_with_its_days_who_set_it_and_why():
    found = program(
        "Teams\nTeam | Valid from | Valid to | Set by | Why\n"
        "CRT | 2022-06-01 | 2026-12-31 | Council | The pilot"
    )
    (row,) = settings(found)
    assert row["value"] == '{"team": "CRT"}'
    assert [row[name] for name in ("name", "row_key", "set_by", "why", "feed", "month")] == [
        "CRT",
        "teams\x1fCRT\x1f2022-06-01",
        "Council",
        "The pilot",
        "settings",
        "undated",
    ]
    assert (f"{row['valid_from']}", f"{row['valid_to']}") == ("2022-06-01", "2026-12-31")
    assert (row["sheet"], row["sheet_row"]) == ("Teams", 2)


def test_one_fault_refuses_the_whole_and_every_fault_is_listed():
    found = program(
        TEAMS
        + """
Units
Unit | Team  | Valid from
CRT* | CRT   |
H*   | HEART | someday
"""
    )
    assert found.change is None
    assert found.refused.message == "The settings have faults (2), so none of them was saved."
    assert [fault[:3] for fault in faults(found)] == [
        ("unreadable_setting", "Units", 3),
        ("unknown_team", "Units", 3),
    ]


def test_a_sheet_with_a_row_is_the_whole_of_its_section_and_a_blank_one_leaves_it_alone(lake):
    save(lake, TEAMS + AREAS)
    assert save(
        lake, "Teams\nTeam | Valid from\nCRT |" + "\n\nAreas\nName in the data | Valid from"
    )
    assert stored(lake) == [("areas", "N"), ("areas", "S"), ("teams", "CRT")]


def test_what_goes_is_counted_before_it_is_saved(lake):
    save(lake, TEAMS + AREAS)
    tally = lake.preview(program(AREAS.replace("S | South |\n", ""), lake).change).tallies[
        "settings"
    ]
    assert (tally.rows_read, tally.unchanged, tally.removed) == (1, 1, 1)


def test_a_change_of_settings_is_one_change_and_can_be_taken_back(lake):
    save(lake, TEAMS)
    receipt = save(lake, AREAS)
    assert receipt.upload_id == "settings-2"
    lake.undo("settings-2", who="staff", at=AT)
    assert stored(lake) == [("teams", "CCD"), ("teams", "CRT")]


def test_layouts_that_uploads_taught_are_left_alone(lake):
    from arp.intake.road import understand
    from tests.intake.drawn import TODAY

    calls = sheet("Incident Number | Received\n26-1 | 2026-10-05 14:00", name="Data")
    answers = {"scope": "all"}
    taught = understand(workbook(calls), lake=lake, today=TODAY, answers=answers)
    lake.commit(taught.change, who="staff", at=AT)
    save(lake, TEAMS)
    assert {section for section, _ in stored(lake)} == {"feeds", "layouts", "teams"}


def test_the_same_workbook_again_changes_nothing(lake):
    save(lake, TEAMS + AREAS)
    assert save(lake, TEAMS + AREAS).status == "unchanged"


def test_a_workbook_without_a_row_is_refused():
    assert program("Teams\nTeam | Valid from").refused.kind.key == "no_settings"


def test_sheets_that_are_no_section_are_named_but_not_those_that_explain():
    sheets_of = [*sheets(TEAMS), sheet("a | b", "Read me"), sheet("a | b", "Notes")]
    from arp.intake.road import understand
    from tests.intake.drawn import TODAY

    found = understand(workbook(*sheets_of), lake=None, today=TODAY)
    assert [f.sheet for f in found.findings if f.kind.key == "other_sheet_not_used"] == ["Notes"]


def test_formulas_without_results_are_no_blanks():
    from arp.intake.road import understand
    from tests.intake.drawn import TODAY

    drawn = sheet("Team | Valid from\nCRT |", "Teams", uncached_formulas=2)
    found = understand(workbook(drawn), lake=None, today=TODAY)
    assert found.refused is not None
    assert "uncalculated_settings" in kinds(found)
