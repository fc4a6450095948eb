from arp.views import topics
from arp.views.topics import Form, Topic, months_of
from tests.views.drawn import frame

ENDS = Topic(
    key="ends",
    question="How does it end?",
    form=Form.BESIDE,
    names={"hospital_transport_rate": "Taken to a hospital", "arrest_rate": "Arrested"},
)
WAITS = Topic(
    key="waits",
    question="How long?",
    form=Form.LINES,
    names={"response_p50": "half", "response_p90": "nine in ten"},
)


def test_figures_of_topics_are_named_once():
    both = (ENDS, WAITS, months_of("response_p50", "How long?"))
    assert topics.figures(both) == (
        *("hospital_transport_rate", "arrest_rate"),
        *("response_p50", "response_p90"),
    )


def test_only_months_and_lines_are_asked_for_by_month():
    assert topics.monthly((ENDS, WAITS, months_of("uhu", "How busy?"))) == (
        *("response_p50", "response_p90"),
        "uhu",
    )


def test_a_name_stands_before_what_a_figure_says_of_itself_where_there_are_several():
    whole = frame(
        {"indicator": "arrest_rate", "value": 0.002, "reason": "Read with care."},
        {"indicator": "hospital_transport_rate", "value": 0.048},
    )
    assert topics.remarks(whole, ENDS.names) == "Arrested: Read with care."
    assert topics.remarks(whole, {"arrest_rate": "Arrested"}) == "Read with care."
    assert topics.remarks(whole, {"hospital_transport_rate": ""}) == ""


def test_figures_beside_one_another_are_said_in_their_order():
    whole = frame(
        {"indicator": "arrest_rate", "value": 0.002},
        {"indicator": "hospital_transport_rate", "value": 0.048},
    )
    assert topics.beside(whole, ENDS.names) == "Taken to a hospital: 4.8%; arrested: 0.2%."
    assert list(topics.in_order(whole, ENDS.names)["value"]) == [0.048, 0.002]


def test_what_nobody_can_tell_is_named_apart():
    whole = frame(
        {"indicator": "arrest_rate", "status": "not measured", "reason": "Upload arrests."},
        {"indicator": "hospital_transport_rate", "value": 0.048},
    )
    assert topics.beside(whole, ENDS.names) == "Taken to a hospital: 4.8%. Not measured: Arrested."
    assert topics.beside(whole.iloc[:1], {"arrest_rate": "Arrested"}) == "Upload arrests."


def test_the_largest_of_counts_is_said_of_the_whole_and_unknown_is_no_part():
    parts = frame(
        {"value": 12, "denominator": 40},
        {"value": 20, "denominator": 40},
        {"value": 5, "denominator": 40, "status": "withheld"},
    ).assign(call_type=["Trespass", "unknown", "Nuisance"])
    assert topics.most(parts, "call_type") == "Most often: Trespass, 12 of 40 (30%)."
    assert topics.most(parts.assign(denominator=None), "call_type") == "Most often: Trespass, 12."


def test_counts_of_which_none_is_known_say_why():
    parts = frame({"status": "not measured", "reason": "Upload calls."}).assign(call_type=["a"])
    assert topics.most(parts, "call_type") == "Upload calls."
