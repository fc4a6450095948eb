import pytest

from tests.intake.drawn import rows_of, understood

DRAWN = """
Incident Number | Received | Dispatched | {}
26-1 | 2026-10-05 14:00 | 2026-10-05 14:02 | {}
"""


def asked(header, cell):
    return [question.key for question in understood(DRAWN.format(header, cell)).questions]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Response Time (sec)", "720"),
        ("Response minutes", "90"),
        ("Response Time", "12"),  # 12 seconds is no time to a scene
        ("Response Time", "0:12:30"),
    ],
)
def test_a_unit_that_can_be_told_is_not_asked_for(header, cell):
    assert asked(header, cell) == []


@pytest.mark.parametrize("cell", ["720", "90", "12:30", "0.3"])
def test_a_unit_that_could_be_another_is_asked_for(cell):
    assert asked("Response Time", cell) == ["unit:Response Time"]


def test_beside_the_clock_itself_a_span_needs_no_unit():
    drawn = DRAWN.replace("Dispatched", "On Scene").format("Response Time", "720")
    assert understood(drawn).questions == ()


@pytest.mark.parametrize(
    ("cell", "unit", "at"),
    [("720", "seconds", "14:12:00"), ("90", "minutes", "15:30:00"), ("12:30", "mm:ss", "14:12:30")],
)
def test_the_answer_is_the_unit(cell, unit, at):
    found = understood(DRAWN.format("Response Time", cell), {"unit:Response Time": unit})
    ((on_scene,),) = rows_of(found, "calls", "on_scene_at")
    assert f"{on_scene:%H:%M:%S}" == at
    assert [f.found for f in found.findings if f.kind.key == "clock_from_span"] == [unit]
