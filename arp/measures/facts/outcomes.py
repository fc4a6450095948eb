"""What came of an encounter: where it led, whether police were asked for, who was hurt.

Where two questions of a form ask for one fact, an answer to either is an answer: yes when one says
yes, no when one says no and the other nothing. Else cities that ask only one of the two would know
their yes and never their no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

HOSPITAL = ("hospital, voluntary", "hospital, involuntary")
WITH_POLICE = ("requested by us", "took over")
HURT = ("minor", "serious")
EMS, POLICE = "handed to EMS or fire", "handed to police"


def led_to(rows: ir.Table, reached: ir.BooleanValue) -> dict[str, ir.BooleanValue]:
    """Whether the person was taken to a hospital, arrested, cited, handed to police; or none of it.

    Who was handed to EMS or fire may have been taken to a hospital, who was handed to police may
    have been arrested: of that the destination says nothing. `resolved` is unknown where any of
    them is and none is true. `involuntary` is unknown while no destination is ever a hold: a form
    that only says “hospital” does not tell one from a visit of one's own will. `crisis` is a
    hospital, an arrest, or police asked for or taking over; where the form does not ask for the
    part of police, the destination tells it. Source: METRICS §3.4, §4C.
    """
    import ibis

    ended = rows.destination.nullif("unknown")
    hospital = either(ended.nullif(EMS).isin(HOSPITAL), rows.ems_transport)
    arrested = either(ended.nullif(POLICE) == "jail", rows.arrest)
    to_police = either(ended == POLICE, rows.police_role == "took over")
    held = ended.nullif(EMS) == "hospital, involuntary"
    police = either(rows.police_role.isin(WITH_POLICE), to_police)
    return {
        "taken_to_hospital": hospital,
        "involuntary": ibis.ifelse(
            held.any().as_scalar(),
            ibis.coalesce(held, hospital.nullif(True)),
            ibis.null("boolean"),
        ),
        "arrested": arrested,
        "cited": rows.citation,
        "handed_to_police": to_police,
        "resolved": reached & ~hospital & ~arrested & ~to_police,
        "crisis": police | hospital | arrested,
    }


def safety(rows: ir.Table, came: ir.BooleanValue) -> dict[str, ir.Value]:
    """Back-up, whether responders felt safe, and harm.

    `backup_police` and `backup_other` tell who was asked for. An urgency says that back-up was
    asked for. `responder_hurt` is an injury of any kind.
    """
    import ibis

    asked, whom = rows.backup_requested, rows.backup_agency
    hurt = rows.responder_injury.isin(HURT)
    return {
        "backup_requested": asked,
        "backup_police": either(asked & (whom == "police"), rows.police_role == "requested by us"),
        "backup_other": asked & (whom != "police"),
        "backup_urgent": ibis.coalesce(rows.backup_urgency == "emergency", asked.nullif(True)),
        "backup_reviewed": rows.backup_reviewed,
        "felt_safe": rows.felt_safe,
        "responder_injury": rows.responder_injury,
        "responder_hurt": _not_in_absence(hurt, came),
        "person_injury": _not_in_absence(rows.person_injury, came),
        "use_of_force": _not_in_absence(rows.use_of_force, came),
    }


def _not_in_absence(harm: ir.BooleanValue, came: ir.BooleanValue) -> ir.BooleanValue:
    """Harm, and none where nobody `came` in person, though the form was left blank there.

    Only where the question is answered anywhere: else nothing is known of harm at all.
    """
    import ibis

    answered = harm.notnull().any().as_scalar()
    return ibis.coalesce(harm, ibis.ifelse(answered, came.nullif(True), ibis.null("boolean")))


def either(one: ir.BooleanValue, other: ir.BooleanValue) -> ir.BooleanValue:
    """What two answers to one question say: yes before no, and unknown only where both are."""
    import ibis

    return ibis.coalesce(one | other, one, other)
