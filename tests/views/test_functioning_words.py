from arp.views import functioning_words
from tests.views.drawn import frame


def test_the_answer_is_the_first_three_figures_that_are_known():
    whole = frame(
        {"indicator": "felt_safe_rate", "value": 0.99},
        {"indicator": "program_responses", "value": 26941},
        {"indicator": "response_p90", "value": 26.25},
        {"indicator": "backup_requested_rate", "status": "not measured"},
        {"indicator": "contact_made_rate", "value": 0.8},
    )
    assert functioning_words.answer(whole) == (
        "26,941 responses; nine in ten callers waited 26.2 minutes or less; "
        "the person was reached in 80%"
    )
    assert "does not tell" in functioning_words.answer(whole.iloc[3:4])


HARMS = frame(
    {"indicator": "responder_injuries", "value": 8, "n": 8, "numerator": 8},
    {"indicator": "force_at_response", "value": 0, "n": 0, "numerator": 0},
    {"indicator": "person_injuries", "status": "not measured", "reason": "Upload it."},
    {
        "indicator": "arrest_rate",
        "value": 0.002,
        "n": 20365,
        "numerator": 42,
        "denominator": 20365,
    },
)
DAYS = {
    "responder_injuries": 156,
    "force_at_response": None,
    "person_injuries": None,
    "arrest_rate": 1,
}


def test_harm_is_a_count_with_the_days_since_the_last():
    table = functioning_words.harms(HARMS, DAYS)
    assert table.to_numpy().tolist() == [
        ["Responder injuries", "8", "156"],
        ["Force used during a response", "0", "–"],
        ["Arrested", "42", "1"],
    ]


def test_the_most_recent_harm_is_named_and_what_nobody_can_tell():
    assert functioning_words.harm(HARMS, DAYS) == (
        "The most recent: arrested, 1 day before the last day of the data."
    )
    assert functioning_words.untold(HARMS, DAYS) == "Not measured: People hurt during a response."


def test_that_nothing_happened_is_not_the_same_as_that_nobody_can_tell():
    never = {"force_at_response": None}
    assert functioning_words.harm(HARMS, never) == "None of these is on record."
    assert functioning_words.harm(HARMS, {"person_injuries": None}) == "Upload it."
    assert functioning_words.untold(HARMS, {"person_injuries": None}) == ""


def test_counts_of_parts_stand_beside_the_whole():
    teams = frame({"indicator": "program_responses", "value": 5, "n": 5})
    whole = frame({"indicator": "program_responses", "value": 8, "n": 8})
    assert functioning_words.of_all(teams, whole, "program_responses")["denominator"].item() == 8


def test_days_since_the_last_are_said_only_where_there_was_one():
    assert functioning_words.since(156) == "156 days since the last"
    assert functioning_words.since(None) == ""
