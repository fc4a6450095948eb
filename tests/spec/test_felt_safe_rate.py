from tests.measures.drawn import reading

TEXT = """
    encounters
    encounter_id | team | started_at       | felt_safe
    a            | CRT  | 2026-01-05 08:00 | yes
    b            | CRT  | 2026-01-05 08:00 | yes
    c            | CRT  | 2026-01-05 08:00 | no
    d            | CRT  | 2026-01-05 08:00 |
    """


def test_yes_among_the_answers_with_the_blanks_shown() -> None:
    found = reading(TEXT, "felt_safe_rate")
    assert (found["numerator"], found["denominator"]) == (2, 3)
    assert found["reason"] == "1 more left out: it is not known for them."


def test_without_an_answer_it_is_not_measured() -> None:
    text = TEXT.replace("| yes", "|").replace("| no", "|")
    assert reading(text, "felt_safe_rate")["status"] == "not measured"
