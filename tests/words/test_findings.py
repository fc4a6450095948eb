"""One finding reads as a plain sentence with its place and value in it."""

import pytest

from arp.words.findings import WHOLE_FILE, Finding, FindingKind, Refused, Severity


def kind(template: str) -> FindingKind:
    return FindingKind("odd", "An odd thing", template, "Look.", Severity.NOTE)


def test_the_blanks_are_filled_and_numbers_have_their_thousands_apart():
    finding = Finding(
        kind("row {row} of {sheet}, {column}: “{found}” stands {n} times, as in {other}."),
        sheet="Oct",
        row=12_045,
        column="Received",
        found="x",
        n=1_204,
        other="row 3",
    )
    assert finding.message == (
        "Row 12,045 of sheet “Oct”, Received: “x” stands 1,204 times, as in row 3."
    )


@pytest.mark.parametrize("sheet", [None, WHOLE_FILE])
def test_a_file_without_sheets_is_called_the_file(sheet):
    assert Finding(kind("{sheet} holds nothing."), sheet=sheet).message == "The file holds nothing."


def test_a_refusal_carries_the_finding_and_its_text_no_content_of_a_cell():
    refused = Refused(Finding(kind("{found} cannot be read."), found="Doe, Jane"))
    assert refused.finding.found == "Doe, Jane"
    assert str(refused) == "odd"
