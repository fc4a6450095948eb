"""Teams: which figures the page of a team has, decided by how the settings say it works.

A phone team arrives nowhere, a team with police diverts nothing, and one that only follows up
responds to nothing: a figure that has no meaning for a team is not on its page, and its page says
why. A team of which the settings say nothing is shown as one that comes in person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from arp.views import team_topics
from arp.views.topics import Topic

UNTOLD = "the data does not tell yet what it does"
UNKNOWN = (
    "The settings name this team, but nothing in what is shown is its own. Upload its records, or "
    "give it its units in Settings."
)


class Kind(StrEnum):
    """How a team works."""

    IN_PERSON = "in person"
    PHONE = "by phone"
    WITH_POLICE = "with police"
    FOLLOWS_UP = "follows up"
    NOT_SET = "not set"


@dataclass(frozen=True, kw_only=True)
class TeamPage:
    """What the page of one kind of team is made of."""

    about: str  # how the team works, and what its page leaves out for that
    title: Mapping[str, str]  # the figures of the title, each in its words
    tiles: tuple[str, ...]
    topics: tuple[Topic, ...]
    of_the_team: bool = True  # else its figures are of all that the program's teams began


ANSWERED = {
    "program_responses": "{value} responses",
    "response_p90": "nine in ten callers waited {value} or less",
    "eligible_capture": "{value} of its eligible calls taken in staffed hours",
    "contact_made_rate": "the person was reached in {value}",
}
TILES = ("program_responses", "response_p50", "response_p90", "eligible_capture", "uhu")

PAGES: Mapping[Kind, TeamPage] = {
    Kind.IN_PERSON: TeamPage(
        about="It meets people in person, without police.",
        title=ANSWERED,
        tiles=(*TILES, "backup_requested_rate", "felt_safe_rate", "calls_diverted"),
        topics=team_topics.IN_PERSON,
    ),
    Kind.PHONE: TeamPage(
        about=(
            "It works by phone: it arrives nowhere and has no response time. Its clock is the "
            "wait until it takes a call."
        ),
        title={
            "program_responses": "{value} calls taken",
            "queue_wait_p90": "nine in ten within {value}",
            "ccd_phone_resolution": "{value} closed by phone",
            "eligible_capture": "{value} of its eligible calls taken in staffed hours",
        },
        tiles=(
            *("program_responses", "queue_wait_p50", "queue_wait_p90", "eligible_capture"),
            *("ccd_phone_resolution", "ccd_safe_handback", "uhu", "calls_diverted"),
        ),
        topics=team_topics.PHONE,
    ),
    Kind.WITH_POLICE: TeamPage(
        about=(
            "It responds with an officer: it diverts nothing from police, and asks for no police "
            "back-up. Neither is counted here."
        ),
        title=ANSWERED,
        tiles=(*TILES, "contact_made_rate", "resolved_in_community", "felt_safe_rate"),
        topics=team_topics.WITH_POLICE,
    ),
    Kind.FOLLOWS_UP: TeamPage(
        about=(
            "It only follows up, which is no response. These figures are of every contact that "
            "is to be followed up, whichever team met the person first."
        ),
        title={
            "followup_reached_48h": "{value} reached within 48 hours",
            "followup_reached_30d": "{value} within 30 days",
            "care_nav_active_cases": "{value} cases open",
            "care_nav_closed_goal": "{value} of closed cases with their goal met",
        },
        tiles=(
            *("followup_attempted_48h", "followup_reached_48h", "followup_reached_30d"),
            *("connected_to_care", "care_nav_time_to_first", "care_nav_active_cases"),
            *("care_nav_closed_goal",),
        ),
        topics=team_topics.FOLLOW_UPS,
        of_the_team=False,
    ),
    Kind.NOT_SET: TeamPage(
        about=(
            "The settings do not say how this team works: it is shown as one that comes in person."
        ),
        title=ANSWERED,
        tiles=(*TILES, "backup_requested_rate", "felt_safe_rate", "calls_diverted"),
        topics=team_topics.IN_PERSON,
    ),
}


def kind(setting: Mapping[str, Any] | None) -> Kind:
    """How a team works, by its own setting; following up before all, police before the phone."""
    if setting is None:
        return Kind.NOT_SET
    if setting.get("follows_up"):
        return Kind.FOLLOWS_UP
    if setting.get("works_with_police"):
        return Kind.WITH_POLICE
    return {"phone": Kind.PHONE, "in person": Kind.IN_PERSON}.get(
        str(setting.get("mode")), Kind.NOT_SET
    )


def latest(entries: Iterable[Any]) -> dict[str, Mapping[str, Any]]:
    """Each team's newest setting, by the team's short name: also of a team that has ended.

    Args:
        entries: the section “teams” of the settings, of each name in time.
    """
    return {str(entry.value["team"]): entry.value for entry in entries}


def to_choose(
    known: Iterable[str], settings: Iterable[str], filtered: Iterable[str] | None
) -> list[str]:
    """The teams a page can be about: those the data knows, then those only the settings name.

    Of these only the ones the shared filter of teams leaves, so that the two never contradict.
    """
    teams = dict.fromkeys((*known, *settings))
    return [team for team in teams if filtered is None or team in set(filtered)]


def name(team: str, settings: Mapping[str, Mapping[str, Any]]) -> str:
    """A team's name in full with its short one: Community Response Team (CRT)."""
    title = str(settings.get(team, {}).get("title") or "")
    return f"{title} ({team})" if title and title != team else team
