from datetime import UTC, datetime

import pytest

from arp.intake.recognition.feeds import named_after, slug
from arp.intake.road import understand
from arp.lake.lake import Lake
from tests.intake.drawn import TODAY, rows_of, sheet, understood, workbook


@pytest.mark.parametrize(
    ("file_name", "feed"),
    [
        ("Fire_Department_Calls_for_Service_2017-01.csv", "fire-department-calls-for-service"),
        ("911 Calls Oct 2026 FINAL (2).xlsx", "911-calls"),
        ("HEART encounters export 2026-10.xlsx", "heart-encounters"),
        ("2026-10.xlsx", ""),
        ("October.csv", ""),
        ("data.xlsx", ""),
        ("export (3).csv", ""),
        ("CAD data.xlsx", "cad-data"),
        ("../../etc/passwd.csv", "etc-passwd"),
    ],
)
def test_a_feed_is_named_after_its_files_without_what_changes_monthly(file_name, feed):
    assert named_after(file_name) == feed


@pytest.mark.parametrize("name", ["October.csv", "data.xlsx", "export (3).csv"])
def test_a_file_without_a_name_of_its_own_is_named_by_what_it_holds(name, tmp_path):
    lake = Lake(tmp_path / "lake")
    calls = "Incident Number | Received\n1 | 2026-10-05 14:00"
    records = "Encounter ID | Contact date and time | Mode\nE1 | 2026-10-05 14:00 | Phone"
    for drawn, feed in ((calls, "calls"), (records, "crisis-team-records")):
        first = understand(workbook(sheet(drawn), file_name=name), lake=lake, today=TODAY)
        assert first.feed == feed
        lake.commit(first.change, who="Ana", at=datetime(2026, 11, 22, tzinfo=UTC))
        november = workbook(sheet(drawn.replace("2026-10", "2026-11")), file_name="November.csv")
        assert understand(november, lake=lake, today=TODAY).feed == feed


def test_a_teams_calls_are_named_once_it_is_known_whose_they_are():
    book = workbook(sheet(TEAMS_SHEET), file_name="October.csv")
    assert understand(book, lake=None, today=TODAY).feed == "calls"
    told = understand(book, lake=None, answers={"scope": "program"}, today=TODAY)
    assert told.feed == "crisis-team-records"


def test_a_name_that_was_given_is_kept_as_far_as_it_can_be():
    assert slug("Police CAD 2") == "police-cad-2"


def test_a_teams_own_sheet_is_program_only():
    sheet = """
    ID | Received | On Scene | End Point of Dispatch | Engagement date & time | Disposition
    1 | 2026-10-05 14:00 | 2026-10-05 14:10 | Engaged | 2026-10-05 14:12 | Arrest
    """
    assert understood(sheet).scope == "program"


def test_dispatchs_calls_are_all_calls():
    assert understood("Incident Number | Received\n1 | 2026-10-05 14:00").scope == "all"


def test_calls_of_crisis_types_alone_are_asked_about():
    rows = "\n".join(f"26-{n} | Welfare check | 2026-10-05 14:00" for n in range(150))
    sheet = f"Incident Number | Call Type | Received\n{rows}"
    (question,) = understood(sheet).questions
    assert question.key == "scope"
    answered = understood(sheet, {"scope": "program"})
    assert answered.scope == "program"
    assert answered.change is not None


TEAMS_SHEET = """
    CAD # | Call Type | Received         | Team | Outcome
    26-1  | Noise     | 2026-10-05 14:00 | CRT  | Resolved on scene
    26-2  | Alarm     | 2026-10-05 15:00 | CCD  | Transported
    26-3  | Noise     | 2026-10-05 16:00 | CRT  | Refused services
"""


def test_a_sheet_that_names_a_team_and_an_outcome_on_every_row_is_asked_about():
    assert [question.key for question in understood(TEAMS_SHEET).questions] == ["scope"]
    dispatchs = TEAMS_SHEET.replace("Outcome", "Disposition")
    assert [question.key for question in understood(dispatchs).questions] == ["scope"]


def test_a_teams_sheet_of_calls_feeds_contacts_once_it_is_known_to_be_the_programs():
    found = understood(TEAMS_SHEET, {"scope": "program"})
    assert rows_of(found, "encounters", "incident_number", "team", "disposition_label") == [
        ("26-1", "CRT", "Resolved on scene"),
        ("26-2", "CCD", "Transported"),
        ("26-3", "CRT", "Refused services"),
    ]
    assert understood(TEAMS_SHEET, {"scope": "all"}).change.tables.keys() == {"calls", "settings"}


def test_what_is_known_of_a_teams_sheet_holds_next_month(tmp_path):
    lake = Lake(tmp_path / "lake")
    first = understood(TEAMS_SHEET, {"scope": "program"}, lake=lake)
    lake.commit(first.change, who="Ana", at=datetime(2026, 11, 22, tzinfo=UTC))
    november = TEAMS_SHEET.replace("26-", "27-").replace("2026-10", "2026-11")
    found = understood(november, lake=lake)
    assert (found.questions, found.scope) == ((), "program")
    assert found.change.tables["encounters"].num_rows == 3


def test_a_team_on_few_rows_is_no_sign_of_a_teams_own_sheet():
    calls = "\n".join(f"26-{n} | Noise | 2026-10-05 14:00 | | Report" for n in range(9))
    assert understood(f"{TEAMS_SHEET}\n{calls}".replace("Outcome", "Disposition")).questions == ()
