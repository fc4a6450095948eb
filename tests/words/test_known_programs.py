"""What is known of other programs: told apart by sign, and in the words of the vocabularies."""

from arp.words.known_programs import FIRST_CALL_TYPES, KNOWN_TEAMS
from arp.words.vocabularies import MODE


def test_a_call_sign_stands_for_one_team_and_has_letters_alone():
    signs = [team.sign.casefold() for team in KNOWN_TEAMS]
    assert len(set(signs)) == len(signs)
    assert all(sign.isalpha() for sign in signs)


def test_durhams_four_teams_differ_as_the_facts_need_it():
    durham = {team.sign: team for team in KNOWN_TEAMS if team.sign in ("CCD", "CRT", "CoR", "CN")}
    assert {sign for sign, team in durham.items() if team.mode == "phone"} == {"CCD"}
    assert {sign for sign, team in durham.items() if team.works_with_police} == {"CoR"}
    assert {sign for sign, team in durham.items() if team.follows_up} == {"CN"}
    assert {team.mode for team in KNOWN_TEAMS} <= set(MODE.keys)


def test_the_eight_call_types_of_the_first_phase_are_there():
    assert [known.name for known in FIRST_CALL_TYPES] == [
        *("mental health crisis", "suicide threat", "trespass", "welfare check"),
        *("intoxicated person", "panhandling", "indecency", "verbal disturbance"),
    ]
