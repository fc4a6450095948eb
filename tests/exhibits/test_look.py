"""A look asks the engine what a page needs; from outside, it is told what the rule allows."""

from dataclasses import replace
from math import isnan

import pandas as pd
import pytest

from arp.exhibits.look import Direct
from arp.measures.asked import Filters
from arp.measures.engine import measure
from arp.measures.release import Audience

PEOPLE, SERVICE = "person_injuries", "program_responses"


@pytest.fixture(scope="module")
def outside(look):
    return replace(look, audience=Audience.OUTSIDE)


def test_readings_are_those_of_the_engine(look):
    asked = look.readings((SERVICE,), by=("team",))
    pd.testing.assert_frame_equal(asked, measure(look.evidence, [SERVICE], by=("team",)))


def test_chosen_months_are_all_that_is_asked_for(look):
    first = look.held[0]
    narrow = replace(look, chosen=(first, first))
    assert set(narrow.readings((SERVICE,))["period"]) == {f"{first}/{first}"}
    assert narrow.period != look.period


def test_months_are_judged_from_what_may_be_told(outside):
    months = outside.monthly(("contact_made_rate",))["contact_made_rate"].months
    counts = months[["n", "numerator"]].to_numpy(dtype=float).ravel()
    assert all(isnan(count) or count % 5 == 0 for count in counts)


def test_single_cases_of_people_are_told_inside_only(look, outside):
    assert look.may_tell(PEOPLE)
    assert not outside.may_tell(PEOPLE)
    assert outside.may_tell(SERVICE)


def test_the_gates_from_outside_rest_on_what_may_be_told(look, outside):
    inside = {gate.name: gate for gate in look.gates()}
    assert {gate.name for gate in outside.gates()} == set(inside)
    told = [one for gate in outside.gates() for one in gate.figures if one.n is not None]
    exact = {one.figure.key: one.n for gate in inside.values() for one in gate.figures if one.n}
    people = [one for one in told if not outside.may_tell(one.figure.key)]
    assert all(one.n % 5 == 0 for one in people)
    assert any(exact[one.figure.key] % 5 for one in people if one.figure.key in exact)


def test_groups_are_named_with_those_of_most_calls_first(look):
    counted = look.readings((SERVICE,), by=("team",)).set_index("team")["n"]
    teams = look.groups("team")
    assert teams[0] in ("CRT", "CoR", "CCD")
    assert set(teams) == set(counted[counted > 0].index)


def test_a_narrowed_look_is_of_another_part_only(look):
    narrow = look.narrowed(Filters(team=("CRT",)))
    assert isinstance(narrow, Direct)
    assert narrow.where.team == ("CRT",)
    assert narrow.held == look.held
    assert look.where.team is None
