"""Facts of many calls lie in files: they are those that lie in memory, and go with the evidence."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

from arp.measures import database
from arp.measures import evidence as of_evidence
from arp.measures.evidence import Evidence
from arp.measures.facts import parts, quality
from tests.made_city import made_city
from tests.measures.drawn import TODAY, DrawnSnapshot, drawn

TWO_CALLS = """
    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 09:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | P12     | 2026-01-05 08:05
    """
LATER = date(2026, 6, 15)


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_evidence, "MANY", 0)


def files_of(facts: Evidence) -> list[str]:
    return sorted(file.name for file in facts.folder.path.iterdir()) if facts.folder else []


def files_of_this_process() -> set[Path]:
    return set(Path(database._folders().name).rglob("*.parquet"))


def test_facts_in_files_are_those_in_memory_to_the_types_of_their_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    snapshot = DrawnSnapshot(made_city(seed=1, calls_n=300))
    in_memory = Evidence.derive(snapshot, today=LATER)
    monkeypatch.setattr(of_evidence, "MANY", 0)
    monkeypatch.setattr(parts, "CALLS_AT_ONCE", 100)

    in_files = Evidence.derive(snapshot, today=LATER)

    assert {f"calls_{part}.parquet" for part in range(3)} < set(files_of(in_files))
    assert set(in_files.facts) == set(in_memory.facts)
    assert in_files.known == in_memory.known
    for fact in in_memory.facts:
        for asked in (f"DESCRIBE {fact}", f"SELECT * FROM {fact} ORDER BY ALL"):
            assert in_files.ask(asked).equals(in_memory.ask(asked)), asked


@pytest.mark.parametrize(("many", "in_files"), [(3, False), (2, True)])
def test_calls_and_units_are_counted_together(
    many: int, in_files: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_evidence, "MANY", many)

    facts = Evidence.derive(drawn(TWO_CALLS), today=TODAY)

    assert facts.ask("SELECT count(*) AS n FROM calls")["n"][0] == 2
    assert ("calls_0.parquet" in files_of(facts)) == in_files


@pytest.mark.usefixtures("few_are_many")
def test_the_steps_between_leave_no_file() -> None:
    facts = Evidence.derive(drawn(TWO_CALLS), today=TODAY)

    left = {name.rpartition("_")[0] for name in files_of(facts)}
    assert left < set(facts.facts)
    assert {"calls", "call_teams", "unit_responses", "encounters"} <= left


@pytest.mark.usefixtures("few_are_many")
def test_only_this_user_can_read_the_files_and_they_go_with_the_evidence() -> None:
    facts = Evidence.derive(drawn(TWO_CALLS), today=TODAY)
    assert facts.folder
    folder = facts.folder.path
    assert folder.stat().st_mode & 0o077 == 0

    del facts
    gc.collect()

    assert not folder.exists()


@pytest.mark.usefixtures("few_are_many")
def test_facts_that_cannot_be_made_to_the_end_leave_no_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, while_made = files_of_this_process(), set()

    def full(*_: object) -> None:
        while_made.update(files_of_this_process() - before)
        raise OSError("no space left")

    monkeypatch.setattr(quality, "field_counts", full)
    with pytest.raises(OSError, match="no space left") as raised:
        Evidence.derive(drawn(TWO_CALLS), today=TODAY)
    del raised
    gc.collect()

    assert while_made
    assert files_of_this_process() <= before
