"""The tables of facts that an indicator of a city's own may be made of, and what each column holds.

What a column means is said in `facts`. Clocks, numbers that only name a row, and who a person
is are in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from arp.words.facts import FACT_COLUMNS
from arp.words.grammar import Kind, Vocabulary
from arp.words.reasons import LEVER, MISSED_REASON
from arp.words.vocabularies import (
    AGENCY,
    CONNECTED,
    CONTACT_RESULT,
    DESTINATION,
    INJURY,
    METHOD,
    MODE,
    ORIGIN,
    PRIMARY_NEED,
)


@dataclass(frozen=True)
class FactTable:
    """One table: its word in settings, its name among the facts, its columns."""

    word: str
    name: str
    rows: str  # what its rows are called: "calls", "contacts"
    columns: tuple[str, ...]


_PLACED = "team area call_type priority origin"
_ENDED = "contact_result contact_label destination disposition_label"
_CALL = f"""
area call_type call_type_final call_type_group priority origin in_cad in_scope has_hazard
recoded self_initiated is_top_priority eligible eligible_final staffed free
eligible_staffed routed handled missed missed_why lever prog_dispatched prog_arrived own_dispatched
own_arrived co_response joint_scene police_alone upgraded police_dispatched police_arrived
ems_dispatched ems_arrived fire_dispatched fire_arrived diverted_police diverted_ems diverted_fire
contact_made {_ENDED} backup_police backup_other backup_urgent police_took_over encounters_n
handling_minutes queue_minutes turnout_minutes travel_minutes response_minutes first_unit_minutes
on_scene_minutes police_response_minutes police_queue_minutes police_minutes
response_target_minutes
"""
_CONTACT = f"""
{_PLACED} {_ENDED} mode linked responds works_with_police contact_made attempted_in_person
taken_by_phone taken_to_hospital involuntary arrested cited handed_to_police resolved crisis
backup_requested backup_police backup_other backup_urgent backup_reviewed felt_safe
responder_injury responder_hurt person_injury use_of_force age_band race_ethnicity gender language
housing_status primary_need referral_made referral_accepted warm_handoff service_unavailable
satisfaction followup_due attempted_48h attempted_72h followup_reached_48h followup_reached_72h
followup_reached_30d connected_confirmed connected_self_reported repeated_7 repeated_30 repeated_90
crisis_repeated_30
"""
_UNIT = """
unit_id team agency team_mode works_with_police is_program self_assigned declined
committed_minutes
"""

FACT_TABLES: dict[str, FactTable] = {
    table.word: table
    for table in (
        FactTable("calls", "calls", "calls", tuple(_CALL.split())),
        FactTable(
            "calls by team", "call_teams", "calls", ("team", *_CALL.split(), "handled_by_other")
        ),
        FactTable("encounters", "encounters", "contacts", tuple(_CONTACT.split())),
        FactTable(
            "responses",
            "responses",
            "responses",
            (*_PLACED.split()[1:], *_ENDED.split(), "handled", "self_initiated"),
        ),
        FactTable("unit responses", "unit_responses", "unit responses", tuple(_UNIT.split())),
        FactTable(
            "follow-ups",
            "follow_ups",
            "follow-ups",
            ("team", "method", "connected_to_care", "reached", "linked"),
        ),
    )
}

VOCABULARY_OF: dict[str, Vocabulary] = {
    "agency": AGENCY,
    "connected_to_care": CONNECTED,
    "contact_result": CONTACT_RESULT,
    "destination": DESTINATION,
    "lever": LEVER,
    "method": METHOD,
    "missed_why": MISSED_REASON,
    "mode": MODE,
    "origin": ORIGIN,
    "primary_need": PRIMARY_NEED,
    "responder_injury": INJURY,
    "team_mode": MODE,
}
_NUMBERS = {"encounters_n": "contacts", "satisfaction": "points"}  # with the unit of each
_OWN_WORDS = (  # columns in the city's own words
    *("team", "area", "call_type", "call_type_final", "call_type_group", "priority", "unit_id"),
    *("contact_label", "disposition_label", "age_band", "race_ethnicity", "gender", "language"),
    "housing_status",
)
MATURED: dict[str, str] = {  # a column that watches for some days: the one that says they are over
    **{f"repeated_{days}": f"matured_{days}" for days in (7, 30, 90)},
    "crisis_repeated_30": "matured_30",
    **{f"attempted_{hours}h": f"followup_matured_{hours}h" for hours in (48, 72)},
    **{f"followup_reached_{span}": f"followup_matured_{span}" for span in ("48h", "72h", "30d")},
    "connected_confirmed": "connected_matured",
    "connected_self_reported": "connected_matured",
}


def kind_of(column: str) -> Kind:
    """What a column holds: a number, a word, the city's own words, or yes and no."""
    if column.endswith("_minutes") or column in _NUMBERS:
        return Kind.NUMBER
    if column in VOCABULARY_OF:
        return Kind.WORD
    return Kind.LABEL if column in _OWN_WORDS else Kind.FLAG


def unit_of_column(column: str) -> str:
    """The unit of a column of numbers."""
    return _NUMBERS.get(column, "minutes")


def titles_of(columns: Iterable[str]) -> list[str]:
    """The columns' titles."""
    return [FACT_COLUMNS[column].title for column in columns]
