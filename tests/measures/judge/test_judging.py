import pandas as pd
import pytest

from arp.measures.judge.gates import GATES, Decides, Taken
from arp.measures.judge.judging import Verdict, judge, together, units_of
from arp.measures.registry import INDICATORS
from tests.measures.judge.drawn import entry, figure, gate, months, target, whole

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
ENTRIES = {"felt_safe_rate": entry("felt_safe_rate")}


def judged(decides, goal=None, by_month=None, **row):
    """The one figure of a gate, of one reading and one target."""
    targets = {} if goal is None else {"felt_safe_rate": goal}
    (found,) = judge(
        whole(**row),
        months() if by_month is None else by_month,
        targets,
        entries=ENTRIES,
        gates=(gate(figure(decides=decides)),),
    )
    (one,) = found.figures
    assert found.verdict is one.verdict
    return one


@pytest.mark.parametrize(
    ("decides", "value", "low", "high", "goal", "verdict"),
    [
        # The end of the interval decides safety, not the point.
        (Decides.UPPER_BOUND, 0.02, 0.01, 0.049, 0.05, MET),
        (Decides.UPPER_BOUND, 0.02, 0.01, 0.050, 0.05, NOT_MET),
        (Decides.UPPER_BOUND, 0.02, 0.01, 0.060, 0.05, NOT_MET),
        (Decides.LOWER_BOUND, 0.99, 0.980, 1.0, 0.98, MET),
        (Decides.LOWER_BOUND, 0.99, 0.979, 1.0, 0.98, NOT_MET),
        (Decides.AT_MOST, 30.0, 25, 35, 30, MET),
        (Decides.AT_MOST, 30.1, 25, 35, 30, NOT_MET),
        (Decides.AT_LEAST, 0.90, 0.8, 1.0, 0.90, MET),
        (Decides.AT_LEAST, 0.89, 0.8, 1.0, 0.90, NOT_MET),
        (Decides.UPPER_BOUND, 0.02, None, None, 0.05, CANNOT_TELL),
    ],
)
def test_the_deciding_end_is_held_against_the_target(decides, value, low, high, goal, verdict):
    found = judged(decides, target(goal), value=value, low=low, high=high)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0.19, NOT_MET), (0.2, MET), (0.3, MET), (0.4, MET), (0.41, NOT_MET)],
)
def test_a_band_has_two_ends(value, verdict):
    assert judged(Decides.WITHIN, target(0.4, at_least=0.2), value=value).verdict is verdict


def test_a_band_with_one_end_cannot_be_told():
    found = judged(Decides.WITHIN, target(0.4), value=0.3)
    assert (found.verdict, found.reason) == (
        CANNOT_TELL, "The target needs both ends of its band.",
    )  # fmt: skip


@pytest.mark.parametrize("status", ["not measured", "too few", "not mature"])
def test_what_has_no_value_cannot_be_told_with_its_own_reason(status):
    found = judged(Decides.AT_MOST, target(1), status=status, reason="Upload the schedule.")
    assert (found.verdict, found.reason) == (CANNOT_TELL, "Upload the schedule.")


def test_without_a_target_nothing_is_met():
    found = judged(Decides.AT_MOST, None, value=0.0)
    assert (found.verdict, found.reason, found.value) == (CANNOT_TELL, "No target set.", 0.0)


def test_a_target_in_another_unit_cannot_be_compared():
    assert judged(Decides.AT_MOST, target(None), value=0.1).verdict is CANNOT_TELL


@pytest.mark.parametrize(
    ("verdicts", "of_gate"),
    [
        ([MET, MET], MET),
        ([MET, CANNOT_TELL], CANNOT_TELL),
        ([MET, CANNOT_TELL, NOT_MET], NOT_MET),
        ([CANNOT_TELL], CANNOT_TELL),
        ([], CANNOT_TELL),
    ],
)
def test_a_gate_is_met_only_if_all_are_and_one_miss_is_enough(verdicts, of_gate):
    assert together(verdicts) is of_gate


@pytest.mark.parametrize(
    ("by_month", "value", "running"),
    [
        ((0.99, 0.90, 0.99, 0.99), 0.99, 2),
        ((0.99, 0.99, 0.99), 0.99, 3),
        ((0.99, None, 0.99), 0.99, 2),
        ((0.99, 0.90), 0.99, 0),
        ((0.99, 0.90, 0.90), 0.90, 2),
    ],
)
def test_months_running_count_back_while_they_say_what_the_figure_says(by_month, value, running):
    found = judged(Decides.AT_LEAST, target(0.98), months(*by_month), value=value)
    assert found.months_running == running


def test_the_running_month_is_not_looked_at():
    (found,) = judge(
        whole(value=0.99), months(0.99, 0.99, 0.10), {"felt_safe_rate": target(0.98)},
        entries=ENTRIES, gates=(gate(figure()),), complete_through="2025-02",
    )  # fmt: skip
    assert found.figures[0].months_running == 2


def test_what_a_gate_s_definition_fixes_needs_no_target_of_the_city():
    injuries = figure(
        "responder_injuries", Decides.AT_MOST, fixed=0, taken=Taken.TWELVE_MONTHS, name="Injuries"
    )
    none, one = [0] * 12, [0] * 11 + [1]
    for values, verdict in ((none, MET), (one, NOT_MET), (none[:11], CANNOT_TELL)):
        (found,) = judge(
            whole(value=0.0), months(*values, indicator="responder_injuries"), {},
            entries={}, gates=(gate(injuries),),
        )  # fmt: skip
        assert found.verdict is verdict


def test_a_figure_that_nothing_measures_says_what_cannot_be_told():
    empty = months()
    (safety, *_, follow, data) = judge(empty, empty, {}, entries={})
    assert safety.verdict is follow.verdict is data.verdict is CANNOT_TELL
    assert follow.figures[0].reason == "It is not measured."
    assert {one.reason for one in safety.figures} == {"It is not measured."}


def test_every_gate_is_judged_in_the_declared_order():
    empty = months()
    assert [one.name for one in judge(empty, empty, {}, entries=INDICATORS)] == [
        "Safety", "Reliability", "Unmet demand", "Capacity", "Dispatch", "Follow-through", "Data",
    ]  # fmt: skip


def test_a_part_taken_as_a_share_has_a_target_that_is_a_share():
    entries = {"missed_eligible": entry("missed_eligible", "calls"), "uhu": entry("uhu")}
    assert units_of(entries, GATES) == {"missed_eligible": "share", "uhu": "share"}


def test_stability_is_a_figure_without_a_value():
    steady = gate(figure("trend_stability", Decides.STABLE, name="Stable"))
    (found,) = judge(months(), months(), {}, entries={}, gates=(steady,))
    assert found.figures[0].value is None
    assert found.verdict is CANNOT_TELL


def test_judging_changes_none_of_its_readings():
    readings = whole(value=0.99)
    before = readings.copy()
    judge(readings, months(0.9), {}, entries=ENTRIES)
    pd.testing.assert_frame_equal(readings, before)
