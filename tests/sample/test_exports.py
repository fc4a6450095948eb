"""A month's file as staff get it: other headers, other spellings, private columns."""

import pytest

from arp.sample.exports import DATE_AND_TIME, HEADERS, REPEATS, SPELLINGS, export
from arp.sample.layout import CAD_EXPORT, FIGURES_EXPORT, RECORDS_EXPORT

MONTH = "2026-09"


def columns(made, kind):
    return {column.header: column for column in export(made, kind, MONTH)}


@pytest.fixture(scope="module")
def cad(two_months):
    return columns(two_months, CAD_EXPORT)


def test_all_columns_of_a_file_are_equally_long(two_months):
    for kind in HEADERS:
        lengths = {len(column.values) for column in export(two_months, kind, MONTH)}
        assert len(lengths) == 1


def test_a_few_rows_of_the_cad_export_stand_in_it_twice(cad):
    rows = list(zip(*(column.values for column in cad.values()), strict=True))
    assert len(rows) - len(set(rows)) == REPEATS


def test_times_are_the_spreadsheets_own_numbers(cad):
    received = cad["Received DtTm"]
    assert received.shown_as == DATE_AND_TIME
    known = [value for value in received.values if value is not None]
    september = (46_266, 46_296)  # September 1 and October 1, 2026, as spreadsheets count days
    assert all(september[0] <= value < september[1] for value in known)


def test_words_are_spelled_as_that_office_spells_them(cad, two_months):
    assert set(cad["Unit Agency"].values) == {*SPELLINGS["agency"].values(), None}
    modes = set(columns(two_months, RECORDS_EXPORT)["Type of Contact"].values)
    assert modes == set(SPELLINGS["mode"].values())


def test_yes_and_no_are_letters_and_unknown_is_blank(two_months):
    safe = columns(two_months, RECORDS_EXPORT)["Responders Felt Safe"].values
    assert set(safe) == {"Y", "N", None}


def test_records_hold_names_and_stories_that_are_plainly_made_up(two_months):
    records = columns(two_months, RECORDS_EXPORT)
    assert all(name.startswith("Example, ") for name in records["Caller Name"].values)
    assert all("made up" in story for story in records["Narrative"].values)
    assert "Caller Name" not in columns(two_months, FIGURES_EXPORT)
