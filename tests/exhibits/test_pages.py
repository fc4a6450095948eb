"""Every page as data: each indicator is on one, each key once, and a link's choices are heard."""

import pytest

from arp.exhibits.pages import PAGES, compose, exhibit
from arp.measures.registry import INDICATORS

AS_GATES = {  # rows of the gates' table on “Ready to expand?”, which is drawn from the gates alone
    "readiness_scorecard",
    "safety_floor",
    "backup_ceiling",
}
OTHER_TEAMS = ("CCD", "CoR", "CN")


def drawn(page):
    return {key for one in page.exhibits for key in one.readings["indicator"]} | set(page.tiles)


def test_every_indicator_is_on_some_page(composed, look):
    keys = set().union(*(drawn(page) for page in composed.values()))
    for team in OTHER_TEAMS:
        keys |= drawn(compose("teams", look, {"team_page": team}))
    missing = sorted(set(INDICATORS) - keys - AS_GATES)
    assert not missing, f"On no page: {missing}"


@pytest.mark.parametrize("name", PAGES)
def test_a_key_names_one_exhibit_of_its_page(composed, name):
    keys = [one.key for one in composed[name].exhibits]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_of_what_and_of_when(composed, name):
    page = composed[name]
    assert page.name == name
    for one in page.exhibits:
        foot = one.foot(page)
        assert page.period in foot
        assert f"data as of {page.as_of}" in foot
        assert one.finding


@pytest.mark.parametrize("name", PAGES)
def test_what_has_no_answer_is_told_by_its_reason(composed, name):
    page = composed[name]
    untold = {question for asked in page.untold.values() for question in asked}
    assert untold == {one.question for one in page.exhibits if not one.told}


def test_a_gate_has_an_exhibit_of_its_own_only_where_it_is_presented(look):
    page, found = exhibit("readiness", "gate-capacity", look)
    assert found is not None
    assert len(found.listed) < len(page.named("gate-safety").listed) + len(found.listed)
    assert compose("readiness", look).named("gate-capacity") is None


def test_the_menu_of_an_exhibit_decides_what_it_shows(look):
    as_now = exhibit("readiness", "hours", look)[1]
    chosen = exhibit("readiness", "hours", look, {"week": as_now.menus[0].options[-1]})[1]
    assert as_now.finding != chosen.finding
    assert exhibit("readiness", "hours", look, {"week": "nonsense"})[1].finding == as_now.finding


def test_no_page_has_a_name_that_is_not_there(look):
    with pytest.raises(KeyError):
        compose("elsewhere", look)


def test_no_exhibit_where_the_key_is_none_of_the_page(look):
    assert exhibit("home", "elsewhere", look)[1] is None
