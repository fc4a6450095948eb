"""An answer that names what is not there is refused in words that say what there is."""

from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, workbook

CALLS = "Incident Number | Received\n26-1 | 2026-10-05 14:00"


def understood(**answers):
    book = workbook(sheet(CALLS, "October"), sheet(CALLS, "November"))
    return understand(book, lake=None, answers=answers, today=TODAY)


def test_a_sheet_that_is_not_there_is_refused_with_the_sheets_that_are():
    refused = understood(sheet="Octobre").refused
    assert refused.message == (
        "The workbook has no sheet “Octobre”. Its sheets: “October”, “November”."
    )
    assert understood(sheet="October").refused is None


def test_a_time_zone_that_does_not_exist_is_refused():
    refused = understood(time_zone="Eastern").refused
    assert refused.message == "There is no time zone named “Eastern”."
    assert understood(time_zone="America/New_York").refused is None
