"""What holds for every city: shares lie in 0–1, the order of rows is nothing, groups add up."""

import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from arp.intake.checking.settling import settle
from arp.intake.checking.sheet_reader import TableRows
from arp.lake import Lake
from arp.lake.change import Change, Tally
from arp.lake.schema import arrow_schema
from arp.measures.engine import measure
from arp.measures.evidence import Evidence, Stored
from arp.measures.indicator import Indicator
from arp.measures.registry import INDICATORS
from arp.words.tables import TABLES
from tests.made_city import Row, made_city
from tests.measures.drawn import TODAY, DrawnSnapshot

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
COUNTS = ("calls_in_scope", "program_responses")
CITIES = st.builds(made_city, seed=st.integers(0, 2**32), calls_n=st.integers(20, 120))
few = settings(max_examples=4, deadline=None, derandomize=True)


def read(city: dict[str, list[Row]], **question: object) -> pd.DataFrame:
    return measured(DrawnSnapshot(city), **question)


def measured(snapshot: Stored, **question: object) -> pd.DataFrame:
    return measure(Evidence.derive(snapshot, today=TODAY), **question)


@few
@given(CITIES)
def test_shares_lie_between_zero_and_one_and_inside_their_interval(city) -> None:
    found = read(city, by=["call_type"])
    shares = {key for key, entry in INDICATORS.items() if entry.unit == "share"}
    found = found[found["indicator"].isin(shares) & (found["status"] == "ok")]
    assert not found.empty
    assert found["value"].between(0, 1).all()
    assert (found["low"] <= found["value"] + 1e-12).all()
    assert (found["value"] <= found["high"] + 1e-12).all()
    assert (found["numerator"] <= found["denominator"]).all()


@few
@given(CITIES, st.randoms(use_true_random=False), st.sampled_from([(), ("team",), ("month",)]))
def test_the_order_of_rows_is_nothing(city, chance: random.Random, by) -> None:
    shuffled = {table: chance.sample(rows, len(rows)) for table, rows in city.items()}
    pd.testing.assert_frame_equal(read(city, by=by), read(shuffled, by=by))


@few
@given(CITIES, st.sampled_from(["call_type", "area"]))
def test_groups_add_up_to_the_whole(city, by: str) -> None:
    evidence = Evidence.derive(DrawnSnapshot(city), today=TODAY)
    whole = measure(evidence, COUNTS).set_index("indicator")["value"]
    parts = measure(evidence, COUNTS, by=[by]).groupby("indicator")["value"].sum()
    assert parts.to_dict() == whole.to_dict()


@settings(few, max_examples=2)
@given(CITIES)
def test_the_same_upload_twice_is_once(city) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lake = Lake(Path(folder) / "lake")
        lake.commit(upload(city), who="analyst", at=AT)
        once = measured(lake.snapshot(), by=["month"])
        receipt = lake.commit(upload(city), who="analyst", at=AT)
        assert receipt.status == "unchanged"
        pd.testing.assert_frame_equal(once, measured(lake.snapshot(), by=["month"]))


def upload(city: dict[str, list[Row]]) -> Change:
    """All of a city as one upload."""
    tables = {name: settled(name, rows) for name, rows in city.items() if rows}
    tallies = {name: Tally(rows_read=rows.num_rows) for name, rows in tables.items()}
    return Change(kind="upload", feed="cad", tables=tables, tallies=tallies, file_name="all.xlsx")


def settled(name: str, rows: list[Row]) -> pa.Table:
    table, n = TABLES[name], len(rows)
    types = arrow_schema(table)
    fields = pa.schema([types.field(field.name) for field in table.stored_fields])
    read_rows = pa.Table.from_pylist(rows, schema=fields)
    read_rows = read_rows.append_column("sheet", pa.repeat("Calls", n))
    read_rows = read_rows.append_column("sheet_row", pa.array(range(n)))
    part = TableRows(table=table, rows=read_rows, findings=())
    return settle(table, [part], "cad").rows


def test_what_is_not_ok_has_no_value_and_says_why() -> None:
    found = read(made_city(7, 60), by=["month", "team"])
    not_ok = found[found["status"] != "ok"]
    assert len(not_ok) > 10
    assert not_ok["value"].isna().all()
    assert (not_ok["reason"] != "").all()


def test_every_reading_is_of_a_declared_indicator() -> None:
    found = read(made_city(8, 40))
    assert set(found["indicator"]) == set(INDICATORS)
    assert all(isinstance(entry, Indicator) for entry in INDICATORS.values())
