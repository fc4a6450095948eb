"""What became of a call that a phone team took: closed by phone, or sent on to police or EMS."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

WITHIN = 24 * 3600  # seconds for which a call is watched after a phone team took it
OF_OTHERS = ("police", "ems", "fire", "other")


def phone_teams(teams: Sequence[Mapping[str, Any]]) -> list[str]:
    """The teams of the settings that respond by phone."""
    return [
        team["team"] for team in teams if team.get("mode") == "phone" and not team.get("follows_up")
    ]


def field_units(rows: ir.Table) -> dict[str, ir.TimestampScalar]:
    """When the first field unit was sent to a call, as aggregates of the fact `unit_responses`.

    A field unit is one of another agency, or of a team that meets people in person. One of which
    nobody knows either may be the phone team's own: `stranger_sent_at` is the first of those.
    """
    import ibis

    sent = ibis.coalesce(rows.dispatched_at, rows.en_route_at, rows.on_scene_at)
    by_phone = (rows.team_mode == "phone").fill_null(False)
    in_person = (rows.team_mode == "in person").fill_null(False)
    of_field = ~by_phone & (in_person | rows.agency.isin(OF_OTHERS).fill_null(False))
    return {
        "field_sent_at": sent.min(where=of_field),
        "stranger_sent_at": sent.min(where=~by_phone & ~of_field),
        "ems_dispatched_at": rows.dispatched_at.min(where=(rows.agency == "ems").fill_null(False)),
    }


def followed_up(rows: ir.Table, teams: Collection[str], last: datetime | None) -> dict[str, Any]:
    """What became of the calls that a phone team took, or that this phone team took.

    * phone_taken: a phone team took the call; unknown for a team that is not one of `teams`.
    * phone_resolved: no field unit of anybody was sent up to 24 hours after it was taken.
    * phone_handed_back: police or EMS were first sent after it was taken.
    * phone_matured: those 24 hours lie within the data, which end at `last`.

    The others are unknown where no phone team took the call; and what was sent, in a month of which
    no units of police (for handing back: or none of EMS) are recorded, though others be seen there.
    It was taken when the team's unit was dispatched, else when its contact by phone began.
    """
    import ibis

    unknown = ibis.null("boolean")
    taken = rows.taken_by_phone
    if "team" in rows.columns:
        of_phone = rows.team.isin(sorted(teams)) if teams else ibis.literal(False)
        taken = ibis.ifelse(taken | of_phone, taken, unknown)
    taken_at = ibis.coalesce(rows.phone_dispatched_at, rows.phoned_at)
    until = taken_at.epoch_seconds() + WITHIN

    def by_then(sent: ir.TimestampValue) -> ir.BooleanValue:
        return ibis.ifelse(sent.isnull(), False, sent.epoch_seconds() <= until)

    in_doubt = by_then(rows.stranger_sent_at).fill_null(True)
    in_field = by_then(rows.field_sent_at) | ibis.ifelse(in_doubt, unknown, False)
    to_police = rows.police_dispatched & (rows.police_dispatched_at > taken_at)
    to_ems = rows.ems_dispatched & (rows.ems_dispatched_at > taken_at)
    known = taken & rows.in_cad & rows.police_told
    return {
        "phone_taken": taken,
        "phone_resolved": ibis.ifelse(known, ~in_field, unknown),
        "phone_handed_back": ibis.ifelse(known & rows.ems_told, to_police | to_ems, unknown),
        "phone_matured": taken.nullif(False) & (until <= _seconds(last)) if last else unknown,
    }


def _seconds(wall: datetime) -> int:
    return int((wall - datetime(1970, 1, 1)).total_seconds())
