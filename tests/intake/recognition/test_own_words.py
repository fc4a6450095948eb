from tests.intake.drawn import kinds, understood

DRAWN = """
Incident Number | Received | Canceled
26-1 | 2026-10-05 14:00 | oui
26-2 | 2026-10-05 15:00 | non
26-3 | 2026-10-05 16:00 | REDACTED
26-4 | 2026-10-05 17:00 | No
"""


def test_a_city_may_say_yes_and_no_in_its_own_words():
    (question,) = understood(DRAWN).questions
    assert question.key == "yes:Canceled"
    assert [choice.value for choice in question.choices] == ["No", "non", "oui"]
    rows = understood(DRAWN, {"yes:Canceled": "oui"}).change.tables["calls"]
    assert rows["canceled"].to_pylist() == [True, False, None, False]


def test_known_words_need_no_question():
    assert understood(DRAWN.replace("oui", "Y").replace("non", "N")).questions == ()


def test_one_word_that_is_neither_beside_known_ones_is_a_fault_not_a_question():
    found = understood(DRAWN.replace("non", "maybe").replace("oui", "Yes"))
    assert (found.questions, kinds(found)[-1]) == ((), "unreadable_flag")
