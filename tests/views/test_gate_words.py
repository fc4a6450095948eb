from datetime import date

import pytest

from arp.measures.judge.gates import Decides, Figure, Taken
from arp.measures.judge.judging import Gate, Judged, Verdict
from arp.measures.judge.targets import Target
from arp.views import gate_words

VERDICTS = {"+": Verdict.MET, "-": Verdict.NOT_MET, "?": Verdict.CANNOT_TELL}
NAMES = ("Safety", "Reliability", "Unmet demand", "Capacity", "Dispatch", "Follow-through", "Data")


def gates(verdicts):
    return [
        Gate(name, "Is it?", VERDICTS[mark], ())
        for name, mark in zip(NAMES, verdicts, strict=False)
    ]


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ("+++++++", "All 7 gates are met."),
        (
            "++?-???",
            "2 of 7 gates are met, 1 is not, 4 cannot be told: capacity is not met; unmet demand, "
            "dispatch, follow-through and data cannot be told.",
        ),
        (
            "??",
            "None of 2 gates can be told yet: safety and reliability cannot be told.",
        ),
        (
            "-?",
            "None of 2 gates is met, 1 is not, 1 cannot be told: safety is not met; reliability "
            "cannot be told.",
        ),
        (
            "+++++?+",
            "6 of 7 gates are met, 1 cannot be told: follow-through cannot be told.",
        ),
        (
            "+------",
            "1 of 7 gates is met, 6 are not: reliability, unmet demand, capacity, dispatch, "
            "follow-through and data are not met.",
        ),
    ],
)
def test_the_sentence_on_top_names_what_is_not_met_and_what_cannot_be_told(verdicts, sentence):
    assert gate_words.headline(gates(verdicts)) == sentence


def judged(decides=Decides.AT_MOST, unit="minutes", goal=30.0, **more):
    figure = Figure(key="response_p90", decides=decides, taken=more.pop("taken", Taken.WHOLE))
    told = {"verdict": Verdict.MET, "value": 27.0, "months_running": 7} | more
    target = None if goal is None else Target(value=goal, at_least=more.pop("at_least", None))
    return Judged(**{"figure": figure, "name": "A", "unit": unit, "target": target} | told)


@pytest.mark.parametrize(
    ("decides", "unit", "goal", "words"),
    [
        (Decides.AT_MOST, "minutes", 30.0, "at most 30.0 minutes"),
        (Decides.AT_LEAST, "share", 0.8, "at least 80%"),
        (Decides.UPPER_BOUND, "share", 0.05, "upper end under 5.0%"),
        (Decides.LOWER_BOUND, "share", 0.98, "lower end at least 98%"),
        (Decides.STABLE, "", None, "no signal of concern in six months"),
        (Decides.AT_MOST, "minutes", None, "no target set"),
    ],
)
def test_what_has_to_be_reached_in_words(decides, unit, goal, words):
    assert gate_words.target(judged(decides, unit, goal)) == words


def test_a_band_is_said_with_both_ends():
    band = judged(Decides.WITHIN, "share", target=Target(value=0.4, at_least=0.2))
    assert gate_words.target(band) == "20% to 40%"


def test_a_value_says_over_which_time_where_it_is_not_the_whole_period():
    assert gate_words.value(judged()) == "27.0 minutes"
    monthly = judged(unit="calls", taken=Taken.A_MONTH, value=633.0)
    assert gate_words.value(monthly) == "633 a month, on average"
    assert gate_words.value(judged(value=None, taken=Taken.A_MONTH)) == "–"


def test_an_interval_is_said_or_there_is_none():
    assert gate_words.interval(judged(low=26.0, high=29.0)) == "26.0 to 29.0 minutes"
    assert gate_words.interval(judged()) == "–"


def test_who_set_the_target_and_since_when():
    goal = Target(value=1, set_by="The director", since=date(2026, 1, 12), source="A memo")
    said = gate_words.set_by(judged(target=goal))
    assert said == "Set by The director since Jan 12, 2026. A memo"
    assert gate_words.set_by(judged(target=Target(value=1, source="A memo"))) == "A memo"
    assert gate_words.set_by(judged(goal=None)) == ""


def test_how_long_it_has_held():
    assert gate_words.held(judged()) == "met for 7 months"
    assert gate_words.held(judged(verdict=Verdict.NOT_MET, months_running=1)) == (
        "not met for 1 month"
    )
    assert gate_words.held(judged(verdict=Verdict.CANNOT_TELL)) == "cannot tell"


def test_number_and_names_of_gates_are_two_sentences():
    assert gate_words.how_many(gates("++-?")) == "2 of 4 gates are met, 1 is not, 1 cannot be told"
    assert gate_words.which(gates("++-?")) == ("Unmet demand is not met; capacity cannot be told.")
    assert gate_words.which(gates("++++")) == ""


UPLOAD = "Upload a dispatch export."


def two_gates():
    untold = {"verdict": Verdict.CANNOT_TELL, "value": None, "goal": None}
    first = (
        judged(name="A", **untold | {"reason": UPLOAD}),
        judged(name="B", **untold | {"reason": "No target set.", "value": 3.0}),
    )
    second = (
        judged(name="C", **untold | {"reason": UPLOAD}),
        judged(name="D", reason="7 more left out: it is not known for them."),
    )
    return [
        Gate("Safety", "Is it?", Verdict.CANNOT_TELL, first),
        Gate("Data", "Is it?", Verdict.CANNOT_TELL, second),
    ]


def test_why_figures_cannot_be_told_is_said_once_for_all_of_them():
    assert gate_words.untold(two_gates()) == {UPLOAD: "A; C"}


def test_a_figure_that_only_lacks_a_target_is_named_apart():
    assert gate_words.without_target(two_gates()) == "No target set: B."
    assert gate_words.without_target(two_gates()[1:]) == ""


def test_what_told_figures_leave_out_is_said():
    assert gate_words.notes(two_gates()) == {"7 more left out: it is not known for them.": "D"}


def test_who_set_the_targets_is_said_once():
    goal = Target(value=1, set_by="The director")
    gate = Gate(
        "Data", "Is it?", Verdict.MET, tuple(judged(name=name, target=goal) for name in "AB")
    )
    assert gate_words.who_set([gate]) == {"Set by The director": "A; B"}


def test_a_gate_alone_says_its_verdict_and_the_figures_that_decide_it():
    late = judged(verdict=Verdict.NOT_MET, value=34.0)
    unknown = judged(verdict=Verdict.CANNOT_TELL, value=None)
    gate = Gate("Reliability", "Do they come?", Verdict.NOT_MET, (late, judged(), unknown))
    assert gate_words.decided(gate) == "Not met: a, 34.0 minutes (at most 30.0 minutes)."
    untold = Gate("Reliability", "Do they come?", Verdict.CANNOT_TELL, (unknown,))
    assert gate_words.decided(untold) == "Cannot tell: a."
    assert gate_words.printed([gate])["Verdict"].tolist() == [
        "not met for 7 months",
        "met for 7 months",
        "cannot tell",
    ]


def test_only_a_gate_of_safety_is_decided_by_the_worse_end():
    bound = Gate("Safety", "Is it?", Verdict.MET, (judged(Decides.UPPER_BOUND),))
    assert gate_words.worse_end([bound]) == gate_words.BY_THE_WORSE_END
    assert gate_words.worse_end([Gate("Data", "Is it?", Verdict.MET, (judged(),))]) == ""
