"""What was planted in the sample city comes back: by call, by team, by reason, hour by hour.

The faults of its files never touch what decides a planted count (see arp/sample/defects.py), so
everything here is exact.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pyarrow.parquet as pq
import pytest

from arp.lake.relation import relation_sql
from arp.lake.schema import arrow_schema
from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.registry import INDICATORS
from arp.measures.spc.rules import Signal
from arp.measures.spc.xmr import spc
from arp.sample import city as sample_city
from arp.sample.build import stored_tables
from arp.sample.planted import Planted
from arp.words.tables import TABLES
from tests.measures.drawn import DrawnSnapshot

TEAMS = ("CCD", "CRT", "CoR")


@dataclass(frozen=True, eq=False)
class Told:
    """What was planted in two months of the city, and what the app knows of them."""

    planted: Planted
    evidence: Evidence


@dataclass
class StoredCity(DrawnSnapshot):
    """The city's tables as they are stored."""

    def relation_sql(self, table: str) -> str:
        path = self.lake / f"{table}.parquet"
        pq.write_table(self.rows[table], path)
        return relation_sql([str(path)], arrow_schema(TABLES[table]))


@cache
def told() -> Told:
    made = sample_city(months=2, end="2026-09")
    rows = {name: table.to_pylist() for name, table in stored_tables(made, bytes(32)).items()}
    for row in (row for of_table in rows.values() for row in of_table):
        row["upload_id"] = "u1"
    return Told(made.planted, Evidence.derive(DrawnSnapshot(rows), today=date(2026, 10, 15)))


def ask(sql: str) -> list[tuple[Any, ...]]:
    frame = told().evidence.ask(sql).astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def test_each_eligible_call_was_staffed_handled_or_missed_for_the_reason_planted() -> None:
    truth = {
        row["incident_number"]: (row["staffed"], row["handled"], row["missed_why"])
        for row in told().planted.calls.to_pylist()
    }
    found = ask("SELECT incident_number, staffed, handled, missed_why FROM calls WHERE eligible")
    assert {row[0]: row[1:] for row in found} == truth


def test_each_team_captured_and_missed_what_was_planted() -> None:
    truth = {
        (row["incident_number"], row["team"]): (
            *(row["staffed"], row["handled"], row["handled_by_other"]),
            row["missed_why"],
        )
        for row in told().planted.call_teams.to_pylist()
    }
    found = ask(
        "SELECT incident_number, team, staffed, handled, handled_by_other, missed_why "
        "FROM call_teams WHERE eligible"
    )
    assert {row[:2]: row[2:] for row in found} == truth


@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("since", [False, True])
def test_the_share_of_staffed_time_without_a_free_unit_is_the_planted_one(
    team: str, *, since: bool
) -> None:
    # The planted count ends with the last call, the hours of coverage with its hour.
    ((share,),) = ask(
        "SELECT sum(busy_minutes) / sum(staffed_minutes) FROM coverage "
        f"WHERE team = '{team}' AND (starts_at >= '{told().planted.expansion_on}') = {since}"
    )
    assert share == pytest.approx(told().planted.busy_share(team, since_expansion=since), rel=1e-3)


def test_the_expansion_is_a_signal_in_the_month_it_was_made() -> None:
    made = sample_city(months=20, end="2026-10")
    evidence = Evidence.derive(StoredCity(stored_tables(made, bytes(32))), today=date(2026, 11, 22))
    key = "eligible_capture_all"
    monthly = measure(evidence, [key], by=("month",))
    months = spc(monthly, better=INDICATORS[key].better).months.set_index("period")["signal"]
    expansion = f"{made.planted.expansion_on:%Y-%m}"
    before, since = months[months.index < expansion], months[months.index >= expansion]
    assert set(since) == {Signal.IMPROVEMENT}
    assert Signal.IMPROVEMENT not in set(before)
