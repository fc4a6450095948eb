from tests.intake.drawn import understood

DRAWN = """
Incident Number | Call Type | Received | Dispatched | {} |
26-1 | Noise | 2026-10-05 14:00 | 2026-10-05 14:03 | 2026-10-05 14:12 | x
"""


def test_a_column_without_a_header_is_asked_about_where_it_could_be_what_is_missing():
    found = understood(DRAWN.format(""))
    (question,) = found.questions
    assert question.key == "column:column E"
    assert [choice.value for choice in question.choices] == ["calls.on_scene_at", "unused"]
    assert "12.0 minutes from “Received”" in question.choices[0].label
    nameless = [f.column for f in found.findings if f.kind.key == "column_without_header"]
    assert nameless == ["E", "F"]


def test_it_may_be_left_out():
    assert understood(DRAWN.format(""), {"column:column E": "unused"}).questions == ()


def test_where_nothing_is_missing_nothing_is_asked():
    assert understood(DRAWN.format("On Scene")).questions == ()
