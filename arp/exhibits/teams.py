"""Teams: a page for each, composed from what that team does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from arp.exhibits import topics
from arp.exhibits.composed import page, section
from arp.views import formats, sentences, team_pages

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

TEAM = "team_page"  # in the link
CHOICES = (TEAM,)
NOBODY = "No team is known yet"
TO_NAME_ONE = (
    "Upload the program's records, or a dispatch (CAD) export, with a column that names the team; "
    "or name the teams in Settings."
)
FILTERED_OUT = "The filter of teams leaves no team that is known. Reset it to choose one here."


@dataclass(frozen=True)
class Teams:
    """The teams that there are: those the data knows, those the settings name, those to choose."""

    known: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]
    to_choose: tuple[str, ...]  # what the shared filter of teams leaves

    @classmethod
    def of(cls, look: Look) -> Teams:
        """The teams of a look."""
        known = everybody(look).groups("team")
        settings = team_pages.latest(look.program.entries("teams"))
        left = team_pages.to_choose(known, settings, look.where.team)
        return cls(tuple(known), settings, tuple(left))


def everybody(look: Look) -> Look:
    """The same look with no team filtered."""
    return look.narrowed(replace(look.where, team=None))


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page of the chosen team; the first where none is; a plain sentence where there is none.

    Args:
        look: what it is composed of.
        choices: the team's short name.
    """
    teams = Teams.of(look)
    if not teams.to_choose:
        why = FILTERED_OUT if teams.known or teams.settings else TO_NAME_ONE
        return page(look, "teams", NOBODY, why, ())
    asked = choices.get(TEAM, "")
    return of_team(look, teams, asked if asked in teams.to_choose else teams.to_choose[0])


def of_team(look: Look, teams: Teams, team: str) -> Page:
    """The page of one team."""
    name = team_pages.name(team, teams.settings)
    kind = team_pages.PAGES[team_pages.kind(teams.settings.get(team))]
    if kind.of_the_team and team not in teams.known:
        return page(look, "teams", f"{name}: nothing is known yet", team_pages.UNKNOWN, ())
    seen = everybody(look)
    if kind.of_the_team:
        seen = look.narrowed(replace(look.where, team=(team,)))
    of = topics.asked(seen, kind.topics, (*kind.tiles, *kind.title))
    answer = sentences.answer(of.whole, kind.title, team_pages.UNTOLD)
    said = f"{name}: {formats.inside(answer)}"
    exhibits = section(topics.exhibit(topic, of) for topic in kind.topics)
    return topics.headed(of, "teams", said, kind.about, kind.tiles, (exhibits,))
