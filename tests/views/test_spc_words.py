import pytest

from arp.measures.indicator import Better
from arp.views import spc_words
from tests.measures.spc.test_xmr import USUAL, judged


def said(values, better=Better.LOWER, unit="minutes", **options):
    return spc_words.signal(judged(values, better, **options).summary, unit)


def test_a_usual_month_is_called_nothing_unusual_with_its_range():
    assert (
        said(USUAL) == "Nothing unusual: Dec 2025 is within the usual range, 24.0 to 37.0 minutes."
    )


@pytest.mark.parametrize(
    ("values", "better", "sentence"),
    [
        (
            [*USUAL, 60],
            Better.LOWER,
            "Concern (H): Jan 2026, 60.0 minutes, is above the usual range, 26.2 to 39.3 minutes.",
        ),
        (
            [*USUAL, 60],
            Better.NEUTRAL,
            "A signal, neither good nor bad (H): Jan 2026, 60.0 minutes, is above the usual range, "
            "26.2 to 39.3 minutes.",
        ),
        (
            [*USUAL, 28, 28, 28, 28, 28, 28, 28.5],
            Better.LOWER,
            "Improvement (L): every month below the mean of 29.6 minutes since Jan 2026.",
        ),
        (
            [*USUAL, 28, 28.5, 29, 29.5, 30, 30.5, 31.5],
            Better.LOWER,
            "Concern (H): every month higher than the one before, up to Jul 2026.",
        ),
    ],
)
def test_a_signal_says_its_letter_and_its_rule(values, better, sentence):
    assert said(values, better) == sentence


def test_two_of_three_near_a_limit_says_which_end():
    assert said([*USUAL, 37, 34, 38]).startswith(
        "Concern (H): two of three months near the upper end of the usual range, "
    )


def test_trial_limits_say_how_many_months_they_rest_on():
    few = judged(USUAL[:8], Better.LOWER).summary
    assert spc_words.trial(few) == "Trial limits: they rest on 8 months, 12 are needed."
    assert spc_words.trial(judged(USUAL, Better.LOWER).summary) == ""
    assert spc_words.trial(judged([30], Better.LOWER).summary) == ""


@pytest.mark.parametrize("values", [[None], [30]])
def test_too_few_months_are_no_signal(values):
    assert said(values) == "Too few months to tell a signal from noise."


def test_no_range_is_said_beyond_what_a_share_can_be():
    assert "to 100%." in said([0.9, 0.99, 0.88, 1.0] * 3, Better.HIGHER, "share")


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (50, "Usual months reach the target of 50.0 minutes every time (P)."),
        (30, "Usual months reach the target of 30.0 minutes sometimes (?)."),
        (10, "Usual months miss the target of 10.0 minutes every time (F)."),
        (None, ""),
    ],
)
def test_what_usual_months_make_of_the_target(target, sentence):
    summary = judged(USUAL, target=target).summary
    assert spc_words.target(summary, "minutes") == sentence
