from tests.intake.drawn import understood


def test_two_columns_of_one_name_are_asked_about():
    drawn = """
    Incident Number | Date | Date | Call Type
    26-1 | 10/15/2026 23:55 | 10/16/2026 00:05 | Theft
    """
    (question,) = understood(drawn).questions
    assert question.key == "calls.received_at"
    second = question.choices[1].value
    answered = understood(drawn, {"calls.received_at": second})
    assert str(answered.change.tables["calls"]["received_at"][0]) == "2026-10-16 00:05:00"


def test_a_sheet_that_might_be_calls_is_asked_about_and_the_answers_suffice():
    drawn = """
    Nbr | Stamp one | What
    26-1 | 10/15/2026 23:55 | Theft
    26-2 | 10/16/2026 23:55 | Noise
    """
    asked = understood(drawn)
    assert asked.change is None
    answers = {question.key: question.choices[0].value for question in asked.questions}
    assert answers == {"calls.incident_number": "Nbr", "calls.received_at": "Stamp one"}
    assert understood(drawn, answers).change is not None


def test_a_whole_month_must_be_one_of_the_files():
    drawn = "Incident Number | Received\n26-1 | 2026-10-05 14:00"
    (question,) = understood(drawn, {"whole_month": "October"}).questions
    assert [choice.value for choice in question.choices] == ["2026-10"]
    assert understood(drawn, {"whole_month": "2026-10"}).change.whole_months == ("2026-10",)


def test_calls_whose_time_is_not_recognized_are_asked_about_it():
    drawn = "Incident Number | Nature | Punched\n26-1 | Theft | 2026-10-05 14:00:05"
    (question,) = understood(drawn).questions
    assert question.key == "calls.received_at"
    assert understood(drawn, {question.key: "Punched"}).change is not None


def test_a_time_of_day_beside_its_date_may_be_the_time_of_a_call():
    drawn = "Nbr | On | At | What\n26-1 | 10/15/2026 | 14:00:05 | Theft"
    asked = understood(drawn)
    assert [choice.value for choice in asked.questions[1].choices] == ["At"]
    answers = {question.key: question.choices[0].value for question in asked.questions}
    (received,) = understood(drawn, answers).change.tables["calls"]["received_at"].to_pylist()
    assert str(received) == "2026-10-15 14:00:05"
