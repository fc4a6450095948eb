"""Eligibility: on which team's list a call stood, judged by nothing but what dispatch knew.

The list is read on the day on which the call was queued, else received.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import ClockChange, steady_seconds
from arp.measures.facts.contacts import any_of
from arp.words.dispatch_words import HAZARD

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.facts.grounds import Grounds
    from arp.measures.settings import Settings

STOOD = ("serves", "staffed", "staffed_anywhere", "free", "free_anywhere")


def rules(settings: Settings) -> pa.Table:
    """One row a team, call type, priority and stretch of days: on whose list it stands.

    `on_priority` is null where the list names no priorities; `not_with_…` tells with which hazards
    a call is not eligible.
    """
    import pyarrow as pa

    rows = [
        {
            "team": entry.value["team"],
            "on_type": entry.value["call_type"],
            "on_priority": priority,
            "first_day": entry.first_day,
            "last_day": entry.last_day,
            **{
                _not_with(word): word in parted(entry.value.get("not_with")) for word in HAZARD.keys
            },
        }
        for entry in settings.entries("eligibility")
        for priority in (*parted(entry.value.get("priorities")),) or (None,)
    ]
    text, day, flag = pa.string(), pa.date32(), pa.bool_()
    columns = [("team", text), ("on_type", text), ("on_priority", text)]
    columns += [("first_day", day), ("last_day", day)]
    columns += [(_not_with(word), flag) for word in HAZARD.keys]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def parted(text: str | None) -> list[str]:
    """The parts of a text that lists several, parted by semicolons."""
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def _not_with(hazard: str) -> str:
    return f"not_with_{hazard}"


def listed(calls: ir.Table, rules: ir.Table, changes: Sequence[ClockChange]) -> ir.Table:
    """One row a call in scope and team on whose list it stands, by its first or its final type.

    `eligible` is judged by the first type, `eligible_final` by the final one; both are unknown
    where the list names priorities and the call has none. A blank hazard is no known hazard.
    `asked_at` is when the call asked for a unit, in steady seconds.
    """
    import ibis

    asked = asked_at(calls)
    kept = calls.filter(calls.in_cad, calls.in_scope).select(
        *("incident_number", "area", "priority", "call_type", "call_type_final"),
        day=asked.date(),
        asked_at=steady_seconds(asked, changes),
        **{word: _is_said(calls.hazard_flags, word) for word in HAZARD.keys},
    )
    stays = (kept.call_type == kept.call_type_final).fill_null(False)
    first = kept.mutate(on_type=kept.call_type, at_first=True, at_last=stays)
    last = kept.filter(~stays).mutate(on_type=kept.call_type_final, at_first=False, at_last=True)
    typed = first.union(last)
    fitting = typed.inner_join(
        rules,
        [
            typed.on_type == rules.on_type,
            typed.day >= rules.first_day,
            typed.day <= rules.last_day,
            rules.on_priority.isnull()
            | typed.priority.isnull()
            | (typed.priority == rules.on_priority),
            *(~(rules[_not_with(word)] & typed[word]) for word in HAZARD.keys),
        ],
    )
    in_doubt = rules.on_priority.notnull() & typed.priority.isnull()
    fits = ibis.ifelse(in_doubt, ibis.null("boolean"), True)
    rows = fitting.select(
        *(typed[name] for name in ("incident_number", "area", "asked_at", "at_first", "at_last")),
        team=rules.team,
        fits=fits,
    )
    return rows.group_by("incident_number", "team").aggregate(
        area=rows.area.max(),
        asked_at=rows.asked_at.max(),
        eligible=any_of(rows.fits & rows.at_first),
        eligible_final=any_of(rows.fits & rows.at_last),
    )


def asked_at(calls: ir.Table) -> ir.TimestampValue:
    """When a call asked for a unit: queued, else its first known clock."""
    import ibis

    return ibis.coalesce(calls.queued_at, calls.first_clock_at)


def _is_said(hazards: ir.StringValue, word: str) -> ir.BooleanValue:
    return ("; " + hazards + "; ").contains(f"; {word}; ").fill_null(False)


def stood(listed: ir.Table, standing: ir.Table) -> ir.Table:
    """The same rows with how the team stood when the call came in.

    `standing` is that of `duty.standing`. Its flags are those of STOOD: the area is served, a unit
    was on duty, one of those was free; there, and anywhere. They are about teams for which the call
    is eligible, and false for others.
    """
    rows = listed.left_join(
        standing,
        [
            listed.incident_number == standing.incident_number,
            listed.team == standing.team,
        ],
    )
    there, anywhere = standing.on_duty > 0, standing.on_duty_anywhere > 0
    flags = {
        "serves": standing.serves,
        "staffed": there,
        "staffed_anywhere": anywhere,
        # One pool: where a team is on duty, all its units on duty anywhere could be sent.
        "free": there & (standing.on_duty_anywhere > standing.committed),
        "free_anywhere": anywhere & (standing.on_duty_anywhere > standing.committed),
    }
    return rows.select(
        *(listed[name] for name in listed.columns),
        **{name: listed.eligible & flag for name, flag in flags.items()},
    )


def of_any_team(rows: ir.Table) -> dict[str, Any]:
    """What the teams of a call's lists say together, as aggregates of `stood`."""
    return {name: any_of(rows[name]) for name in ("eligible", "eligible_final", *STOOD)}


def judged(rows: ir.Table, stood: ir.Table, grounds: Grounds) -> dict[str, ir.Value]:
    """Whether a call, or a call for a team, is eligible, and how the teams stood.

    `stood` is joined to the rows and null where no list names the call. Unknown without any list,
    for a call that only the program's feed knows, and for one in scope without a type or any date.
    """
    import ibis

    unknown = ibis.null("boolean")
    on_list = stood.incident_number.notnull()
    dated = asked_at(rows).notnull()

    def by(found: ir.BooleanValue, call_type: ir.StringValue) -> ir.BooleanValue:
        if not grounds.eligibility:
            return unknown
        unlisted = ibis.ifelse(dated & call_type.notnull(), False, unknown)
        fits = ibis.ifelse(on_list, found, False) | unlisted
        return ibis.ifelse(rows.in_cad, rows.in_scope & fits, unknown)

    return {
        "eligible": by(stood.eligible, rows.call_type),
        "eligible_final": by(stood.eligible_final, rows.call_type_final),
        **{name: stood[name] for name in STOOD},
    }
