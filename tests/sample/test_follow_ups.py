"""Care Navigation: only who agreed, at most three times, until reached."""

import numpy as np
import pytest

from arp.sample.chance import is_yes
from arp.sample.clock import NEVER, first_day, utc_seconds
from arp.sample.follow_ups import draw_follow_ups

UNTIL = utc_seconds(first_day("2026-10"))


@pytest.fixture(scope="module")
def attempts(drawn):
    return draw_follow_ups(np.random.default_rng(4), drawn.encounters, UNTIL)


def test_only_people_who_agreed_are_tried(attempts, drawn):
    consented = is_yes(drawn.encounters["followup_consented"])
    assert consented[attempts["encounter"]].all()


def test_attempts_stand_by_time_after_the_contact_and_before_the_last_file(attempts, drawn):
    at = attempts["attempted_at"]
    assert (np.diff(at) >= 0).all()
    assert (at > drawn.encounters["ended_at"][attempts["encounter"]]).all()
    assert at[-1] < UNTIL


def test_nobody_is_tried_more_than_three_times_or_again_once_reached(attempts):
    tries: dict[int, list[bool]] = {}
    for encounter, reached in zip(attempts["encounter"], attempts["reached"], strict=True):
        tries.setdefault(int(encounter), []).append(bool(reached))
    assert max(map(len, tries.values())) == 3
    assert all(not any(earlier[:-1]) for earlier in tries.values())


def test_a_case_is_opened_when_somebody_is_reached_and_closed_later(attempts):
    reached = attempts["reached"]
    assert ((attempts["case_opened_at"] != NEVER) == reached).all()
    closed = attempts["case_closed_at"] != NEVER
    assert closed.any()
    assert (attempts["case_closed_at"] > attempts["case_opened_at"])[closed].all()
    assert [value is not None for value in attempts["goal_met"]] == closed.tolist()


def test_the_person_is_that_of_the_contact(attempts, drawn):
    persons = drawn.encounters["person_key"][attempts["encounter"]]
    assert attempts["person_key"].tolist() == persons.tolist()
