"""Two accounts of one city, as it is told and as the engine knows it, question by question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.sample import city as sample_city
from arp.sample.build import stored_tables
from tests.made_city import Row, made_city
from tests.measures.drawn import DrawnSnapshot
from tests.told.city import ToldCity
from tests.told.figures import NOT_MEASURED
from tests.told.indicators import (
    NOT_OF_A_TEAM,
    OF_CALLS,
    OF_ENCOUNTERS,
    OF_RESPONSES,
    PARTS,
    RATIOS,
)

By = tuple[str, ...]
WHOLE: By = ()
FIGURES = ("value", "n", "numerator", "denominator", "low", "high")
TOGETHER = (*OF_CALLS, *PARTS, *OF_RESPONSES, *OF_ENCOUNTERS, *RATIOS)
QUESTIONS = [
    *(("made", by) for by in (WHOLE, ("month",), ("team",), ("month", "team"))),
    *(("sample", by) for by in (WHOLE, ("month",), ("team",))),
    ("grown", WHOLE),
]


def asked(questions: list[tuple[str, By]]) -> Any:
    named = [
        pytest.param(*question, id=f"{question[0]}-{','.join(question[1]) or 'whole'}")
        for question in questions
    ]
    return pytest.mark.parametrize(("name", "by"), named)


about_teams = asked(QUESTIONS)
about_the_data = asked([(name, by) for name, by in QUESTIONS if "team" not in by])


@dataclass(frozen=True, eq=False)
class Counted:
    """A city as it is told and as the engine knows it."""

    told: ToldCity
    evidence: Evidence

    @classmethod
    def of(cls, rows: dict[str, list[Row]], today: date) -> Counted:
        return cls(ToldCity(rows, today), Evidence.derive(DrawnSnapshot(rows), today=today))


@cache
def city(name: str) -> Counted:
    """The city of that name; “sample” and “grown” are Sampleton in two months and in four."""
    if name == "made":
        return Counted.of(made_city(seed=1, calls_n=1500), date(2026, 6, 15))
    months, end = {"sample": (2, "2026-09"), "grown": (4, "2026-12")}[name]
    tables = stored_tables(sample_city(months=months, end=end), bytes(32))
    rows = {table: stored.to_pylist() for table, stored in tables.items()}
    for row in (row for of_table in rows.values() for row in of_table):
        row["upload_id"] = "u1"
    return Counted.of(rows, date(2027, 1, 15))


@cache
def read_together(name: str, by: By, keys: tuple[str, ...]) -> list[Row]:
    found = measure(city(name).evidence, keys, by=by).astype(object)
    rows = found.where(found.notna(), None).to_dict("records")
    return [row | {"month": row["period"]} for row in rows]


def read(name: str, key: str, by: By) -> list[Row]:
    """The readings of one indicator; those of single queries are asked for together."""
    together = TOGETHER if key in TOGETHER else (key,)
    return [row for row in read_together(name, by, together) if row["indicator"] == key]


def group_of(row: Row, by: By) -> tuple[Any, ...]:
    clocks = ("month", "hour_of_week")
    return tuple(row[name] if name in clocks else row[name] or "unknown" for name in by)


def grouped(rows: list[Row], by: By) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if all(row[clock] is not None for clock in {"month", "hour_of_week"} & set(by)):
            groups[group_of(row, by)].append(row)
    return groups if by else {(): rows}


def assert_same(reading: Row, expected: Row) -> None:
    for figure in FIGURES:
        if expected.get(figure) is None:
            assert reading[figure] is None, (figure, reading)
        else:
            about = pytest.approx(expected[figure], rel=1e-9, abs=1e-9)
            assert reading[figure] == about, (figure, reading)
    assert reading["status"] == expected["status"], reading


def compare(
    readings: list[Row], by: By, rows: list[Row], figure: Callable[[list[Row]], Row]
) -> None:
    """Each reading against its group's figure; a month without any row is a gap."""
    assert readings
    expected = {group: figure(found) for group, found in grouped(rows, by).items()}
    covered = {row["month"] for row in rows}
    for reading in readings:
        group = group_of(reading, by)
        if "month" in by and reading["month"] not in covered:
            assert (reading["status"], reading["n"]) == (NOT_MEASURED, None), reading
        else:
            assert_same(reading, expected.pop(group, None) or figure([]))
    assert not expected


def of_fact(name: str, by: By, whole: str, by_team: str) -> list[Row]:
    rows: list[Row] = getattr(city(name).told, by_team if "team" in by else whole)
    return rows


def is_of_no_team(name: str, key: str, by: By) -> bool:
    """Whether the question is one by team to an indicator that no team has of its own."""
    if "team" not in by or key not in NOT_OF_A_TEAM:
        return False
    assert [row["status"] for row in read(name, key, by)] == [NOT_MEASURED]
    return True
