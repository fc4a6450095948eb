import pytest

from arp.measures.indicator import Better
from arp.measures.spc.rules import Rule, Signal
from arp.measures.spc.summary import Assurance, assurance
from arp.measures.spc.xmr import spc
from tests.measures.spc.test_xmr import USUAL, judged, months

FAIL, PASS, MISS = Assurance.FAIL, Assurance.PASS, Assurance.HIT_OR_MISS


@pytest.mark.parametrize(
    ("better", "target", "said"),
    [
        (Better.HIGHER, 39, PASS),
        (Better.HIGHER, 40, MISS),  # on the lower limit
        (Better.HIGHER, 60, MISS),
        (Better.HIGHER, 61, FAIL),
        (Better.LOWER, 39, FAIL),
        (Better.LOWER, 40, MISS),
        (Better.LOWER, 60, MISS),
        (Better.LOWER, 61, PASS),
        (Better.NEUTRAL, 61, None),
        (Better.BAND, 61, None),
        (Better.HIGHER, None, None),
    ],
)
def test_usual_months_pass_fail_or_hit_and_miss(better, target, said):
    assert assurance(40, 60, better, target) is said


def test_the_latest_point_gives_the_signal_and_since_when():
    found = judged([*USUAL, 28, 28, 28, 28, 28, 28, 28.5]).summary
    assert (found.signal, found.letter, found.rule) == (Signal.IMPROVEMENT, "L", Rule.SHIFT)
    assert (found.since, found.period) == ("2026-01", "2026-07")


def test_a_shift_begins_where_the_months_cross_the_mean_and_not_with_the_trend_before_it():
    crossing = [25, 30, 35, 43, 45, 47, 49, 50]
    found = judged([*[20, 60] * 6, *crossing, 46, 48, 45, 47], better=Better.NEUTRAL)
    assert found.summary.rule is Rule.SHIFT
    table = found.months.set_index("period")
    assert table.loc["2026-01", ["value", "rule"]].tolist() == [25, Rule.TREND]
    assert (found.summary.since, table.loc[found.summary.since, "value"]) == ("2026-04", 43)


def test_a_signal_in_the_past_is_not_the_latest():
    found = judged([*USUAL, 60, 30]).summary
    assert (found.signal, found.rule, found.since) == (Signal.COMMON_CAUSE, None, "2026-02")


def test_the_latest_limits_are_held_against_the_target():
    values = [30, 31] * 6 + [10, 11] * 6
    found = judged(values, target=20, rebase=["2026-01"]).summary
    assert (found.assurance, found.points, found.mean) == (PASS, 12, 10.5)
    assert judged(values[:12], target=20).summary.assurance is FAIL


def test_a_segment_without_a_point_leaves_the_one_before_as_the_latest():
    readings = months([*USUAL, "too few", "too few"])
    found = spc(readings, better=Better.LOWER, rebase=["2026-01"]).summary
    assert (found.period, found.points) == ("2025-12", 12)
