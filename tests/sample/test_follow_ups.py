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


def test_a_case_is_opened_after_the_contact_and_before_anybody_tries(attempts, drawn):
    opened, of_contact = attempts["case_opened_at"], attempts["encounter"]
    assert (opened >= drawn.encounters["ended_at"][of_contact]).all()
    assert (opened < attempts["attempted_at"]).all()
    by_contact = set(zip(of_contact.tolist(), opened.tolist(), strict=True))
    assert len(by_contact) == len(set(of_contact.tolist()))


def test_a_case_is_closed_once_later_than_the_attempt_and_its_goal_known_when_reached(attempts):
    closed, reached = attempts["case_closed_at"] != NEVER, attempts["reached"]
    assert (attempts["case_closed_at"] > attempts["attempted_at"])[closed].all()
    assert len(set(attempts["encounter"][closed].tolist())) == closed.sum()
    assert [value is not None for value in attempts["goal_met"]] == (closed & reached).tolist()
    assert (closed & ~reached).any()


def test_the_person_is_that_of_the_contact(attempts, drawn):
    persons = drawn.encounters["person_key"][attempts["encounter"]]
    assert attempts["person_key"].tolist() == persons.tolist()
