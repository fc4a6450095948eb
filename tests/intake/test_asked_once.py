"""One answer for several files."""

from arp.intake.asked_once import shared_questions
from arp.intake.mapping import Choice, Question, Understanding


def asks(feed, *keys, choices="ab"):
    said = tuple(Choice(value=value, label=value) for value in choices)
    questions = tuple(Question(key=key, prompt=f"{key} of {feed}?", choices=said) for key in keys)
    return Understanding(file_name="x.csv", feed=feed, questions=questions)


def shared(**files):
    return [(one.question.key, one.files) for one in shared_questions(files)]


def test_a_question_about_one_feed_is_asked_once_for_all_its_files():
    assert shared(a=asks("cad", "date_order"), b=asks("cad", "date_order")) == [
        ("date_order", ("a", "b"))
    ]


def test_files_of_two_feeds_are_asked_apart_but_for_the_citys_time_zone():
    police, fire = (
        asks("police", "date_order", "time_zone"),
        asks("fire", "date_order", "time_zone"),
    )
    assert shared(a=police, b=fire) == [("time_zone", ("a", "b"))]


def test_a_question_with_other_choices_is_another_question():
    assert shared(a=asks("cad", "sheet"), b=asks("cad", "sheet", choices="xy")) == []


def test_a_question_of_one_file_alone_is_not_shared():
    assert shared(a=asks("cad", "scope"), b=asks("cad")) == []
