"""Files as one typed relation."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from arp.lake.relation import identities_sql, relation_sql

SCHEMA = pa.schema([("id", pa.string()), ("at", pa.timestamp("us")), ("new", pa.float64())])


def _file(folder: Path, name: str, **columns: pa.Array) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), folder / name)
    return str(folder / name)


def test_columns_that_some_or_all_files_lack_are_typed_nulls(tmp_path: Path) -> None:
    old = _file(tmp_path, "old.parquet", id=pa.array(["1"]))
    newer = _file(tmp_path, "newer.parquet", id=pa.array(["2"]), gone=pa.array([True]))
    found = duckdb.sql(relation_sql([old, newer], SCHEMA)).to_arrow_table()
    assert found.schema == SCHEMA
    assert found.to_pylist() == [
        {"id": "1", "at": None, "new": None},
        {"id": "2", "at": None, "new": None},
    ]


def test_without_files_the_relation_is_empty_and_typed() -> None:
    found = duckdb.sql(relation_sql([], SCHEMA)).to_arrow_table()
    assert found.schema == SCHEMA
    assert found.num_rows == 0
    assert duckdb.sql(identities_sql([])).fetchall() == []


def test_a_folder_may_be_named_anything(tmp_path: Path) -> None:
    folder = tmp_path / "id=9" / "it's [a] 100% *odd* name?"
    named = _file(folder, "a.parquet", id=pa.array(["1"]))
    _file(folder, "b.parquet", id=pa.array(["2"]))
    assert duckdb.sql(relation_sql([named], SCHEMA)).fetchall() == [("1", None, None)]
