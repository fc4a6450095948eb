"""Numbers that start again never replace last year's rows without a word."""

from datetime import UTC, datetime

import pytest

from arp.lake.lake import Lake
from tests.intake.drawn import kinds, understood

LAST_YEAR = """
    Incident Number | Call Type | Received         | Unit
    0001            | Theft     | 2025-10-05 14:00 | E1
    0001            | Theft     | 2025-10-05 14:00 | E2
    0002            | Noise     | 2025-10-06 15:00 | E1
"""
THIS_YEAR = LAST_YEAR.replace("2025", "2026")


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    saved(lake, LAST_YEAR)
    return lake


def saved(lake, drawing, **answers):
    found = understood(drawing, answers, lake=lake, feed="cad")
    return lake.commit(found.change, who="Ana", at=datetime(2026, 11, 22, tzinfo=UTC))


def seen(lake, drawing, **answers):
    return understood(drawing, answers, lake=lake, feed="cad")


def test_numbers_that_start_again_are_asked_about_before_anything_is_replaced(lake):
    found = seen(lake, THIS_YEAR)
    assert [question.key for question in found.questions] == ["restarted_numbers"]
    assert found.change is None
    told = [f.message for f in found.findings if f.kind.key == "restarted_numbers"]
    assert told[0] == (
        "Rows of sheet “Calls” repeat the numbers of saved rows that lie more than 31 days away: "
        "2. Row 2 is number 0001 of 2026-10-05; the saved one is of 2025-10-05."
    )


def test_corrections_replace_the_saved_rows_when_staff_say_so(lake):
    receipt = saved(lake, THIS_YEAR, restarted_numbers="replace")
    assert receipt.tallies["calls"].replaced == 2


def test_numbers_that_start_again_are_refused_with_the_remedy(lake):
    found = seen(lake, THIS_YEAR, restarted_numbers="stop")
    assert found.refused is not None
    assert found.refused.kind.key == "numbers_start_again"
    assert "Put the year in front of each number" in found.refused.kind.remedy
    assert (found.change, found.questions) == (None, ())


def test_an_unknown_answer_is_no_answer(lake):
    assert seen(lake, THIS_YEAR, restarted_numbers="whatever").change is None


def test_corrections_within_a_month_need_no_question(lake):
    found = seen(lake, LAST_YEAR.replace("14:00", "16:00"))
    assert found.questions == ()
    assert "restarted_numbers" not in kinds(found)
