from datetime import UTC, date, datetime
from functools import lru_cache

import pyarrow as pa
import pytest

from arp.measures.database import connect
from arp.measures.facts.sources import Sources, stored, unbound
from arp.words.tables import TABLES
from tests.measures.drawn import TODAY, DrawnSnapshot, drawn

ZONE = "program\nprogram | time_zone\nHEART | America/New_York\n\n"
CALLS = """
    feeds
    feed  | scope
    heart | program
    team  | program

    calls from heart
    incident_number | received_at      | area
    1               | 2024-12-31 23:00 |
    2               |                  | North

    calls from team
    incident_number | cleared_at
    3               | 2026-01-05 08:00

    unit_responses from team
    incident_number | unit_id
    3               | X1
    """


@lru_cache
def snapshot(text: str) -> DrawnSnapshot:  # its files last as long as it does
    return drawn(text)


def sources(text: str) -> Sources:
    return Sources(connect(), snapshot(text), TODAY)


def test_a_stored_table_has_the_declared_fields() -> None:
    fields = {field.name for field in TABLES["calls"].stored_fields}
    assert fields <= set(stored("calls").columns)


def test_an_arrow_type_that_no_stored_table_has_is_a_programmers_fault() -> None:
    with pytest.raises(KeyError, match="float"):
        unbound("made", pa.schema([("n", pa.float16())]))


def test_a_feed_has_the_fields_that_any_of_its_rows_fills() -> None:
    heart, team = sources(CALLS).feeds["calls"]
    assert (heart.name, team.name) == ("heart", "team")
    assert heart.has("area")
    assert not team.has("area")


def test_a_sheet_of_the_program_is_a_feed_of_its_calls_without_units() -> None:
    assert [feed.name for feed in sources(CALLS).program_sheets] == ["heart"]


def test_jumps_are_those_of_the_years_of_any_clock_and_none_without_a_zone() -> None:
    years = {change.starts.year for change in sources(ZONE + CALLS).changes}
    assert years == {2024, 2026}
    assert sources(CALLS).changes == []


def test_the_day_of_a_moment_is_the_citys() -> None:
    night = datetime(2026, 1, 5, 3, tzinfo=UTC)
    assert sources(ZONE + CALLS).local_day(night) == date(2026, 1, 4)
    assert sources(CALLS).local_day(night) == date(2026, 1, 5)
