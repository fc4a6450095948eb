"""One table's folder: versions, files, columns that come later."""

from pathlib import Path

import pyarrow as pa
import pytest

from arp.lake.delta import TableFolder, runs
from arp.lake.stored import digest

OLD = pa.schema([("feed", pa.string()), ("month", pa.string()), ("id", pa.string())])
NEWER = OLD.append(pa.field("area", pa.string()))
ALIKE = ("feed", "month")


def drawn(*rows: str, schema: pa.Schema = OLD) -> pa.Table:
    """Rows like “cad 2026-10 1”."""
    cells = [dict(zip(schema.names, row.split(), strict=True)) for row in rows]
    return pa.Table.from_pylist(cells, schema=schema)


def ids(folder: TableFolder, version: int) -> list[str]:
    import pyarrow.dataset as ds

    paths = [file.path for file in folder.files(version)]
    return sorted(ds.dataset(paths, schema=OLD).to_table()["id"].to_pylist())


def test_versions_count_from_the_empty_table(tmp_path: Path) -> None:
    folder = TableFolder(tmp_path / "calls", OLD, ALIKE)
    assert folder.newest() is None
    assert folder.replace([], drawn("cad 2026-10 1")).version == 1
    assert folder.replace([], drawn("cad 2026-11 2")).version == folder.newest() == 2
    assert [ids(folder, version) for version in (0, 1, 2)] == [[], ["1"], ["1", "2"]]


def test_a_file_says_what_its_rows_share_and_is_named_by_its_content(tmp_path: Path) -> None:
    folder = TableFolder(tmp_path, OLD, ALIKE)
    folder.replace([], drawn("cad 2026-10 1", "cad 2026-10 2", "cad 2026-11 3"))
    october, november = sorted(folder.files(1), key=lambda file: file.shared["month"])
    assert (october.rows, november.rows) == (2, 1)
    assert october.shared == {"feed": "cad", "month": "2026-10"}
    content = Path(october.path).read_bytes()
    assert (october.size, october.name.split("-")[0]) == (len(content), digest(content))


def test_put_back_makes_the_newest_version_hold_what_an_older_one_held(tmp_path: Path) -> None:
    folder = TableFolder(tmp_path, OLD, ALIKE)
    folder.replace([], drawn("cad 2026-10 1"))
    folder.replace(folder.files(1), drawn("cad 2026-10 2"))
    folder.put_back(1)
    assert folder.newest() == 3
    assert ids(folder, 3) == ["1"]
    folder.put_back(0)
    assert ids(folder, 4) == []


def test_a_column_that_a_newer_release_declares_is_added(tmp_path: Path) -> None:
    TableFolder(tmp_path, OLD, ALIKE).replace([], drawn("cad 2026-10 1"))
    newer = TableFolder(tmp_path, NEWER, ALIKE)
    newest = newer.replace([], drawn("cad 2026-11 2 north", schema=NEWER)).version
    assert newest == newer.newest()
    assert ids(newer, newest) == ["1", "2"]
    assert ids(newer, 1) == ["1"]


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ([], []),
        (["a x 1"], [["1"]]),
        (["a x 1", "a x 2"], [["1", "2"]]),
        (["a x 1", "a y 2", "b y 3", "b y 4"], [["1"], ["2"], ["3", "4"]]),
    ],
)
def test_runs_are_rows_with_the_same_feed_and_month(
    rows: list[str], parts: list[list[str]]
) -> None:
    assert [part["id"].to_pylist() for part in runs(drawn(*rows), ALIKE)] == parts
