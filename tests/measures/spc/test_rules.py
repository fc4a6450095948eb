import random
from fractions import Fraction

import pytest

from arp.measures.indicator import Better
from arp.measures.spc.limits import Limits, limits
from arp.measures.spc.rules import Flag, Rule, Signal, flags, meaning

FLAT = Limits(mean=0, lower=-9, upper=9, near_lower=-6, near_upper=6)


def drawn(values, lines=FLAT, **options):
    """The flags as text: o outside, t trend, n near a limit, s shift; capital points up."""
    letters = {Rule.OUTSIDE: "o", Rule.TREND: "t", Rule.TWO_OF_THREE: "n", Rule.SHIFT: "s"}
    found = (
        "." if flag is None else letters[flag.rule].upper() if flag.direction > 0
        else letters[flag.rule]
        for flag in flags(values, lines, **options)
    )  # fmt: skip
    return "".join(found)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        # Outside: on the limit is not outside.
        ([1, 9, -1, 9.1, -9, -9.1], "...O.o"),
        # Shift: seven on one side; six are none, and a point on the mean ends it.
        ([1, 2, 1, 2, 1, 2, -1], "......."),
        ([1, 2, 1, 2, 1, 2, 1, -1], "SSSSSSS."),
        ([-1, -2, -1, 0, -1, -2, -1, -2], "........"),
        ([-1, -2, -1, -2, -1, -2, -1, -2], "ssssssss"),
        # Trend: seven points, six moves; a tie ends it.
        ([-3, -2, -1, 1, 2, 3, 2], "......."),
        ([-3, -2, -1, 1, 2, 3, 4, 1], "TTTTTTT."),
        ([-3, -2, -1, 1, 1, 2, 3, 4], "........"),
        ([3, 2, 1, 0, -1, -2, -3], "ttttttt"),
        # A peak that two trends share belongs to the earlier one.
        ([-3, -2, -1, 1, 2, 3, 4, 3, 2, 1, -1, -2, -3], "TTTTTTTtttttt"),
        # Two of three in the outer third, all three on one side: only the two are flagged.
        ([7, 1, 8, -1], "N.N."),
        ([7, -1, 8], "..."),
        ([7, 0, 8], "..."),
        ([7, 1, 1, 8], "...."),
        ([-7, -8, -1], "nn."),
        ([7, 8, 7], "NNN"),
        # Outside is not in the outer third, though it is on the side.
        ([7, 9.5, 1], ".O."),
        ([7, 9.5, 8], "NON"),
        # First match wins: outside, trend, near a limit, shift.
        ([1, 2, 3, 4, 5, 6, 9.5], "TTTTTTO"),
        ([1, 2, 3, 4, 5, 7, 8], "TTTTTTT"),
        ([1, 7, 1, 7, 1, 2, 1], "SNSNSSS"),
        ([], ""),
    ],
)  # fmt: skip
def test_rules_and_their_order(values, said):
    assert drawn(values) == said


def test_the_length_of_a_trend_is_a_parameter():
    assert drawn([-3, -2, -1, 1, 2, 3], trend_length=6) == "TTTTTT"
    assert drawn([-3, -2, -1, 1, 2, 3], trend_length=7) == "......"


@pytest.mark.parametrize(
    ("better", "up", "down"),
    [
        (Better.HIGHER, Signal.IMPROVEMENT, Signal.CONCERN),
        (Better.LOWER, Signal.CONCERN, Signal.IMPROVEMENT),
        (Better.NEUTRAL, Signal.NO_DIRECTION, Signal.NO_DIRECTION),
        (Better.BAND, Signal.NO_DIRECTION, Signal.NO_DIRECTION),
    ],
)
def test_high_and_low_become_good_and_bad_by_what_is_better(better, up, down):
    assert meaning(Flag(Rule.SHIFT, 1), better) is up
    assert meaning(Flag(Rule.SHIFT, -1), better) is down
    assert meaning(None, better) is Signal.COMMON_CAUSE


def test_a_flag_s_letter_is_its_direction():
    assert (Flag(Rule.TREND, 1).letter, Flag(Rule.TREND, -1).letter) == ("H", "L")


def plain(values):
    """METRICS.md §5 once more, point by point and in exact fractions; (rule, direction) or None."""
    values = [Fraction(value) for value in values]
    if len(values) < 2:
        return [None] * len(values)
    mean = sum(values) / len(values)
    moves = [abs(values[i] - values[i - 1]) for i in range(1, len(values))]
    first = sum(moves) / len(moves)
    kept = [move for move in moves if move < Fraction("3.267") * first]
    usual = sum(kept) / len(kept) if sum(kept) else first
    reach = Fraction("2.66") * usual
    said = []
    for i in range(len(values)):
        said.append(
            plain_outside(values[i] - mean, reach)
            or plain_trend(values, i)
            or plain_near(values, i, mean, reach)
            or plain_shift(values, i, mean)
        )
    return said


def plain_outside(off, reach):
    if abs(off) > reach:
        return ("outside the limits", 1 if off > 0 else -1)
    return None


def plain_trend(values, i):
    for start in range(max(0, i - 6), i + 1):
        seven = values[start : start + 7]
        if len(seven) == 7:
            if all(seven[k] < seven[k + 1] for k in range(6)):
                return ("trend", 1)
            if all(seven[k] > seven[k + 1] for k in range(6)):
                return ("trend", -1)
    return None


def plain_near(values, i, mean, reach):
    def outer(value):
        return reach * 2 / 3 < abs(value - mean) <= reach

    for start in range(max(0, i - 2), i + 1):
        three = values[start : start + 3]
        if len(three) < 3 or not outer(values[i]) or sum(map(outer, three)) < 2:
            continue
        if all(value > mean for value in three):
            return ("two of three near a limit", 1)
        if all(value < mean for value in three):
            return ("two of three near a limit", -1)
    return None


def plain_shift(values, i, mean):
    for start in range(max(0, i - 6), i + 1):
        seven = values[start : start + 7]
        if len(seven) == 7 and all(value > mean for value in seven):
            return ("shift", 1)
        if len(seven) == 7 and all(value < mean for value in seven):
            return ("shift", -1)
    return None


def series(chance):
    """One random series: short or long, with ties, constants, steps, drifts and lone peaks."""
    length = chance.choice([0, 1, 2, 3, 6, 7, 8, 12, 24, 40])
    spread = chance.choice([0, 1, 2, 8, 40])
    drift, step = chance.choice([0, 0, 0.5, -1.25]), chance.choice([0, 0, 6, -20])
    values = []
    for at in range(length):
        value = 20 + chance.randint(-spread, spread) / 4 + drift * at
        value += step * (at > length // 2) + (60 if chance.random() < 0.03 else 0)
        values.append(value)
    return values


def test_a_second_plain_implementation_agrees_on_1000_random_series():
    chance = random.Random(20261122)
    seen = set()
    for _ in range(1000):
        values = series(chance)
        lines = limits(values)
        found = flags(values, lines) if lines else [None] * len(values)
        told = [None if flag is None else (flag.rule.value, flag.direction) for flag in found]
        assert told == plain(values), values
        seen |= set(told)
    every = {(rule.value, direction) for rule in Rule for direction in (1, -1)}
    assert seen == every | {None}
