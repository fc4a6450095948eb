from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from arp.measures.database import connect
from arp.measures.facts.workbench import Workbench

ROWS = pa.table({"n": [3, 1], "name": ["b", "a"]})


@pytest.fixture(params=["in memory", "in files"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workbench]:
    with connect() as connection:
        yield Workbench(connection, tmp_path if request.param == "in files" else None)


@pytest.fixture
def bench_of_files(tmp_path: Path) -> Iterator[Workbench]:
    folder = tmp_path / "the city's [new] facts*"
    folder.mkdir()
    with connect() as connection:
        yield Workbench(connection, folder)


def names(bench: Workbench) -> list[str]:
    return [name for (name,) in bench.ask("SHOW TABLES")]


def test_what_is_made_can_be_read_by_its_name_and_what_is_only_staged_goes(
    bench: Workbench,
) -> None:
    rows = bench.load("staged_rows", ROWS)
    kept = bench.make("kept", rows.filter(rows.n > 1))
    bench.view("staged_view", kept)
    assert bench.has_rows("staged_view")
    bench.clear()
    assert list(bench.facts) == names(bench) == ["kept"]
    assert bench.ask("SELECT * FROM kept WHERE n > ?", [2]) == [(3, "b")]


def test_the_texts_of_a_column_are_each_given_once_and_no_blank(bench: Workbench) -> None:
    bench.load("rows", pa.table({"name": ["b", None, "a", "b", ""]}))
    assert bench.values("rows", "name") == ["a", "b"]
    assert not bench.has_rows("(SELECT * FROM rows WHERE name = 'c')")


def test_rows_are_added_to_what_was_made_whatever_the_order_of_their_columns(
    bench: Workbench,
) -> None:
    rows = bench.load("staged_rows", ROWS)
    for least in (1, 3):
        some = bench.view("staged_some", rows.filter(rows.n == least))
        bench.add("kept", some.select("name", "n") if least == 3 else some)
    assert bench.ask("SELECT n, name FROM kept ORDER BY n") == [(1, "a"), (3, "b")]


def test_what_is_staged_anew_takes_the_place_of_what_was_staged_before(bench: Workbench) -> None:
    rows = bench.load("staged_rows", ROWS)
    for least in (1, 3):
        bench.stage("staged_some", rows.filter(rows.n == least))
    assert bench.ask("SELECT n FROM staged_some") == [(3,)]
    bench.clear()
    assert names(bench) == []


def test_what_no_later_step_reads_can_go_before_the_end(bench: Workbench) -> None:
    rows = bench.load("staged_rows", ROWS)
    bench.view("staged_view", bench.make("staged_table", rows))
    bench.drop("staged_view", "staged_table", "staged_rows")
    assert bench.facts == {}
    assert names(bench) == []


def test_files_lie_in_the_folder_whatever_its_name_and_go_with_what_they_hold(
    bench_of_files: Workbench, tmp_path: Path
) -> None:
    bench = bench_of_files
    rows = bench.load("staged_rows", ROWS)
    for least in (1, 3):
        bench.add("kept", rows.filter(rows.n == least))
    bench.make("staged_more", rows)

    held = sorted(file.name for file in tmp_path.rglob("*.parquet"))
    bench.drop("staged_more", "kept")

    assert held == ["kept_0.parquet", "kept_1.parquet", "staged_more_0.parquet"]
    assert list(tmp_path.rglob("*.parquet")) == []


def test_the_flags_of_one_row_that_say_yes_are_named(bench: Workbench) -> None:
    rows = bench.load("staged_rows", ROWS)
    flags = {"some": (rows.n > 1).any(), "none": (rows.n > 9).any()}
    assert bench.said(rows.aggregate(**flags)) == ["some"]
    nothing = rows.filter(rows.n > 9)
    assert bench.said(nothing.aggregate(some=(nothing.n > 1).any())) == []
