"""The city's time zone: asked where times are marked as UTC, noted where it is wanting, kept."""

import json
from datetime import UTC, datetime

import pyarrow as pa

from arp.intake.checking.zones import clock_changes
from arp.intake.mapping import Column
from arp.lake.lake import Lake
from tests.intake.drawn import kinds, rows_of, understood

ACROSS = """
    Incident Number | Call Type | Received
    26-1            | Theft     | 2026-10-31 14:00
    26-2            | Noise     | 2026-11-02 15:00
"""
ZONE = {"time_zone": "America/Chicago"}


def test_times_marked_as_utc_are_asked_about():
    drawn = "Incident Number | Received\n26-1 | 2026-10-05T14:05:11Z"
    (question,) = understood(drawn).questions
    assert question.key == "time_zone"
    for answer, hour in (("as_written", 14), ("America/Chicago", 9)):
        answered = understood(drawn, {"time_zone": answer})
        assert rows_of(answered, "calls", "received_at")[0][0].hour == hour


def test_the_hours_of_the_clock_changes_are_counted():
    column = Column(position=0, letter="A", header="Received")
    times = pa.array(
        [
            datetime(2026, 11, 1, 1, 30),  # comes twice
            datetime(2026, 3, 8, 2, 30),  # is skipped
            datetime(2026, 3, 8, 3, 30),
            None,
        ],
        pa.timestamp("us"),
    )
    found = clock_changes("s", column, times, "America/New_York")
    assert [(f.kind.key, f.n) for f in found] == [("repeated_hour", 1), ("nonexistent_hour", 1)]
    assert clock_changes("s", column, times, None) == []


def test_the_last_day_there_is_has_no_day_after_it():
    column = Column(position=0, letter="A", header="Received")
    times = pa.array([datetime(9999, 12, 31, 23, 59)], pa.timestamp("us"))
    assert clock_changes("Calls", column, times, "America/Chicago") == []


def test_a_known_zone_becomes_the_programs_where_it_has_none(tmp_path):
    lake = Lake(tmp_path / "lake")
    answered = understood(ACROSS, ZONE, lake=lake)
    lake.commit(answered.change, who="Ana", at=datetime(2026, 11, 22, tzinfo=UTC))
    stored = lake.snapshot().read("settings", ["section", "value"]).to_pylist()
    program = [json.loads(row["value"]) for row in stored if row["section"] == "program"]
    assert program == [{"program": "Our program", "time_zone": "America/Chicago"}]
    again = understood(ACROSS, {"time_zone": "America/Denver"}, lake=lake)
    assert "program" not in again.change.tables["settings"].column("section").to_pylist()


def test_without_a_zone_data_across_a_change_of_the_clocks_say_what_that_costs():
    (note,) = [f for f in understood(ACROSS).findings if f.kind.key == "zone_unknown"]
    assert note.found == "2026-11-01"
    assert "time_zone=America/New_York" in note.kind.remedy
    assert "zone_unknown" not in kinds(understood(ACROSS, ZONE))
    assert "zone_unknown" not in kinds(understood(ACROSS.replace("11-02", "10-30")))


def test_times_kept_as_written_set_no_zone():
    answered = understood(ACROSS, {"time_zone": "as_written"})
    assert "program" not in answered.change.tables["settings"].column("section").to_pylist()
    assert "zone_unknown" in kinds(answered)
