"""The city's files hold the same rows as its lake, and the two small ones are current."""

from datetime import date
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from arp.intake.reading.reader import read
from arp.intake.road import understand
from arp.lake.lake import Lake
from arp.sample import workbooks
from arp.sample.build import stored_tables
from arp.sample.exports import HEADERS, export
from arp.sample.layout import CAD_EXPORT, FIGURES_EXPORT, NAVIGATION_EXPORT, RECORDS_EXPORT
from arp.sample.place import GAP_AT
from arp.sample.small import small_city
from arp.sample.workbooks import write_small_workbooks, write_workbook
from arp.words.tables import TABLES

KEPT = Path(__file__).parents[2] / "data" / "sample"
TODAY = date(2026, 11, 22)


def cells(path: Path) -> list[tuple]:
    sheet = openpyxl.load_workbook(path, read_only=True).active
    return list(sheet.iter_rows(values_only=True))


def test_the_small_workbooks_in_the_repository_are_current(tmp_path):
    written = write_small_workbooks(tmp_path)
    assert sorted(path.name for path in written) == sorted(
        path.name for path in KEPT.glob("*.xlsx")
    )
    for path in written:
        assert cells(path) == cells(KEPT / path.name)


def test_the_small_workbooks_are_small_and_say_that_they_are_made_up():
    rows = {path.name: cells(path) for path in KEPT.glob("*.xlsx")}
    assert len(rows["Police-Fire CAD 2026-10.xlsx"]) <= 400
    assert len(rows["Crisis team records 2026-10.xlsx"]) <= 120
    assert all("made up" in sheet[0][0] for sheet in rows.values())


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The changes that the two small workbooks make, by feed, and the lake they would go to."""
    lake = Lake(tmp_path_factory.mktemp("lake"))
    understood = [
        understand(read(path.name, path.read_bytes()), lake=lake, today=TODAY)
        for path in sorted(KEPT.glob("*.xlsx"))
    ]
    return lake, {one.feed: one for one in understood}


def test_the_small_workbooks_go_in_without_a_question(imported):
    _, understood = imported
    assert set(understood) == {CAD_EXPORT.feed, RECORDS_EXPORT.feed}
    assert all(one.change and not one.questions for one in understood.values())


def test_importing_them_gives_the_rows_that_the_city_has(imported):
    lake, understood = imported
    expected = stored_tables(small_city(), lake.person_key())
    for feed, names in (
        (CAD_EXPORT.feed, ("calls", "unit_responses")),
        (RECORDS_EXPORT.feed, ("encounters",)),
    ):
        for name in names:
            got = understood[feed].change.tables[name].sort_by("row_key")
            assert got.num_rows > 0
            assert got.to_pylist() == expected[name].sort_by("row_key").to_pylist()


def test_what_is_personal_is_left_out_of_the_records(imported):
    lake, understood = imported
    records = understood[RECORDS_EXPORT.feed]
    left_out = {
        column.header
        for column in records.mappings[0].columns
        if column.note.startswith("left out")
    }
    assert left_out == {"Caller Name", "Callback Number", "Narrative"}
    keys = records.change.tables["encounters"]["person_key"].drop_null().to_pylist()
    assert keys and not any(key.startswith("SP-") for key in keys)


def test_every_export_names_declared_fields_by_headers_that_cities_use():
    for headers in HEADERS.values():
        for name, header in headers.items():
            table, _, field = name.partition(".")
            declared = TABLES[table].field(field)
            known = {spelling.casefold() for spelling in (declared.title, *declared.headers)}
            assert header.casefold() in known or declared.title.casefold() == header.casefold(), (
                name
            )


def test_a_call_without_a_unit_still_has_its_row_in_the_export(two_months):
    columns = {column.header: column.values for column in export(two_months, CAD_EXPORT, "2026-09")}
    numbers = set(columns["CAD Event Number"])
    file = two_months.places["calls"].file
    calls = two_months.tables["calls"]["incident_number"].to_pylist()
    assert numbers == {number for number, month in zip(calls, file, strict=True) if month == 1}
    assert None in columns["Call Sign"]


@pytest.mark.parametrize("kind", [NAVIGATION_EXPORT, FIGURES_EXPORT], ids=lambda kind: kind.feed)
def test_follow_ups_and_figures_go_in_like_the_rest(kind, tmp_path, two_months):
    lake = Lake(tmp_path / "lake")
    file = write_workbook(tmp_path, two_months, kind, "2026-08")
    name = "follow_ups" if kind == NAVIGATION_EXPORT else "figures"
    change = understand(read(file.name, file.read_bytes()), lake=lake, today=TODAY).change
    expected = stored_tables(two_months, lake.person_key())[name]
    august = expected.filter(pa.array(two_months.places[name].file == 0))
    assert august.num_rows > 0
    assert (
        change.tables[name].sort_by("row_key").to_pylist() == august.sort_by("row_key").to_pylist()
    )


def test_where_nobody_sent_a_file_none_is_written(tmp_path, two_months):
    gap = two_months.months[int(2 * GAP_AT)]
    assert write_workbook(tmp_path, two_months, NAVIGATION_EXPORT, gap) is None
    assert list(tmp_path.iterdir()) == []


def test_each_month_has_its_files_and_progress_runs_toward_all(tmp_path, monkeypatch):
    shares = []
    monkeypatch.setattr(workbooks, "KIND_OF", {"figures": FIGURES_EXPORT})  # the others take long
    written = workbooks.write_workbooks(
        tmp_path, months=2, end="2026-09", progress=lambda step, share: shares.append(share)
    )
    assert [path.name for path in written] == [
        "City figures 2026-08.xlsx",
        "City figures 2026-09.xlsx",
    ]
    assert shares == sorted(shares)
