from arp.measures.judge.judging import Gate, Verdict
from arp.measures.monthly import Background, judged_months
from arp.views import since_words
from tests.views.drawn import frame

MONTHS = [f"2025-{number:02d}" for number in range(1, 13)]
STEADY = [30.0, 31.0] * 6


def series(key, values):
    rows = [
        {"indicator": key, "period": month, "value": value}
        for month, value in zip(MONTHS[-len(values) :], values, strict=True)
    ]
    return judged_months(frame(*rows), [key], Background())[key]


def high(key):
    return series(key, [*STEADY[:-1], 60.0])


def test_a_concern_comes_before_an_improvement_and_that_before_a_mere_signal():
    found = since_words.signals(
        [
            high("program_responses"),
            high("contact_made_rate"),
            high("response_p50"),
            series("response_p90", STEADY),
        ],
        "2025-12",
    )
    assert [news.of for news in found] == ["response_p50", "contact_made_rate", "program_responses"]


def test_a_signal_is_said_with_its_figure_its_letter_and_the_rule():
    (news,) = since_words.signals([high("response_p50")], "2025-12")
    assert news.sentence.startswith(
        "Response time (median). Concern (H): Dec 2025, 60.0 minutes, is above the usual range"
    )


def test_a_signal_of_another_month_is_no_news():
    assert since_words.signals([high("response_p50")], "2025-11") == []


def test_fewer_than_twelve_months_make_no_news():
    short = series("response_p50", [30.0, 31.0, 30.0, 31.0, 90.0])
    assert since_words.signals([short], "2025-12") == []
    assert since_words.quiet([short], "2025-12") == (
        "No figure of Dec 2025 can be told from noise yet: too few months."
    )


def test_without_signals_ups_and_downs_are_said_to_be_usual():
    assert since_words.quiet([series("response_p50", STEADY)], "2025-12") == (
        "No signal in Dec 2025 among 1 figure: ups and downs within the usual range are usual."
    )


def gate(name, verdict):
    return Gate(name, "Is it?", verdict, ())


def test_a_gate_that_turned_is_said_from_what_to_what():
    before = [gate("Safety", Verdict.MET), gate("Data", Verdict.MET)]
    now = [gate("Safety", Verdict.NOT_MET), gate("Data", Verdict.MET), gate("New", Verdict.MET)]
    assert since_words.gates(before, now) == ["Gate safety: met → not met."]
