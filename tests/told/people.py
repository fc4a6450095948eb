"""Encounters: who was reached, what came of it, and whether the person was met again."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

from tests.made_city import Row
from tests.told.help_given import help_given
from tests.told.three_valued import Answer, both, either, no, some
from tests.told.when import hour_of_week, month_of

HOSPITALS = ("hospital, voluntary", "hospital, involuntary")
REACHED = ("engaged", "declined", "information only")
OF_THE_CALL = ("call_type", "area", "priority", "origin")
DAYS = (7, 30, 90)
WITH_POLICE = ("requested by us", "took over")


def encounters(rows: list[Row], calls: dict[str, Row], teams: dict[str, Row]) -> list[Row]:
    """One dict a contact or attempt, in the order in which they began; `calls` by number."""
    late = max((row["started_at"] for row in rows if row["started_at"]), default=None)
    in_order = sorted(
        rows,
        key=lambda row: (
            row["started_at"] is None,
            row["started_at"] or late,
            row["encounter_id"],
        ),
    )
    met = [_met(row, calls.get(row["incident_number"]), teams) for row in in_order]
    told = any(row["involuntary"] for row in met)  # else “hospital” may well be a hold
    for place, row in enumerate(met):
        row |= {"place": place, "involuntary": row["involuntary"] if told else None}
    _meet_again(met)
    return met


def _met(row: Row, call: Row | None, teams: dict[str, Row]) -> Row:
    team = teams.get(row["team"], {})
    mode = row.get("mode") or team.get("mode")
    result = said(row.get("contact_result"))
    moment = (call and call["moment"]) or row["started_at"] or row.get("ended_at")
    responds = not team.get("follows_up")
    came = both(mode and mode == "in person", result != "canceled en route")
    phoned = both(mode and mode == "phone", team.get("mode") in ("phone", None))
    return {
        **{name: row.get(name) for name in (*COPIED, *(["started_at"]))},
        **{name: call and call[name] for name in OF_THE_CALL},
        "linked": call is not None,
        "month": month_of(moment),
        "hour_of_week": hour_of_week(moment),
        "responds": responds,
        "with_police": bool(team.get("works_with_police")),
        "attempted_in_person": both(came, responds),
        "taken_by_phone": both(phoned, responds),
        "contact_made": is_in(result, REACHED),
        **_outcomes(row, result),
        **_safety(row, came),
        **help_given(row, is_in(result, REACHED)),
        "visit": row["incident_number"] or row["encounter_id"],
    }


COPIED = (
    *("encounter_id", "incident_number", "team", "person_key", "felt_safe", "backup_reviewed"),
    *("contact_result", "destination", "disposition_label", "contact_label"),
)


def said(word: str | None) -> str | None:
    """A word that says anything."""
    return None if word == "unknown" else word


def is_in(word: str | None, words: Any) -> Answer:
    return None if word is None else word in words


def _outcomes(row: Row, result: str | None) -> Row:
    end = said(row.get("destination"))
    after_ems = None if end == "handed to EMS or fire" else end  # they may have gone on to one
    after_police = None if end == "handed to police" else end  # and these to jail
    role = row.get("police_role")
    hospital = either(is_in(after_ems, HOSPITALS), row.get("ems_transport"))
    arrested = either(is_in(after_police, ["jail"]), row.get("arrest"))
    to_police = either(is_in(end, ["handed to police"]), is_in(role, ["took over"]))
    held = is_in(after_ems, ["hospital, involuntary"])
    return {
        "taken_to_hospital": hospital,
        "involuntary": False if held is None and hospital is False else held,
        "crisis": some([either(is_in(role, WITH_POLICE), to_police), hospital, arrested]),
        "arrested": arrested,
        "cited": row.get("citation"),
        "handed_to_police": to_police,
        "resolved": both(is_in(result, REACHED), no(hospital), no(arrested), no(to_police)),
    }


def _safety(row: Row, came: Answer) -> Row:
    """Back-up, and harm: where nobody came in person nobody was hurt, though nobody says so."""
    asked, whom = row.get("backup_requested"), row.get("backup_agency")
    urgency, role = row.get("backup_urgency"), row.get("police_role")
    not_there = False if came is False else None

    def harm(answer: Answer) -> Answer:
        return not_there if answer is None else answer

    return {
        "backup_police": either(
            both(asked, is_in(whom, ["police"])), is_in(role, ["requested by us"])
        ),
        "backup_urgent": urgency == "emergency" if urgency else (False if asked is False else None),
        "responder_injury": row.get("responder_injury"),
        "responder_hurt": harm(is_in(row.get("responder_injury"), ("minor", "serious"))),
        "person_injury": harm(row.get("person_injury")),
        "use_of_force": harm(row.get("use_of_force")),
    }


def _meet_again(met: list[Row]) -> None:
    """Adds whether the person was met at another visit within some days, and if those are over.

    What two teams record of one call is one visit. Follow-ups are planned and no visits.
    """
    last = max((row["started_at"] for row in met if row["started_at"]), default=None)
    visits: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in met:
        if row["person_key"] and row["started_at"] and row["responds"]:
            visits[row["person_key"]][row["visit"]].append(row)
    for row in met:
        of_person = visits.get(row["person_key"], {})
        own = of_person.get(row["visit"])
        start = _began(own) if own else row["started_at"]
        asked = row["person_key"] and row["started_at"] and row["responds"]
        for days in DAYS:
            span = timedelta(days=days)
            row[f"matured_{days}"] = start + span <= last if start else None
            row[f"repeated_{days}"] = None
            if asked:
                later = [
                    some(one["crisis"] for one in visit)
                    for visit in of_person.values()
                    if timedelta(0) < _began(visit) - start <= span
                ]
                row[f"repeated_{days}"] = bool(later)
                if days == 30:
                    row["crisis_repeated_30"] = some(later)
        row.setdefault("crisis_repeated_30", None)


def _began(visit: list[Row]) -> Any:
    return min(row["started_at"] for row in visit)


def said_of_the_call(met: list[Row]) -> Row:
    """What the linked encounters of a call say together; in their order."""
    alone = [row for row in met if not row["with_police"]]
    return {
        "contact_made": some(row["contact_made"] for row in met) if met else None,
        "contact_result": next(
            (row["contact_result"] for row in met if said(row["contact_result"])), None
        ),
        "attempted_in_person": some(row["attempted_in_person"] for row in met),
        "taken_by_phone": some(row["taken_by_phone"] for row in met),
        "co_response": some(
            both(row["with_police"], some([row["attempted_in_person"], row["taken_by_phone"]]))
            for row in met
        ),
        "backup_police": some(row["backup_police"] for row in alone) if alone else None,
        "backup_urgent": some(row["backup_urgent"] for row in met) if met else None,
        "police_took_over": some(row["handed_to_police"] for row in met) if met else None,
        "recorded": bool(met),
    }
