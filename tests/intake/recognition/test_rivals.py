from tests.intake.drawn import understood

DRAWN = """
Incident Number | Call Type | Call Received | Call Created | On Scene
26-1 | Noise | 10/15/2026 14:00 | 10/15/2026 {}:01 | 10/15/2026 14:12
26-2 | Theft | 10/15/2026 15:00 | 10/15/2026 15:{} | 10/15/2026 15:14
"""


def test_two_columns_for_one_clock_are_asked_about_with_what_each_would_give():
    (question,) = understood(DRAWN.format("14", "01")).questions
    assert question.key == "calls.received_at"
    assert [choice.label.partition("; ")[2] for choice in question.choices] == [
        "13.0 minutes to “On scene”)",
        "12.0 minutes to “On scene”)",
    ]


def test_the_answer_settles_it():
    found = understood(DRAWN.format("14", "01"), {"calls.received_at": "Call Created"})
    assert found.questions == ()
    assert found.mappings[0].column_of("calls", "received_at").header == "Call Created"


def test_columns_that_say_the_same_are_no_question():
    assert understood(DRAWN.replace("{}:01", "14:00").replace("15:{}", "15:00")).questions == ()
