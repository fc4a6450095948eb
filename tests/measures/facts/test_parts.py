"""Very many calls are looked at in parts; the facts are those of all at once."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pytest

from arp.measures.compiled import sql_of
from arp.measures.database import connect
from arp.measures.facts import parts
from arp.measures.facts.workbench import Workbench
from tests.measures.drawn import evidence

TEXT = """
    units
    unit | team
    CRT* | CRT
    CCD* | CCD

    calls
    incident_number | received_at      | call_type_initial | area
    1               | 2026-01-05 08:00 | TRESPASS          | North
    2               | 2026-01-05 09:00 | TRESPASS          | South
    3               | 2026-01-05 10:00 | NOISE             |
    4               | 2026-01-05 11:00 |                   | North
    5               | 2026-01-06 08:00 | TRESPASS          | North
                    | 2026-01-06 09:00 | TRESPASS          | North

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 2026-01-05 08:20
    1               | P12     | 2026-01-05 08:06 | 2026-01-05 08:12
    2               | P12     | 2026-01-05 09:03 | 2026-01-05 09:09
    4               | CCD1    | 2026-01-05 11:05 | 2026-01-05 11:20
    4               | CRT1    | 2026-01-05 11:06 |

    eligibility
    team | call_type
    CRT  | TRESPASS
    CCD  | TRESPASS

    encounters
    incident_number | encounter_id | team | started_at       | contact_result
    2               | e1           | CRT  | 2026-01-05 09:30 | engaged
    """


def in_parts_of(calls: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "CALLS_AT_ONCE", calls)


@pytest.mark.parametrize("fact", ["calls", "call_teams"])
@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_facts_made_in_parts_are_those_made_in_one_go(
    fact: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = f"SELECT * FROM {fact} ORDER BY ALL"
    whole = evidence(TEXT).ask(asked)
    in_parts_of(at_once, monkeypatch)

    in_parts = evidence(TEXT).ask(asked)

    assert len(whole) >= 6
    assert in_parts.equals(whole)


def made_parts(numbers: Sequence[str | None]) -> list[list[str | None]]:
    """The numbers of the calls in each part."""
    with connect() as connection:
        bench = Workbench(connection)
        column = pa.array(numbers, "string")
        rows = bench.load("staged_calls", pa.table({"incident_number": column}))
        made = parts.parts(bench, "staged_calls")
        return [
            [number for (number,) in bench.ask(f"{sql_of(part.of(rows))} ORDER BY 1 NULLS FIRST")]
            for part in made
        ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], [[]]),
        (["3", "1", "2"], [["1", "2", "3"]]),
        (["3", "1", "2", "4"], [["1"], ["2", "3", "4"]]),
        (["b", "10", "9", "2"], [["10"], ["2", "9", "b"]]),
        ([None, "3", "1", "2"], [[None, "1"], ["2", "3"]]),
        ([None, None, None, None], [[None, None, None, None]]),
        (["1", "1", "1", "1", "1", "1", "2"], [[], ["1", "1", "1", "1", "1", "1", "2"]]),
    ],
)
def test_every_call_is_in_one_part_and_one_without_a_number_in_the_first(
    numbers: list[str | None],
    expected: list[list[str | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_parts_of(3, monkeypatch)

    assert made_parts(numbers) == expected


@pytest.mark.parametrize(("calls", "among"), [(0, 1), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_there_is_one_part_until_there_are_too_many_calls(
    calls: int, among: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_parts_of(4, monkeypatch)

    assert len(made_parts([f"{number}" for number in range(calls)])) == among


def test_the_parts_of_many_calls_are_of_about_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    in_parts_of(20_000, monkeypatch)

    sizes = [len(part) for part in made_parts([f"{number:06}" for number in range(100_000)])]

    assert len(sizes) == 5
    assert sum(sizes) == 100_000
    assert all(size == pytest.approx(20_000, rel=0.1) for size in sizes)
