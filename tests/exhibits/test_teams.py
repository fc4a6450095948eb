"""A page for each team: which there are, and what each is composed of."""

from dataclasses import replace

from arp.exhibits.teams import NOBODY, Teams, compose
from arp.measures.asked import Filters


def test_the_first_team_is_shown_where_none_is_chosen(look):
    first = Teams.of(look).to_choose[0]
    assert compose(look, {}).answer == compose(look, {"team_page": first}).answer
    assert compose(look, {"team_page": "nobody"}).answer == compose(look, {}).answer


def test_the_figures_are_of_that_team_alone(look):
    assert compose(look, {"team_page": "CRT"}).where.team == ("CRT",)


def test_care_navigation_is_of_everybody_s_contacts(look):
    assert compose(look, {"team_page": "CN"}).where.team is None


def test_a_filter_of_teams_leaves_only_those_to_choose(look):
    narrow = look.narrowed(Filters(team=("CoR",)))
    assert Teams.of(narrow).to_choose == ("CoR",)


def test_a_filter_that_leaves_no_team_says_so(look):
    page = compose(look.narrowed(Filters(team=("elsewhere",))), {})
    assert page.answer == NOBODY
    assert "Reset it" in page.proof
    assert not page.sections


def test_without_any_team_it_says_what_to_upload(look):
    class Nobody:
        def entries(self, section):
            return []

    alone = replace(look, program_settings=Nobody())
    alone.groups = lambda name: []
    alone.narrowed = lambda where: alone
    assert compose(alone, {}).proof.startswith("Upload")
