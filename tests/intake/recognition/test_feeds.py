import pytest

from arp.intake.recognition.feeds import named_after, slug
from tests.intake.drawn import understood


@pytest.mark.parametrize(
    ("file_name", "feed"),
    [
        ("Fire_Department_Calls_for_Service_2017-01.csv", "fire-department-calls-for-service"),
        ("911 Calls Oct 2026 FINAL (2).xlsx", "911-calls"),
        ("HEART encounters export 2026-10.xlsx", "heart-encounters"),
        ("2026-10.xlsx", "feed"),
        ("../../etc/passwd.csv", "etc-passwd"),
    ],
)
def test_a_feed_is_named_after_its_files_without_what_changes_monthly(file_name, feed):
    assert named_after(file_name) == feed


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
