from arp.measures.judge.targets import Target
from arp.measures.monthly import Background, judged_months
from arp.measures.readings import MOSTLY_UNKNOWN
from arp.measures.spc.rules import Signal
from arp.views import signal_words
from tests.measures.spc.test_xmr import USUAL, months
from tests.views.drawn import frame


def series(values, key="response_p50", **against):
    readings = months(values).assign(indicator=key)
    return judged_months(readings, [key], Background(**against))[key]


def test_the_finding_is_the_signal_then_the_target():
    found = series(USUAL, targets={"response_p50": Target(value=50)})
    assert signal_words.finding(found) == (
        "Nothing unusual: Dec 2025 is within the usual range, 24.0 to 37.0 minutes. "
        "Usual months reach the target of 50.0 minutes every time (P)."
    )
    assert signal_words.named(found).startswith("Response time (median): nothing unusual: Dec")


def test_what_is_not_measured_says_what_to_upload():
    alone = frame({"period": "2026-01/2026-12", "status": "not measured", "reason": "Upload it."})
    found = judged_months(alone, ["response_p50"], Background())["response_p50"]
    for said in (signal_words.finding(found), signal_words.named(found)):
        assert said == "Upload it."
    assert signal_words.foot(found) == ""
    assert signal_words.badge(found) is None


def test_each_change_says_the_mean_after_it_and_never_why():
    found = series([30, 30, 40, 40, 50, 52], rebase=("2025-03", "2025-05"))
    assert signal_words.after_changes(found) == (
        "Monthly mean 30.0 minutes; after the change of Mar 2025, 40.0 minutes; "
        "after that of May 2025, 51.0 minutes."
    )
    assert signal_words.after_changes(series(USUAL)) == ""


def test_the_foot_names_target_trial_limits_and_gaps():
    target = Target(value=25, set_by="The Director")
    found = series([30, None, 31, 30], targets={"response_p50": target})
    assert signal_words.foot(found) == (
        "Target: at most 25.0 minutes. Set by The Director. "
        "Trial limits: they rest on 3 months, 12 are needed. No figure for Feb 2025."
    )


def test_a_tile_has_icon_letter_and_word_from_twelve_months_on():
    assert signal_words.badge(series(USUAL[:11])) is None
    usual = signal_words.badge(series(USUAL))
    assert usual == signal_words.Badge(Signal.COMMON_CAUSE, "horizontal_rule", "nothing unusual")
    high = signal_words.badge(series([*USUAL, 60]))
    assert high == signal_words.Badge(Signal.CONCERN, "north_east", "H: concern")
    low = signal_words.badge(series([*USUAL, 3]))
    assert low == signal_words.Badge(Signal.IMPROVEMENT, "south_east", "L: improvement")


def known_for_few(values, of_months):
    """Months of a wait of which these are known for less than half of their rows."""
    readings = months(values).assign(indicator="response_p50")
    readings.loc[readings["period"].isin(of_months), "reason"] = MOSTLY_UNKNOWN
    return judged_months(readings, ["response_p50"], Background())["response_p50"]


def test_a_signal_that_rests_on_few_known_rows_is_read_with_care():
    latest = known_for_few([*USUAL, 60], ["2026-01"])
    assert signal_words.finding(latest).endswith(
        "In 1 of 13 months, it is known for less than half of the rows: read with care."
    )
    assert signal_words.badge(latest).words == "H: concern (mostly unknown)"
    earlier = known_for_few([*USUAL, 60], ["2025-02", "2025-03"])
    assert "In 2 of 13 months, it is known" in signal_words.finding(earlier)
    assert signal_words.badge(earlier).words == "H: concern"
    ever = known_for_few([30, 31], ["2025-01", "2025-02"])
    assert signal_words.finding(ever).endswith(MOSTLY_UNKNOWN)
    assert MOSTLY_UNKNOWN[1:] not in signal_words.finding(series(USUAL))


def test_few_months_since_a_change_are_called_trial_limits():
    found = series([*USUAL, 30, 31], rebase=("2026-01",))
    assert signal_words.badge(found).words == "nothing unusual (trial limits)"


def test_a_tile_says_whether_usual_months_reach_the_target():
    targets = {"response_p50": Target(value=30)}
    assert signal_words.assurance(series(USUAL, targets=targets)) == (
        "target at most 30.0 min: hit or miss"
    )
    assert signal_words.assurance(series(USUAL[:11], targets=targets)) == "target at most 30.0 min"
    assert signal_words.assurance(series(USUAL)) == "no target set"
    assert signal_words.lacks_target(series(USUAL))
    neither_way = series(USUAL, key="program_responses")
    assert signal_words.assurance(neither_way) == ""
    assert not signal_words.lacks_target(neither_way)


def test_signals_of_several_figures_are_said_concerns_first():
    usual, high = series(USUAL), series([*USUAL, 60], key="response_p90")
    count = series([*USUAL, 90], key="program_responses")
    assert signal_words.across([usual, count, high]) == (
        "Latest month: concern in Response time (90th percentile) (H); a signal, neither good nor "
        "bad, in Program responses (H); nothing unusual in the other figures."
    )
    assert signal_words.across([usual]) == "Latest month: nothing unusual in any figure."
    assert signal_words.across([series([30])]) == "Too few months to tell a signal from noise."


def test_another_line_of_a_chart_says_its_signal_and_is_silent_without_one():
    usual = series(USUAL)
    risen = series([*USUAL, 60], key="response_p90")
    assert signal_words.of_lines(usual, [usual, usual]) == signal_words.named(usual)
    said = signal_words.of_lines(usual, [usual, risen])
    assert said.startswith(f"{signal_words.named(usual)} Response time (90th percentile): ")
    assert "60.0 minutes" in said


def test_the_mean_of_a_count_is_that_of_the_line_through_its_months():
    found = series([31, 28, 31, 60, 62, 60], key="program_responses", rebase=("2025-04",))
    parts = [part["mean"].mean() for _, part in found.months.groupby("segment")]
    assert [round(part) for part in parts] == [30, 61]
    assert signal_words.after_changes(found).startswith("Monthly mean 30")
