"""Eligibility: on which team's list a call stood, and how that team stood when it came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from tests.made_city import Row
from tests.told.duty import Duty, Standing
from tests.told.settings import Held, ToldSettings, listed
from tests.told.three_valued import Answer, both, some


def fits(rule: Held, call: Row, call_type: str | None) -> Answer:
    """Whether a line of a team's list takes a call of that type; unknown without a priority."""
    asked: datetime | None = call["asked_at"]
    hazards = listed(call["hazard_flags"])
    if call_type is None or rule.value["call_type"] != call_type:
        return False
    if asked is None or not rule.on(asked.date()):
        return False
    if any(hazard in hazards for hazard in listed(rule.value.get("not_with"))):
        return False
    only = listed(rule.value.get("priorities"))
    if only and call["priority"] is None:
        return None
    return not only or call["priority"] in only


class Lists:
    """Which calls each team may take."""

    def __init__(self, settings: ToldSettings) -> None:
        self._rules: dict[str, list[Held]] = defaultdict(list)
        for rule in settings.all("eligibility"):
            self._rules[rule.value["call_type"]].append(rule)

    def by_team(self, call: Row, name: str) -> dict[str, Answer]:
        """By team the answer of its list, of the teams whose list does not say no."""
        if not (call["in_cad"] and call["in_scope"]):
            return {}
        found: dict[str, list[Answer]] = defaultdict(list)
        for rule in self._rules.get(call[name] or "", []):
            found[rule.value["team"]].append(fits(rule, call, call[name]))
        answers = {team: some(said) for team, said in found.items()}
        return {team: answer for team, answer in answers.items() if answer is not False}

    def judge(self, call: Row, on_lists: Iterable[Answer], name: str) -> Answer:
        """Whether the call is eligible, as the lists answer."""
        if not self._rules or not call["in_cad"]:
            return None
        if not call["in_scope"]:
            return False
        nobody_can_say = call[name] is None or call["asked_at"] is None
        return some([*on_lists, None if nobody_can_say else False])


def standings(duty: Duty, call: Row, on_lists: dict[str, Answer]) -> dict[str, dict[str, Answer]]:
    """By team on whose list the call stands, how it stood then."""
    found = {}
    for team, eligible in on_lists.items():
        stood = duty.standing(team, call["area"], call["asked_at"])
        found[team] = {name: both(eligible, flag) for name, flag in vars(stood).items()}
    return found


def stood_together(stood: list[dict[str, Answer]]) -> dict[str, Answer]:
    names = vars(Standing())
    return {name: some(one[name] for one in stood) if stood else None for name in names}
