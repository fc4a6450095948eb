import random

import pytest

from arp.measures.indicator import Better
from arp.measures.spc.limits import limits
from arp.measures.spc.rules import flags
from arp.measures.spc.xmr import last_full_month, spc
from arp.views.formats import months_between
from tests.views.drawn import frame

USUAL = [30, 32, 29, 31, 30, 33, 28, 31, 30, 32, 29, 31]


def months(values, first="2025-01"):
    """Monthly readings of a wait; None is a gap, a word is a status."""
    last_month = months_between(first, "2040-01")[: len(values)]
    return frame(
        *(
            {"period": period, "value": value}
            if not isinstance(value, str | None)
            else {"period": period, "status": value or "not measured"}
            for period, value in zip(last_month, values, strict=True)
        )
    )


def judged(values, better=Better.LOWER, **options):
    return spc(months(values), better=better, **options)


def test_a_month_far_above_its_limits_is_a_concern_where_lower_is_better():
    found = judged([*USUAL, 60]).months.iloc[-1]
    assert (found["rule"], found["signal"], found["letter"]) == (
        "outside the limits", "concern", "H",
    )  # fmt: skip


def test_usual_months_are_common_cause():
    found = judged(USUAL).months
    assert set(found["signal"]) == {"common cause"}
    assert set(found["rule"]) == {""}


def test_the_columns_of_the_readings_stay():
    readings = months(USUAL)
    found = spc(readings, better=Better.LOWER).months
    assert found[list(readings)].equals(readings)


@pytest.mark.parametrize("status", [None, "too few", "not mature", "not measured"])
def test_what_is_not_known_is_no_point_and_the_points_around_it_are_neighbors(status):
    with_gap = judged([*USUAL[:5], status, *USUAL[5:]]).months
    without = judged(USUAL).months
    gap = with_gap.iloc[5]
    assert (gap["rule"], gap["signal"], gap["letter"]) == ("", "", "")
    assert gap["upper"] == without["upper"].iloc[0]  # the limit runs on above the gap
    assert with_gap.drop(index=5)["signal"].tolist() == without["signal"].tolist()


def test_the_running_month_is_no_point_and_says_so():
    found = judged([*USUAL, 2], complete_through="2025-12")
    last = found.months.iloc[-1]
    assert (last["status"], last["reason"]) == ("not mature", "This month is not over in the data.")
    assert last["signal"] == ""
    assert found.summary.period == "2025-12"
    assert judged([*USUAL, 2], complete_through="2026-01").months["signal"].iloc[-1] == (
        "improvement"
    )


@pytest.mark.parametrize(
    ("last_day", "month"),
    [
        ("2026-10-31", "2026-10"),
        ("2026-10-30", "2026-09"),
        ("2026-01-05", "2025-12"),
        ("2024-02-28", "2024-01"),
        ("2024-02-29", "2024-02"),
    ],
)
def test_a_month_is_over_when_the_data_reach_its_last_day(last_day, month):
    assert last_full_month(last_day) == month


def test_each_segment_has_its_own_limits_and_no_rule_reaches_across():
    found = judged([30, 31] * 6 + [10, 11] * 6, rebase=["2026-01"]).months
    assert found["segment"].tolist() == [1] * 12 + [2] * 12
    assert found["mean"].tolist() == [30.5] * 12 + [10.5] * 12
    assert set(found["signal"]) == {"common cause"}
    assert "improvement" in set(judged([30, 31] * 6 + [10, 11] * 6).months["signal"])


def test_a_change_outside_the_months_makes_no_segment():
    assert set(judged(USUAL, rebase=["2024-06", "2030-01"]).months["segment"]) == {1}


@pytest.mark.parametrize(("points", "trial"), [(11, True), (12, False), (13, False)])
def test_fewer_than_twelve_points_have_trial_limits(points, trial):
    found = judged((USUAL + USUAL)[:points])
    assert set(found.months["trial"]) == {trial}
    assert found.summary.trial is trial


def test_months_that_are_no_points_do_not_make_limits_final():
    assert judged([*USUAL[:11], None, None]).summary.trial


@pytest.mark.parametrize("points", [0, 1])
def test_fewer_than_two_points_have_no_limits_and_no_signal(points):
    found = judged([None, *USUAL[:points], "too few"])
    assert found.months["mean"].isna().all()
    assert set(found.months["signal"]) == {""}
    assert found.summary.signal is None
    assert found.summary.points == points


def test_a_count_is_judged_a_day_so_that_february_is_no_signal():
    days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    found = judged([10 * day for day in days], Better.NEUTRAL, per_day=True).months
    assert set(found["signal"]) == {"common cause"}
    assert found["mean"].tolist() == [10 * day for day in days]
    plain = judged([10 * day for day in days], Better.NEUTRAL).months
    assert plain["mean"].nunique() == 1


def test_two_indicators_or_groups_are_refused():
    twice = months(USUAL)
    twice.loc[1, "period"] = twice.loc[0, "period"]
    with pytest.raises(ValueError, match="one indicator and one group"):
        spc(twice, better=Better.LOWER)


def test_rows_come_in_time_order_whatever_order_they_were_in():
    shuffled = months(USUAL).sample(frac=1, random_state=3)
    assert spc(shuffled, better=Better.LOWER).months["value"].tolist() == USUAL


def test_a_total_among_the_months_is_left_out():
    readings = months(USUAL)
    readings.loc[0, "period"] = "2025-01/2025-12"
    assert len(spc(readings, better=Better.LOWER).months) == len(USUAL) - 1


def test_gaps_change_no_flag_of_the_known_points_on_random_series():
    chance = random.Random(7)
    for _ in range(60):
        known = [chance.randint(0, 12) / 4 + 0.4 * at for at in range(chance.randint(2, 20))]
        with_gaps = []
        for value in known:
            with_gaps += [None] * (chance.random() < 0.3) + [value]
        found = judged(with_gaps).months
        told = [rule for rule, signal in zip(found["rule"], found["signal"], strict=True) if signal]
        assert told == [flag.rule.value if flag else "" for flag in flags(known, limits(known))]
