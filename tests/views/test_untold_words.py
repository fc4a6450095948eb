from arp.views import untold_words
from tests.views.drawn import frame

WHY = "It needs a dispatch (CAD) export."
NOT_MEASURED = {"status": "not measured", "reason": WHY}


def test_a_reason_is_said_once_for_all_questions_without_an_answer():
    asked = {
        "Why?": frame(NOT_MEASURED),
        "When?": frame(NOT_MEASURED),
        "Who?": frame({"value": 1}),
    }
    assert untold_words.by_reason(asked) == {WHY: ["Why?", "When?"]}
    assert untold_words.by_reason({"Who?": frame({"value": 1})}) == {}


def test_one_figure_is_an_answer():
    assert untold_words.is_told(frame(NOT_MEASURED, {"value": 1}))
    assert not untold_words.is_told(frame(NOT_MEASURED))
