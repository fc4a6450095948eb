from datetime import datetime

import pytest
from hypothesis import given, settings

from arp.intake.corrections.faulty import faulty_rows
from arp.intake.reading.opening import opened
from arp.intake.road import understand
from arp.intake.sheet import Workbook
from arp.lake.lake import Lake
from arp.views.export.corrections import corrections_workbook
from tests.intake.corrections import round_trip as trip
from tests.intake.test_properties import HEADER, PROVEN, ROWS
from tests.intake.ugly import xlsx

MONTH = b"""Incident Number,Call Type,Received,Dispatched,On Scene
0025000,Alarm,10/13/2026 14:00:00,10/13/2026 14:05:00,10/13/2026 14:20:00
0025001,Noise,10/14/2026 14:00:00,10/14/2026 13:05:00,10/14/2026 14:20:00
,Theft,10/15/2026 14:00:00,10/15/2026 14:05:00,10/15/2026 14:20:00
0025003,Theft,soon,10/15/2026 14:05:00,10/15/2026 14:20:00
0025000,Other,10/16/2026 14:00:00,10/16/2026 14:05:00,10/16/2026 14:20:00
0025005,Fine,10/16/2026 14:00:00,10/16/2026 14:05:00,10/16/2026 14:20:00
"""


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    trip.save(MONTH, lake)
    return lake


@pytest.fixture
def workbook(lake):
    return trip.corrections(MONTH, lake)


def sent_back(lake, data, **typed):
    return trip.understood(trip.mended(data, trip.typed(typed)), lake, "mended.xlsx")


def kinds(found):
    return [finding.kind.key for finding in found.findings]


def test_unmended_it_changes_nothing_and_what_is_at_fault_still_is(lake, workbook):
    found = trip.understood(workbook, lake, "corrections.xlsx")
    receipt = lake.preview(found.change)
    tally = receipt.tallies["calls"]
    assert receipt.status == "unchanged"
    assert (tally.rows_read, tally.unchanged, tally.set_aside) == (5, 3, 2)
    assert {"missing_identity", "contradicting_repeat", "unreadable_time"} <= set(kinds(found))


def test_a_mended_cell_changes_its_row_alone(lake, workbook):
    before = trip.calls(lake, "incident_number", "row_hash")
    found = sent_back(lake, workbook, C5="10/15/2026 14:01:00")
    receipt = trip.commit(found, lake)
    tally = receipt.tallies["calls"]
    assert (tally.replaced, tally.new, tally.removed, tally.set_aside) == (1, 0, 0, 2)
    changed = set(trip.calls(lake, "incident_number", "row_hash")) - set(before)
    assert [number for number, _ in changed] == ["0025003"]
    at = {n: at for n, at in trip.calls(lake, "incident_number", "received_at")}
    assert at["0025003"] == datetime(2026, 10, 15, 14, 1)


def test_a_row_without_a_number_comes_in_once_it_has_one(lake, workbook):
    tally = trip.commit(sent_back(lake, workbook, A4="0025002"), lake).tallies["calls"]
    assert (tally.new, tally.removed, tally.set_aside) == (1, 0, 1)


def test_a_saved_row_whose_number_is_mended_does_not_stay_under_the_wrong_one(lake, workbook):
    tally = trip.commit(sent_back(lake, workbook, A3="0025999"), lake).tallies["calls"]
    assert (tally.new, tally.removed) == (1, 1)
    numbers = [number for (number,) in trip.calls(lake, "incident_number")]
    assert "0025999" in numbers and "0025001" not in numbers


def test_a_later_saved_row_is_not_taken_out_for_an_earlier_one_of_its_number(lake, workbook):
    trip.save(MONTH.replace(b"Noise", b"Party"), lake)  # 0025001 was saved anew since
    tally = trip.commit(sent_back(lake, workbook, A3="0025999"), lake).tallies["calls"]
    assert (tally.new, tally.removed) == (1, 0)


def test_the_number_of_another_saved_row_sets_the_mended_row_aside_and_both_stay(lake, workbook):
    before = trip.calls(lake, "incident_number", "row_hash")
    found = sent_back(lake, workbook, A3="0025005")
    assert "number_taken" in kinds(found)
    assert lake.preview(found.change).status == "unchanged"
    assert trip.calls(lake, "incident_number", "row_hash") == before


def test_of_two_rows_under_one_number_the_one_that_is_kept_is_saved(lake, workbook):
    mend = trip.mended(workbook, lambda book: book["Rows"].delete_rows(2))
    found = trip.understood(mend, lake, "mended.xlsx")
    assert trip.commit(found, lake).tallies["calls"].replaced == 1
    types = dict(trip.calls(lake, "incident_number", "call_type_initial"))
    assert types["0025000"] == "Other"


def test_deleted_rows_stay_saved(lake, workbook):
    before = trip.calls(lake, "incident_number", "row_hash")
    mend = trip.mended(workbook, lambda book: book["Rows"].delete_rows(3, 4))
    found = trip.understood(mend, lake, "mended.xlsx")
    assert lake.preview(found.change).status == "unchanged"
    assert trip.calls(lake, "incident_number", "row_hash") == before


def test_sorting_the_rows_mends_nothing(lake, workbook):
    def turn(book):
        rows = [[cell.value for cell in row] for row in book["Rows"].iter_rows(min_row=2)]
        for at, values in enumerate(reversed(rows), start=2):
            for place, value in enumerate(values, start=1):
                book["Rows"].cell(at, place).value = value

    found = trip.understood(trip.mended(workbook, turn), lake, "mended.xlsx")
    assert lake.preview(found.change).status == "unchanged"


def test_what_was_saved_since_is_not_put_back_by_rows_that_nobody_mended(lake, workbook):
    trip.save(MONTH.replace(b"Noise", b"Party"), lake)
    found = sent_back(lake, workbook, C5="10/15/2026 14:01:00")
    trip.commit(found, lake)
    assert dict(trip.calls(lake, "incident_number", "call_type_initial"))["0025001"] == "Party"


def test_a_row_of_no_number_that_is_still_without_one_is_still_set_aside(tmp_path):
    lake = Lake(tmp_path / "lake")
    trip.save(MONTH, lake)
    nameless = b"\n".join(MONTH.splitlines()[i] for i in (0, 1, 3)) + b"\n"  # one sound, one not
    found = sent_back(lake, trip.corrections(nameless, lake), B2="Larceny")
    tally = lake.preview(found.change).tallies["calls"]
    assert (tally.rows_read, tally.set_aside, tally.new) == (1, 1, 0)


def test_it_is_never_a_whole_month(lake, workbook):
    data = trip.mended(workbook, trip.typed({"C5": "10/15/2026 14:01:00"}))
    whole = {"whole_month": "2026-10"}
    found = trip.understood(data, lake, "mended.xlsx", answers=whole)
    assert found.change.whole_months == ()
    assert found.corrects == trip.read("cad.csv", MONTH).sha256


def test_the_undo_of_mended_rows_puts_everything_back(lake, workbook):
    before = trip.calls(lake, "incident_number", "row_hash")
    found = sent_back(lake, workbook, A3="0025999", A4="0025002", C5="10/15/2026 14:01:00")
    receipt = trip.commit(found, lake)
    lake.undo(receipt.upload_id, who="test", at=trip.AT)
    assert trip.calls(lake, "incident_number", "row_hash") == before


def test_without_its_source_saved_it_says_so_and_saves_what_was_mended(tmp_path):
    lake = Lake(tmp_path / "lake")
    found = sent_back(lake, trip.corrections(MONTH, lake), A4="0025002")
    assert "corrected_file_not_saved" in kinds(found)
    assert trip.commit(found, lake).tallies["calls"].new == 1
    settings = trip.stored(lake, "settings", "section")
    assert settings == [("feeds",), ("layouts",)]


def test_an_ambiguous_date_that_the_source_never_had_is_asked_about():
    iso = MONTH.replace(b"10/13/2026", b"2026-10-13").replace(b"10/14/2026", b"2026-10-14")
    iso = iso.replace(b"10/15/2026", b"2026-10-15").replace(b"10/16/2026", b"2026-10-16")
    data = trip.mended(trip.corrections(iso), trip.typed({"C5": "3/4/2026 14:01:00"}))
    asked = trip.understood(data, None, "mended.xlsx")
    assert [question.key for question in asked.questions] == ["date_order:Received"]
    answer = {"date_order:Received": "mdy"}
    found = trip.understood(data, None, "mended.xlsx", answers=answer)
    assert found.change.tables["calls"]["received_at"].to_pylist() == [datetime(2026, 3, 4, 14, 1)]


def test_a_date_in_the_other_order_is_not_taken_for_the_columns_order(lake, workbook):
    found = sent_back(lake, workbook, C5="15/10/2026 14:01:00")
    assert lake.preview(found.change).status == "unchanged"
    assert "unreadable_time" in kinds(found)


def test_a_corrections_workbook_of_a_corrections_workbook_finds_its_way_too(lake, workbook):
    once = trip.mended(workbook, trip.typed({"C5": "10/15/2026 14:01:00"}))
    trip.save(once, lake, "mended.xlsx")
    again = trip.corrections(once, lake, "mended.xlsx")
    found = sent_back(lake, again, A3="0025888", B5="Larceny")
    tally = trip.commit(found, lake).tallies["calls"]
    assert (tally.new, tally.removed, tally.replaced, tally.set_aside) == (1, 1, 0, 2)


CONTACTS = b"""Contact date and time,Mode,Contact outcome,Team,Backup called
10/13/2026 14:00,Phone,Engaged,CRT,No
10/14/2026 14:00,Phone,Engaged,CRT,No
10/16/2026 14:00,Phone,Engaged,CRT,Yes
10/17/2026 14:00,Phone,Engaged,CRT,Y
10/18/2026 14:00,Phone,Engaged,CRT,N
10/15/2026 14:00,Phone,Engaged,CRT,perhaps
"""


def test_rows_told_apart_by_content_are_replaced_by_their_mended_selves(tmp_path):
    lake = Lake(tmp_path / "lake")
    trip.save(CONTACTS, lake, "contacts.csv")
    assert len(trip.stored(lake, "encounters", "row_key")) == 6
    data = trip.corrections(CONTACTS, lake, "contacts.csv")
    found = sent_back(lake, data, E2="Yes")
    tally = trip.commit(found, lake).tallies["encounters"]
    assert (tally.new, tally.removed) == (1, 1)
    assert len(trip.stored(lake, "encounters", "row_key")) == 6


UNITS = b"""Incident Number,Unit ID,Call Type,Received,Dispatched,On Scene
1,E1,Alarm,10/13/2026 14:00:00,10/13/2026 14:05:00,10/13/2026 14:20:00
1,E2,Alarm,10/13/2026 14:00:00,10/13/2026 14:01:00,10/13/2026 14:30:00
2,E1,Noise,10/14/2026 14:00:00,10/14/2026 14:05:00,10/14/2026 14:20:00
1,P3,Alarm,10/13/2026 14:00:00,10/13/2026 14:02:00,soon
"""


def test_a_call_is_made_of_all_its_units_when_one_of_them_is_mended(tmp_path):
    lake = Lake(tmp_path / "lake")
    trip.save(UNITS, lake)
    data = trip.corrections(UNITS, lake)
    assert lake.preview(trip.understood(data, lake, "c.xlsx").change).status == "unchanged"
    found = sent_back(lake, data, F4="10/13/2026 14:10:00")
    tallies = trip.commit(found, lake).tallies
    assert (tallies["calls"].replaced, tallies["unit_responses"].replaced) == (1, 1)
    calls = {
        n: times
        for n, *times in trip.calls(lake, "incident_number", "dispatched_at", "on_scene_at")
    }
    assert calls["1"] == [datetime(2026, 10, 13, 14, 1), datetime(2026, 10, 13, 14, 10)]


def test_typed_dates_come_back_as_they_were_sent(tmp_path):
    rows = [
        ("Call Number", "Received", "Dispatched", "Call Type"),
        ("0025000", datetime(2026, 10, 5, 14, 5, 11), datetime(2026, 10, 5, 14, 0, 1), "Alarm"),
        ("0025001", "soon", datetime(2026, 10, 6, 14, 0, 1), "Noise"),
        ("0025002", datetime(2026, 10, 7, 14, 5, 11), datetime(2026, 10, 7, 15, 0, 1), "Fine"),
    ]
    lake = Lake(tmp_path / "lake")
    trip.save(xlsx(rows), lake, "cad.xlsx")
    data = trip.corrections(xlsx(rows), lake, "cad.xlsx")
    assert lake.preview(trip.understood(data, lake, "c.xlsx").change).status == "unchanged"
    mend = trip.typed({"B3": datetime(2026, 10, 6, 13, 0, 1)}, "Calls")
    found = trip.understood(trip.mended(data, mend), lake, "c.xlsx")
    assert trip.commit(found, lake).tallies["calls"].replaced == 1
    at = dict(trip.calls(lake, "incident_number", "received_at"))
    assert at["0025001"] == datetime(2026, 10, 6, 13, 0, 1)
    assert at["0025000"] == datetime(2026, 10, 5, 14, 5, 11)


def read_here(name, data):
    """The file as read, without the time that a child process takes."""
    kind, sheets, findings = opened(data)
    return Workbook(
        file_name=name, sha256=name * 8, format=kind, size=len(data),
        sheets=tuple(sheets), findings=tuple(findings),
    )  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(ROWS)
def test_whatever_was_at_fault_an_unmended_workbook_changes_nothing(tmp_path_factory, rows):
    lake = Lake(tmp_path_factory.mktemp("city") / "lake")
    source = read_here("cad", xlsx([HEADER, PROVEN, *rows]))
    first = understand(source, lake=lake, today=trip.TODAY)
    trip.commit(first, lake)
    faulty = faulty_rows(source, first)
    if faulty is None:
        return
    back = understand(read_here("back", corrections_workbook(faulty)), lake=lake, today=trip.TODAY)
    assert lake.preview(back.change).status == "unchanged"
    for table in ("calls", "unit_responses"):
        if table in back.change.tables:
            assert back.change.tables[table].num_rows == 0
            assert back.change.left_behind[table].num_rows == 0
