"""What Sampleton is said to be hangs together."""

import pytest

from arp.sample import place

TYPES = {kind.name for kind in place.CALL_TYPES}
NEW = {name for name, _ in place.NEW_CODES}


def test_teams_list_only_types_that_the_city_has():
    listed = {name for team in place.TEAMS for name in (*team.call_types, *team.added_types)}
    assert listed <= TYPES | NEW


def test_a_type_turns_out_to_be_another_type_of_the_city():
    assert all(kind.becomes in TYPES - {kind.name} for kind in place.CALL_TYPES if kind.becomes)


def test_the_old_code_is_split_whole_into_new_ones():
    assert place.OLD_CODE in TYPES
    assert not NEW & TYPES
    assert sum(share for _, share in place.NEW_CODES) == pytest.approx(1)


@pytest.mark.parametrize("era", [place.PILOT, place.EXPANDED], ids=["pilot", "expanded"])
def test_no_team_has_more_units_on_duty_than_it_owns(era):
    own = {team.key: len(team.units) for team in place.TEAMS}
    for day in place.EVERY_DAY:
        for hour in range(24):
            on_duty = dict.fromkeys(own, 0)
            for shift in era:
                assert shift.start < shift.end <= 24
                if day in shift.weekdays and shift.start <= hour < shift.end:
                    on_duty[shift.team] += shift.units
            assert all(on_duty[team] <= own[team] for team in own)


def test_the_expansion_serves_more_districts_and_the_pilot_only_its_own():
    pilot = {shift.district for shift in place.PILOT if shift.team == "CRT"}
    assert pilot == set(place.PILOT_DISTRICTS)
    assert {shift.district for shift in place.EXPANDED} == {None}


def test_an_average_hour_day_and_month_is_average():
    for rhythm, parts in ((place.HOURS, 24), (place.WEEKDAYS, 7), (place.SEASON, 12)):
        assert len(rhythm) == parts
        assert sum(rhythm) / parts == pytest.approx(1, abs=0.025)


def test_every_name_says_that_it_is_made_up():
    assert "made-up" in place.NAME
    words = ("Example", "Placeholder", "Specimen", "Mockup", "Fiction", "Demo")
    assert all(street.startswith(words) for street in place.STREETS)
