import pyarrow as pa

from arp.measures.studies.completeness import NO_COLUMN, completeness
from tests.measures.drawn import answer

COUNTS = pa.Table.from_pylist(
    [
        {"table": table, "field": field, "month": "2026-01", "rows_n": 10, "filled_n": filled,
         "ever_filled": ever}
        for table, field, filled, ever in [
            ("calls", "area", 9, True),
            ("calls", "area", 1, True),
            ("calls", "priority", 0, False),
            ("encounters", "team", 0, True),
        ]
    ]
)  # fmt: skip


def shares(*by: str, rows: pa.Table = COUNTS) -> dict[str, tuple]:
    found = answer(lambda counts: completeness(counts, by), counts=rows)
    return {row["field"]: (row["value"], row["n"], row["unmeasured"]) for row in found}


def test_a_field_is_its_filled_rows_of_all_rows_and_one_without_column_has_no_share() -> None:
    assert shares()["area"] == (0.5, 20, None)
    assert shares()["priority"] == (None, 10, NO_COLUMN)


def test_the_index_is_the_lowest_field_that_some_feed_has() -> None:
    assert shares()["index"] == shares()["team"] == (0, 10, None)
    assert shares("month", rows=COUNTS.slice(0, 3))["index"] == (0.5, 20, None)


def test_without_any_column_there_is_no_index() -> None:
    assert set(shares(rows=COUNTS.slice(2, 1))) == {"priority"}
