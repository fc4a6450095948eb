import pyarrow as pa

from arp.lake.compare import cursor


def test_what_one_asker_registers_no_other_sees() -> None:
    with cursor() as first, cursor() as second:
        first.register("incoming", pa.table({"n": [1, 2]}))
        second.register("incoming", pa.table({"n": [3]}))
        first.execute("CREATE TEMP TABLE kept AS SELECT * FROM incoming")
        assert second.execute("SELECT sum(n) FROM incoming").fetchall() == [(3,)]
        tables = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'kept'"
        assert first.execute(tables).fetchall() == [(1,)]
        second.execute("CREATE TEMP TABLE kept AS SELECT * FROM incoming")
        assert first.execute("SELECT sum(n) FROM kept").fetchall() == [(3,)]
        assert second.execute("SELECT sum(n) FROM kept").fetchall() == [(3,)]
