"""What holds for every city: shares lie in 0–1, the order of rows is nothing, groups add up."""

import random

import pandas as pd
import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.indicator import Indicator
from arp.measures.registry import INDICATORS
from tests.made_city import made_city
from tests.measures.drawn import TODAY, DrawnSnapshot

COUNTS = ("calls_in_scope", "program_responses")


def read(city: dict, **question: object) -> pd.DataFrame:
    return measure(Evidence.derive(DrawnSnapshot(city), today=TODAY), **question)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shares_lie_between_zero_and_one_and_inside_their_interval(seed: int) -> None:
    found = read(made_city(seed, 120), by=["call_type"])
    shares = {key for key, entry in INDICATORS.items() if entry.unit == "share"}
    found = found[found["indicator"].isin(shares) & (found["status"] == "ok")]
    assert len(found) > 10
    assert found["value"].between(0, 1).all()
    assert (found["low"] <= found["value"] + 1e-12).all()
    assert (found["value"] <= found["high"] + 1e-12).all()
    assert (found["numerator"] <= found["denominator"]).all()


@pytest.mark.parametrize("seed", [4, 5])
def test_the_order_of_rows_is_nothing(seed: int) -> None:
    city = made_city(seed, 80)
    shuffled = {table: random.Random(seed).sample(rows, len(rows)) for table, rows in city.items()}
    for by in ((), ("team",), ("month",)):
        pd.testing.assert_frame_equal(read(city, by=by), read(shuffled, by=by))


@pytest.mark.parametrize("by", ["call_type", "area"])
def test_groups_add_up_to_the_whole(by: str) -> None:
    city = made_city(6, 150)
    whole = read(city, keys=COUNTS).set_index("indicator")["value"]
    parts = read(city, keys=COUNTS, by=[by]).groupby("indicator")["value"].sum()
    assert parts.to_dict() == whole.to_dict()


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
