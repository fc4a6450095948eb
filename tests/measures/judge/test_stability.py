import pandas as pd
import pytest

from arp.measures.indicator import Better
from arp.measures.judge.stability import stable
from tests.measures.judge.drawn import entry, months

USUAL = [30, 32, 29, 31, 30, 33, 28, 31, 30, 32, 29, 31]
ENTRIES = {key: entry(key, "minutes", Better.LOWER) for key in ("one", "other")}
KEYS = tuple(ENTRIES)


def state(one, other=USUAL, **more):
    readings = [months(*one, indicator="one"), months(*other, indicator="other")]
    return stable(pd.concat(readings), ENTRIES, keys=KEYS, **more)


def test_usual_months_are_stable():
    assert state(USUAL) == (True, "")


def test_a_concern_in_the_last_six_months_names_its_figure():
    steady, why = state([*USUAL, 60, 30, 31, 30, 31, 30])
    assert (steady, why) == (False, "Signals of concern in the last 6 months: one.")


def test_a_concern_seven_months_ago_is_over():
    assert state([*USUAL, 60, 30, 31, 30, 31, 30, 31])[0] is True


def test_an_improvement_is_no_concern():
    assert state([*USUAL, 2])[0] is True


@pytest.mark.parametrize(("known", "steady"), [(11, None), (12, True)])
def test_fewer_than_twelve_months_cannot_be_told(known, steady):
    assert state(USUAL[:known])[0] is steady


def test_after_a_change_twelve_new_months_are_needed():
    steady, why = state([*USUAL, *USUAL], other=[*USUAL, *USUAL], rebase=["2026-02"])
    assert steady is None
    assert why == (
        "It cannot be told for these, with fewer than 12 known months since the last change: "
        "one; other. Upload the months before, or wait for more."
    )


def test_a_figure_that_is_not_declared_cannot_be_told_but_a_concern_still_counts():
    assert stable(months(*USUAL, indicator="one"), {"one": ENTRIES["one"]}, keys=KEYS)[0] is None
    worse = months(*USUAL, 60, indicator="one")
    assert stable(worse, {"one": ENTRIES["one"]}, keys=KEYS)[0] is False
