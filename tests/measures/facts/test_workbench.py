import pyarrow as pa

from arp.measures.database import connect
from arp.measures.facts.workbench import Workbench

ROWS = pa.table({"n": [3, 1], "name": ["b", "a"]})


def test_what_is_made_can_be_read_by_its_name_and_what_is_only_staged_goes() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        rows = bench.load("staged_rows", ROWS)
        kept = bench.make("kept", rows.filter(rows.n > 1))
        bench.view("staged_view", kept)
        assert bench.has_rows("staged_view")
        bench.clear()
        assert list(bench.facts) == ["kept"]
        assert bench.ask("SELECT * FROM kept WHERE n > ?", [2]) == [(3, "b")]
        assert connection.execute("SHOW TABLES").fetchall() == [("kept",)]


def test_the_texts_of_a_column_are_each_given_once_and_no_blank() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        bench.load("rows", pa.table({"name": ["b", None, "a", "b", ""]}))
        assert bench.values("rows", "name") == ["a", "b"]
        assert not bench.has_rows("(SELECT * FROM rows WHERE name = 'c')")


def test_rows_are_added_to_what_was_made_whatever_the_order_of_their_columns() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        rows = bench.load("staged_rows", ROWS)
        for least in (1, 3):
            some = bench.view("staged_some", rows.filter(rows.n == least))
            bench.add("kept", some.select("name", "n") if least == 3 else some)
        assert bench.ask("SELECT n, name FROM kept ORDER BY n") == [(1, "a"), (3, "b")]


def test_what_is_staged_anew_takes_the_place_of_what_was_staged_before() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        rows = bench.load("staged_rows", ROWS)
        for least in (1, 3):
            bench.stage("staged_some", rows.filter(rows.n == least))
        assert bench.ask("SELECT n FROM staged_some") == [(3,)]
        bench.clear()
        assert connection.execute("SHOW TABLES").fetchall() == []


def test_what_no_later_step_reads_can_go_before_the_end() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        bench.view("staged_view", bench.load("staged_rows", ROWS))
        bench.drop("staged_view", "staged_rows")
        assert bench.facts == {}
        assert connection.execute("SHOW TABLES").fetchall() == []


def test_the_flags_of_one_row_that_say_yes_are_named() -> None:
    with connect() as connection:
        bench = Workbench(connection)
        rows = bench.load("staged_rows", ROWS)
        flags = {"some": (rows.n > 1).any(), "none": (rows.n > 9).any()}
        assert bench.said(rows.aggregate(**flags)) == ["some"]
        nothing = rows.filter(rows.n > 9)
        assert bench.said(nothing.aggregate(some=(nothing.n > 1).any())) == []
