import pytest

from arp.measures.studies.wait import CALLS, EACH, GROWS, NEEDED, ON_DUTY, OVER, WAITING
from arp.views import wait_words
from tests.views.drawn import frame

TOLD = GROWS.format(load=2.4, units=2)


def shares(team, now, more, **told):
    rows = (("as now", now), ("1 more", more))
    return [
        {"indicator": "wait_model", "team": team, "more_units": units, "part": OVER, "value": value}
        | ({"status": "too few", "reason": TOLD} if value is None else {})
        for units, value in rows
    ]


def inputs(team):
    rows = ((CALLS, 1.06), (EACH, 43.9), (ON_DUTY, 2.27), (NEEDED, 2))
    return [
        {"indicator": "wait_model", "team": team, "part": part, "value": value,
         "reason": "At most 20%." if part == NEEDED else ""}
        for part, value in rows
    ]  # fmt: skip


BOTH = frame(*shares("CCD", 0.006, 0.001), *shares("CRT", 0.14, 0.022), *inputs("CRT"))
NOTHING = frame({"indicator": "wait_model", "status": "not measured", "reason": "Upload it."})


def test_the_team_with_the_longest_wait_is_named_with_what_more_units_would_do():
    assert wait_words.waiting(BOTH, "1 more") == (
        "For CRT, 14% of callers would wait over 15 minutes as now; with 1 unit more, 2.2%. Each "
        "team is a queue of its own."
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (0.12, "with 1 unit more, 12% of callers would wait over 15 minutes."),
        (None, "with 1 unit more, the queue would grow without limit."),
    ],
)
def test_a_queue_that_grows_has_words_and_comes_first(more, said):
    found = wait_words.waiting(frame(*shares("A", 0.9, 0.1), *shares("B", None, more)), "1 more")
    assert found.startswith("For B, the queue would grow without limit as now; ")
    assert said in found


def test_what_is_not_measured_says_what_to_upload():
    assert wait_words.waiting(NOTHING, "1 more") == "Upload it."
    assert wait_words.rests_on(NOTHING).empty
    assert wait_words.note(NOTHING) == wait_words.NOTE
    assert len(wait_words.over(NOTHING)) == 1


def test_the_chart_holds_only_who_waits_too_long():
    waits = frame(*shares("CRT", 0.14, 0.02), {"part": WAITING, "more_units": "as now"})
    assert set(wait_words.over(waits)["part"]) == {OVER}


def test_what_the_model_rests_on_is_one_row_a_team():
    (row,) = wait_words.rests_on(BOTH).to_dict("records")
    assert row == {
        "Team": "CRT",
        "Calls an hour": "1.06",
        "Each takes": "43.9 min",
        "On duty": "2.27",
        "Needed": "2 units",
    }
    assert wait_words.note(BOTH).endswith("At most 20%.")


def test_sides_say_one_unit_and_several():
    assert wait_words.sides("1 more") == {"as now": "As now", "1 more": "1 unit more"}
    assert wait_words.sides("3 more")["3 more"] == "3 units more"
