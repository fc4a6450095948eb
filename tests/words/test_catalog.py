"""The catalog of findings: sorted, plain, and with something to do for each."""

import re
from string import Formatter

import pytest

from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused, Severity

BLANKS = {"sheet": "October", "row": 1048576, "column": "Received", "found": "x", "n": 1204}


def blanks_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_the_catalog_is_sorted_by_key():
    assert list(CATALOG) == sorted(CATALOG)
    assert all(key == kind.key for key, kind in CATALOG.items())


def test_no_kind_is_declared_twice():
    from arp.words import (
        corrections,
        notes,
        refusals,
        row_findings,
        settings_findings,
        shape_findings,
    )

    kinds = (
        *refusals.REFUSED_UNREAD,
        *refusals.REFUSED_AFTER_READING,
        *row_findings.ROWS_SET_ASIDE,
        *row_findings.VALUES_LOST,
        *notes.ABOUT_THE_FILE,
        *notes.ABOUT_ROWS,
        *notes.ABOUT_COLUMNS,
        *settings_findings.SETTINGS_REFUSED,
        *settings_findings.INDICATORS_REFUSED,
        *settings_findings.ABOUT_SETTINGS,
        *corrections.ABOUT_CORRECTIONS,
        *shape_findings.SHAPES_REFUSED,
        *shape_findings.ABOUT_SHAPES,
    )
    assert len(kinds) == len(CATALOG)


@pytest.mark.parametrize("kind", CATALOG.values(), ids=lambda kind: kind.key)
def test_every_kind_is_one_plain_sentence_with_a_remedy(kind):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", kind.key)
    assert kind.title and not kind.title.endswith(".")
    assert kind.remedy.endswith(".")
    finding = Finding(kind, other="row 3", **BLANKS)
    assert finding.message.endswith(".")
    assert finding.message[0].isupper() or finding.message[0] == "“"
    assert not re.search(r"[{}]|  | ,|\.\.", finding.message)
    assert blanks_of(kind.template) <= {*BLANKS, "other"}


@pytest.mark.parametrize("kind", CATALOG.values(), ids=lambda kind: kind.key)
def test_what_costs_something_names_its_place(kind):
    about_a_row = kind.severity in (Severity.SETS_ROW_ASIDE, Severity.COSTS_A_VALUE)
    assert not about_a_row or {"sheet"} <= blanks_of(kind.template)
    assert not about_a_row or blanks_of(kind.template) & {"row", "n"}


def test_a_message_names_the_sheet_and_groups_digits():
    finding = Finding(
        CATALOG["unreadable_time"], sheet="October", row=1204, column="Rcvd", found="?"
    )
    assert (
        finding.message == "Row 1,204 of sheet “October”, column “Rcvd”: ? is not a date and time."
    )


@pytest.mark.parametrize("sheet", [None, "the file"])
def test_a_file_without_sheets_is_called_the_file(sheet):
    finding = Finding(CATALOG["blank_rows"], sheet=sheet, n=2)
    assert finding.message == ("The file has blank rows between the others (2); they are no data.")


def test_a_sentence_that_begins_with_the_place_begins_with_a_capital():
    finding = Finding(CATALOG["program_only"], sheet=None)
    assert finding.message == "The file holds only the program's own calls."


def test_braces_in_a_cell_are_shown_as_they_are():
    finding = Finding(CATALOG["error_cell"], sheet="S", row=2, column="C", found="{row}")
    assert finding.message == "Row 2 of sheet “S”, column “C” holds the error {row}."


def test_a_refusal_carries_no_cell_content_in_its_text():
    refusal = Refused(Finding(CATALOG["destroyed_times"], found="00:05.0"))
    assert str(refusal) == "destroyed_times"
    assert refusal.finding.found == "00:05.0"
