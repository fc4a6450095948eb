"""Encounters: what was written down fits what happened."""

import numpy as np

from arp.sample.contacts import (
    CONTACT_WORDS,
    DESTINATION_WORDS,
    PERSONS,
    recorded_in_person,
)
from arp.sample.demand import NONE
from arp.sample.responders import POLICE_PARTS
from arp.words.vocabularies import CONTACT_RESULT, DESTINATION


def test_the_programs_own_words_are_read_as_declared_ones():
    assert set(CONTACT_WORDS.values()) <= set(CONTACT_RESULT.keys)
    assert set(DESTINATION_WORDS.values()) <= set(DESTINATION.keys)


def test_every_label_that_is_written_has_its_canonical_word(drawn):
    assert set(drawn.encounters["contact_label"]) <= set(CONTACT_WORDS)
    assert set(drawn.encounters["disposition_label"]) <= set(DESTINATION_WORDS)


def test_encounters_stand_by_the_time_they_began_and_end_after_it(drawn):
    began, ended = drawn.encounters["started_at"], drawn.encounters["ended_at"]
    assert (np.diff(began) >= 0).all()
    assert (ended >= began).all()


def test_only_some_contacts_are_with_somebody_who_had_not_called(drawn):
    nobody_called = drawn.encounters["call"] == NONE
    assert 0 < nobody_called.mean() < 0.05
    assert set(drawn.encounters["mode"][nobody_called]) == {"in person"}


def test_the_longer_the_wait_the_fewer_are_reached(drawn):
    told, calls = drawn.encounters, drawn.calls
    there = (told["call"] != NONE) & (told["contact_label"] != "Cancelled en route")
    wait = told["started_at"][there] - calls.received[told["call"][there]]
    made = np.isin(told["contact_label"][there], ("Contact made", "Declined services"))
    short = wait < np.median(wait)
    assert made[short].mean() > made[~short].mean()


def test_a_person_handed_to_police_was_taken_over_by_them(drawn):
    police = np.isin(drawn.encounters["disposition_label"], ("Turned over to police", "Arrested"))
    assert police.any()
    assert set(drawn.encounters["police_role"][police]) == {POLICE_PARTS[-1]}


def test_a_few_neighbors_come_again_and_again(drawn):
    keys = [key for key in drawn.encounters["person_key"] if key is not None]
    people, times = np.unique(keys, return_counts=True)
    assert all(key.startswith("SP-") for key in people)
    assert times.max() > 5
    assert (times == 1).mean() > 0.8
    assert len(people) <= PERSONS


def test_nobody_is_connected_to_care_who_refused_the_referral(drawn):
    connected = drawn.encounters["connected_to_care"] != np.array(None)
    accepted = np.array([flag is True for flag in drawn.encounters["referral_accepted"].tolist()])
    assert connected.any()
    assert not (connected & ~accepted).any()


def test_an_attempt_in_person_is_known_to_be_recorded_and_one_by_phone_is_not(drawn):
    recorded = recorded_in_person(len(drawn.calls), drawn.teams, drawn.encounters)
    teams = {key: drawn.teams.team == t for t, key in enumerate(("CCD", "CRT", "CoR"))}
    assert recorded[teams["CRT"]].mean() > 0.7
    assert not recorded[teams["CCD"]].any()
