"""Encounters, and what they say of their call: was anybody reached, and how did it end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import DAY, first_known, hour_of_week, month_of
from arp.measures.facts.help_given import READ as READ_OF_HELP
from arp.measures.facts.help_given import help_given
from arp.measures.facts.outcomes import led_to, safety

if TYPE_CHECKING:
    import ibis.expr.types as ir

ENDINGS = ("contact_label", "contact_result", "disposition_label", "destination")
REACHED = ("engaged", "declined", "information only")
NAMED = ("encounter_id", "incident_number", "team", "started_at", "ended_at", "person_key")
WHO = (  # of whom the contact was, in the city's own words; and the need
    *("age_band", "race_ethnicity", "gender", "language", "housing_status", "primary_need"),
)
CONNECTED = ("connected_to_care", "connected_on")  # what follow-ups have a say in too
READ = (  # what outcomes are read from
    *("mode", "ems_transport", "arrest", "citation", "police_role", "felt_safe"),
    *("backup_requested", "backup_agency", "backup_urgency", "backup_reviewed"),
    *("responder_injury", "person_injury", "use_of_force"),
)
NO_DAY = 10_000_000  # later than any day that a clock can tell
MOST_OF_A_DAY = 1_000_000  # no day has so many contacts


def read(rows: ir.Table) -> ir.Table:
    """One row a stored contact, with the columns that facts are read from."""
    return rows.select(*NAMED, *ENDINGS, *WHO, *READ, *READ_OF_HELP)


def encounters(rows: ir.Table, calls: ir.Table, teams: ir.Table) -> ir.Table:
    """One row a contact, or attempt, by a program team.

    A linked encounter is counted with its call: in the call's month, hour, area and call type. One
    that stands alone, or whose call is undated, has the month of its own first clock.
    `attempted_in_person` and `taken_by_phone` are false for a team that only follows up.
    """
    import ibis

    placed = rows.left_join(calls, rows.incident_number == calls.incident_number)
    placed = placed.left_join(teams, placed.team == teams.team)
    moment = first_known(calls.first_clock_at, rows.started_at, rows.ended_at)
    result = rows.contact_result.nullif("unknown")
    mode = ibis.coalesce(rows.mode, teams.team_mode)
    responds = ~teams.follows_up.fill_null(False)
    by_phone = (mode == "phone") & (ibis.coalesce(teams.team_mode, "phone") == "phone")
    came = (mode == "in person") & ~(result == "canceled en route").fill_null(False)
    reached = result.isin(REACHED)
    return placed.select(
        **{name: rows[name] for name in (*NAMED, *ENDINGS, *WHO, *CONNECTED)},
        mode=mode,
        contact_made=reached,
        attempted_in_person=came & responds,
        taken_by_phone=by_phone & responds,
        **led_to(rows, reached),
        **safety(rows, came),
        **help_given(rows, reached),
        linked=calls.incident_number.notnull(),
        responds=responds,
        works_with_police=teams.works_with_police.fill_null(False),
        first_clock_at=moment,
        month=month_of(moment),
        hour_of_week=hour_of_week(moment),
        **{name: calls[name] for name in ("call_type", "area", "priority", "origin")},
        position=_position(rows),
    )


def _position(rows: ir.Table) -> ir.IntegerValue:
    """One number a contact, in the order of starts: its day, then its place within the day.

    A contact without a start comes after all others. A day's contacts are put in order by
    themselves: much less is moved than for an order of all.
    """
    import ibis

    day = ibis.coalesce(rows.started_at.epoch_seconds() // DAY, NO_DAY)
    of_day = ibis.window(group_by=day, order_by=[rows.started_at, rows.encounter_id, rows.team])
    return day * MOST_OF_A_DAY + ibis.row_number().over(of_day)


def said_of_the_call(linked: ir.Table) -> dict[str, Any]:
    """What a call's encounters say together, as aggregates.

    Anybody reached is true when any encounter says so, and unknown rather than false while one of
    them does not say. How it ended is what the first encounter that says it says. Back-up is what
    teams that do not work with police say: a co-response has police with it anyway.
    """
    import ibis

    endings = {
        name: ending.argmin(linked.position, where=ending.notnull())
        for name, ending in ((name, linked[name].nullif("unknown")) for name in ENDINGS)
    }
    flags = ("contact_made", "attempted_in_person", "taken_by_phone")
    alone = ~linked.works_with_police
    backup = {
        name: ibis.ifelse(alone.any(), any_of(linked[name] & alone), ibis.null("boolean"))
        for name in ("backup_police", "backup_other")
    }
    return {
        **{name: any_of(linked[name]) for name in flags},
        **endings,
        **backup,
        "backup_urgent": any_of(linked.backup_urgent),
        "police_took_over": any_of(linked.handed_to_police),
        "taken_to_hospital": any_of(linked.taken_to_hospital),
        "encounters_n": linked.count(),
    }


def any_of(flag: ir.BooleanValue) -> ir.BooleanScalar:
    """Whether any of several is true, where not known is not no."""
    import ibis

    known = flag.any().fill_null(False)
    unknown = flag.isnull().any()
    return ibis.cases((known, True), (unknown, ibis.null("boolean")), else_=False)
