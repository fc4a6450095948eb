"""Real exports are understood without a hand-written mapping and without a question."""

from collections import Counter
from datetime import date

import pytest

from arp.intake.road import read, understand
from tests.real import conftest as files

TODAY = date(2026, 11, 22)


def understood(name):
    path = files.real(name)
    found = understand(read(path.name, path.read_bytes()), lake=None, today=TODAY)
    assert found.refused is None
    assert found.questions == ()
    return found


def tally(found, table):
    sums = found.change.tallies[table]
    return sums.rows_read, found.change.tables[table].num_rows, sums.merged, sums.set_aside


def counts(found, table, column):
    return Counter(found.change.tables[table].column(column).to_pylist())


def valid_responses(found):
    """Both times, negative, over 24 hours, valid, and the valid ones' median and p90, minutes."""
    calls = found.change.tables["calls"].select(["received_at", "on_scene_at"]).to_pandas()
    minutes = (calls["on_scene_at"] - calls["received_at"]).dt.total_seconds() / 60
    valid = minutes[(minutes >= 0) & (minutes <= 1440)]
    return (
        int(minutes.notna().sum()),
        int((minutes < 0).sum()),
        int((minutes > 1440).sum()),
        len(valid),
        round(valid.median(), 2),
        round(valid.quantile(0.9), 2),
    )


def test_lane_county_is_a_teams_own_sheet_that_feeds_two_tables():
    found = understood(files.LANE)
    assert (found.scope, found.feed) == ("program", "mcslc")
    assert [mapping.sheet for mapping in found.mappings] == ["Abbrev list"]
    assert tally(found, "calls") == tally(found, "encounters") == (4682, 4682, 0, 0)
    assert valid_responses(found) == (4485, 182, 24, 4279, 30.0, 75.2)


def test_lane_countys_undated_rows_missing_months_and_look_alike_labels_are_told():
    found = understood(files.LANE)
    calls = found.change.tables["calls"].select(["received_at", "month"]).to_pylist()
    unreceived = [call["month"] for call in calls if call["received_at"] is None]
    assert (len(unreceived), unreceived.count("undated"), found.undated) == (77, 71, 71)
    assert counts(found, "calls", "month")["2025-06"] == 563
    assert [f.found for f in found.findings if f.kind.key == "month_gap"] == ["2024-11 to 2024-12"]
    alike = {(f.found, f.other) for f in found.findings if f.kind.key == "similar_labels"}
    assert alike == {
        ("Unable to locate client", "Unable to Locate"),
        ("Engaged client", "Engaged Client"),
        ("Client declined  to engage", "Client declined to engage"),
        ("Sobering or Detox Facility", "Sobering/Detox Facility"),
    }


def test_lane_countys_labels_are_kept_and_every_one_is_read():
    found = understood(files.LANE)
    assert counts(found, "encounters", "disposition_label") == {
        "Remained in community": 3750,
        "Emergency Department": 652,
        "Other": 230,
        "Sobering/Detox Facility": 26,
        "Sobering or Detox Facility": 2,
        "Arrest": 16,
        "Crisis walk-in Center": 3,
        "Respite": 3,
    }
    assert None not in counts(found, "encounters", "destination")
    both = found.change.tables["encounters"].select(["contact_result", "destination"]).to_pylist()
    not_found = {"contact_result": "no contact", "destination": "stayed in the community"}
    assert both.count(not_found) == 846


@pytest.mark.parametrize(
    ("name", "rows", "calls", "valid", "median", "p90"),
    [
        (files.SAN_FRANCISCO_2017, 7704, 3560, 3429, 6.5, 17.22),
        (files.SAN_FRANCISCO_2020, 10410, 5292, 5118, 7.0, 17.12),
    ],
)
def test_san_francisco_has_one_row_a_unit(name, rows, calls, valid, median, p90):
    found = understood(name)
    assert found.scope == "all"
    assert tally(found, "calls") == (rows, calls, rows - calls, 0)
    assert tally(found, "unit_responses") == (rows, rows, 0, 0)
    assert valid_responses(found)[3:] == (valid, median, p90)


def test_san_franciscos_week_begins_in_december():
    assert counts(understood(files.SAN_FRANCISCO_2017), "calls", "month")["2016-12"] == 420


def test_virginia_beach_writes_short_dates_and_lacks_a_month():
    found = understood(files.VIRGINIA_BEACH)
    assert found.scope == "all"
    assert tally(found, "calls") == (965, 965, 0, 0)
    assert valid_responses(found) == (885, 0, 0, 885, 8.0, 13.0)
    assert [f.found for f in found.findings if f.kind.key == "month_gap"] == ["2017-09"]


def test_takoma_parks_two_files_are_one_table():
    texts, serials = understood(files.TAKOMA_CSV), understood(files.TAKOMA_XLSX)
    for found in (texts, serials):
        assert tally(found, "calls") == (11735, 11551, 184, 0)
        assert found.change.tables["calls"].column("on_scene_at").null_count == 11551
    columns = ["row_key", "row_hash", "month", "received_at"]
    one, other = (found.change.tables["calls"].select(columns) for found in (texts, serials))
    assert one.sort_by("row_key") == other.sort_by("row_key")
