import pytest

from arp.measures.studies.funnel import STEPS
from arp.measures.studies.hours_of_week import ELIGIBLE, MISSED, ON_DUTY
from arp.views import demand_words
from tests.views.drawn import frame

WHY = "It needs a dispatch (CAD) export."
NOT_MEASURED = {"status": "not measured", "reason": WHY}


def steps(*values):
    return frame(
        *(
            {"step": name} | ({"value": value} if value is not None else NOT_MEASURED)
            for name, value in zip(STEPS, values, strict=True)
        )
    )


def test_the_funnel_says_what_is_answered_and_where_most_are_lost():
    assert demand_words.funnel(steps(1000, 900, 500, 480, 450, 300)) == (
        "Of 1,000 eligible calls, 450 (45%) were answered by a team on duty. Most are lost between "
        "“with a team on duty” and “routed to a team”: 400."
    )


def test_the_step_that_is_said_is_a_step_of_the_funnel():
    assert demand_words.HANDLED in STEPS


def test_an_unknown_step_of_the_funnel_is_passed_over():
    assert "between “eligible” and “routed to a team”: 500" in demand_words.funnel(
        steps(1000, None, 500, 480, 450, 300)
    )


def test_a_funnel_that_cannot_be_told_says_why():
    assert demand_words.funnel(steps(*[None] * 6)) == WHY
    assert demand_words.funnel(steps(*[0] * 6)) == "Of 0 eligible calls."


def parts(group, **values):
    whole = sum(values.values())
    return frame(
        *(
            {group: name.replace("_", " "), "value": value, "denominator": whole}
            for name, value in values.items()
        )
    )


def test_the_reason_that_fits_most_missed_calls_is_said_and_what_nobody_can_tell():
    missed = parts("missed_why", outside_hours=60, declined=30, cannot_tell=10)
    assert demand_words.missed(missed) == (
        "Most often: outside hours, 60 of 100 (60%). Of 10 of 100 (10%) nobody can tell why."
    )
    untold = parts("missed_why", outside_hours=0, cannot_tell=10)
    assert demand_words.missed(untold) == "Of 10 of 10 (100%) nobody can tell why."
    assert demand_words.missed(parts("missed_why", declined=0)) == "No eligible call was missed."
    assert demand_words.missed(frame(NOT_MEASURED | {"missed_why": None})) == WHY


def test_levers_are_not_added_up():
    said = demand_words.levers(parts("lever", more_hours=60, more_units=30, two_or_more_levers=10))
    assert said == (
        "More hours alone would reach 60 of the 100 missed calls within reach (60%). Each call is "
        "counted once, under the lever that alone would reach it; 10 need two or more at once. "
        "Levers do not add up beyond this."
    )
    alone = "No missed call is within reach of one lever alone."
    assert demand_words.levers(parts("lever", more_hours=0, two_or_more_levers=4)) == alone
    assert demand_words.levers(frame(NOT_MEASURED)) == WHY


def week(**told):
    rows = [
        {"part": MISSED, "hour_of_week": 113, "value": 1.5},
        {"part": MISSED, "hour_of_week": 0, "value": 0.5},
        {"part": ON_DUTY, "hour_of_week": 113, "value": 2.0},
        {"part": ON_DUTY, "hour_of_week": 0, "value": 0.0},
    ]
    return frame(*(row | told for row in rows))


def test_the_highest_hour_of_a_part_and_the_hours_without_anybody_on_duty():
    assert demand_words.hours(week(), MISSED, "calls an hour") == (
        "The most eligible calls are missed on Fri 5–6 PM: 1.50 calls an hour. In 1 hour of the "
        "week nobody is on duty."
    )


@pytest.mark.parametrize("readings", [week(**NOT_MEASURED), frame(NOT_MEASURED)])
def test_a_week_that_cannot_be_told_says_why(readings):
    assert demand_words.hours(readings, MISSED, "calls an hour") == WHY


def test_a_part_without_any_figure_is_not_taken_for_another():
    few = week().assign(status=["ok", "ok", "too few", "too few"], reason="Too few weeks.")
    assert demand_words.hours(few, ON_DUTY, "units") == "Too few weeks."
    assert "The most eligible calls are missed" in demand_words.hours(few, MISSED, "calls an hour")


def test_every_part_of_the_week_has_its_sentence():
    assert set(demand_words.HIGHEST) >= {ELIGIBLE, MISSED, ON_DUTY}
    one = frame({"part": ELIGIBLE, "hour_of_week": 5, "value": 0.25})
    assert demand_words.hours(one, ELIGIBLE, "calls an hour") == (
        "The most eligible calls come on Mon 5–6 AM: 0.25 calls an hour."
    )
