"""Reading the lake as one change closed it."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from deltalake import DeltaTable, QueryBuilder

from arp.lake import Lake
from arp.lake.schema import arrow_schema
from arp.words.tables import TABLES
from tests.lake.drawn import AT, calls, held, rows, save, undo


def test_a_lake_without_a_change_has_no_snapshot_and_makes_no_folder(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    assert lake.snapshot() is None
    assert lake.history() == []
    assert lake.doctor() == []
    assert not lake.is_sample
    assert not lake.path.exists()


def test_an_earlier_snapshot_opens_as_it_was(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, calls("1:fight"))
    save(lake, calls("1:noise 2:fire"))
    save(lake, calls("3:fall", "2026-11"))
    assert [held(lake, number) for number in (1, 2, 3)] == [
        "1:fight",
        "1:noise 2:fire",
        "1:noise 2:fire | 3:fall",
    ]
    newest = lake.snapshot()
    assert newest is not None
    assert (newest.number, newest.at) == (3, AT)
    assert lake.snapshot(4) is None


def test_ids_and_clocks_come_back_byte_for_byte(tmp_path: Path) -> None:
    in_the_hour_that_never_was = datetime(2026, 3, 8, 2, 30, 1)
    numbers = ["0025000", "12345678901234567890", "None", " 7 ", "é\u00a0–", "1e5"]
    drawn = [
        {
            "key": n,
            "incident_number": n,
            "month": "2026-03",
            "received_at": in_the_hour_that_never_was,
        }
        for n in numbers
    ]
    lake = Lake(tmp_path)
    save(lake, rows("calls", *drawn))
    snapshot = lake.snapshot()
    assert snapshot is not None
    stored = snapshot.read("calls", ["incident_number", "received_at"]).to_pylist()
    assert {row["incident_number"] for row in stored} == set(numbers)
    assert {row["received_at"] for row in stored} == {in_the_hour_that_never_was}
    asked = f"SELECT incident_number, received_at FROM ({snapshot.relation_sql('calls')})"
    assert set(duckdb.sql(asked).fetchall()) == {
        (number, in_the_hour_that_never_was) for number in numbers
    }


def test_a_table_without_rows_is_empty_and_typed(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, calls("1:fight"))
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert snapshot.files("encounters") == []
    schema = arrow_schema(TABLES["encounters"])
    assert snapshot.read("encounters").schema == schema
    assert duckdb.sql(snapshot.relation_sql("encounters")).to_arrow_table().schema == schema


def test_settings_keep_their_day(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    setting = {
        "key": "teams\x1fCRT\x1f2026-01-01",
        "section": "teams",
        "name": "CRT",
        "valid_from": date(2026, 1, 1),
        "value": "{}",
        "month": "undated",
    }
    receipt = save(lake, {"settings": rows("settings", setting)})
    assert (receipt.status, receipt.months, receipt.undated) == ("saved", (), 0)
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert snapshot.read("settings", ["valid_from"]).to_pylist() == [
        {"valid_from": date(2026, 1, 1)}
    ]


@pytest.mark.parametrize("name", ["it's [a] lake", "50% *new*?", "city=durham month=x", "é #1"])
def test_the_folder_of_a_lake_may_be_named_anything(tmp_path: Path, name: str) -> None:
    lake = Lake(tmp_path / name / "lake")
    save(lake, calls("1:fight 2:noise"))
    second = save(lake, calls("2:smoke 3:fire"))
    save(lake, calls("4:fall", "2026-11"))
    undo(lake, second)
    assert held(lake) == "1:fight 2:noise | 4:fall"
    snapshot = lake.snapshot()
    assert snapshot is not None
    asked = f"SELECT DISTINCT month FROM ({snapshot.relation_sql('calls')}) ORDER BY ALL"
    assert duckdb.sql(asked).fetchall() == [("2026-10",), ("2026-11",)]
    assert lake.doctor() == []


def test_any_reader_of_delta_tables_reads_a_table_in_place(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    at = datetime(2026, 10, 3, 14, 5)
    save(lake, calls("1:fight", received_at=at))
    save(lake, calls("1:noise 2:fire", received_at=at))
    read = DeltaTable(str(tmp_path / "calls")).to_pyarrow_table()
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert (
        read.sort_by("row_key").to_pylist() == snapshot.read("calls").sort_by("row_key").to_pylist()
    )
    assert QueryBuilder().register("calls", DeltaTable(str(tmp_path / "calls"))).execute(
        "SELECT count(*) AS n FROM calls WHERE month = '2026-10'"
    ).read_all()["n"].to_pylist() == [2]


def test_an_unknown_table_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    save(lake, calls("1:fight"))
    snapshot = lake.snapshot()
    assert snapshot is not None
    with pytest.raises(KeyError):
        snapshot.read("cals")
