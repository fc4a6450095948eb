"""Care Navigation's cases: opened, the person first reached, closed; and month by month."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from arp.measures.facts.clock import DAY, first_known, month_of
from arp.measures.months import months_between

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

OF_THE_CONTACT = ("area", "call_type", "primary_need")


def cases(tried: ir.Table, met: ir.Table) -> ir.Table:
    """One row a case: who was to be reached from when on, when it was, how the case closed.

    Attempts are of one case where they have the person and the day of opening in common. One that
    does not say which case it is of belongs to the person's case last opened by then, else to the
    first one; where none of a person's has a day of opening, a case is what one contact led to.
    `goal_met` is true when any attempt says so. `days_to_first` are days from the opening, else
    from the contact, to the first moment at which the person was reached; unknown while nobody was,
    or where that lies on a day before. Source: METRICS §4C.
    """
    import ibis

    placed = _placed(tried, met)
    of_each = placed.group_by("who", "opened_at", "of_contact").aggregate(
        team=placed.team.min(),
        numbered=placed.encounter_id.min(),
        position=placed.position.min(),
        first_attempt_at=placed.attempted_at.min(),
        first_reached_at=placed.reached_at.min(),
        closed_at=placed.case_closed_at.max(),
        goal_met=placed.goal_met.any(),
    )
    joined = of_each.left_join(met, of_each.position == met.position)
    begun = first_known(of_each.opened_at, met.followup_from_at)
    moment = first_known(begun, of_each.first_attempt_at)
    kept = ("team", "opened_at", "first_attempt_at", "first_reached_at", "closed_at", "goal_met")
    return joined.select(
        *(of_each[name] for name in kept),
        encounter_id=ibis.coalesce(met.encounter_id, of_each.numbered),
        contact_at=met.followup_from_at,
        **{name: met[name] for name in OF_THE_CONTACT},
        days_to_first=_days_between(begun, of_each.first_reached_at),
        first_clock_at=moment,
        month=month_of(moment),
    )


def case_months(known: ir.Table, months: ir.Table) -> ir.Table:
    """One row a case and month, from the month in which it began to that of its last event.

    `open_at_end` says whether it was open when the month ended: unknown where nobody wrote down
    that it was opened. `reached_then` and `closed_then` say whether the person was first reached,
    and the case closed, in that month. `months` have their `starts` and `ends`.
    Source: METRICS §4C.
    """
    import ibis

    still = known.closed_at.isnull() | (known.closed_at >= months.starts)
    later = (known.first_reached_at >= months.starts).fill_null(False)
    within = known.inner_join(months, [known.first_clock_at < months.ends, still | later])
    unended = known.closed_at.isnull() | (known.closed_at >= months.ends)
    opened = ibis.ifelse(known.opened_at.isnull(), ibis.null("boolean"), unended)
    kept = ("encounter_id", "team", *OF_THE_CONTACT, "goal_met", "days_to_first")
    return within.select(
        *(known[name] for name in (*kept, "opened_at", "first_reached_at", "closed_at")),
        open_at_end=opened,
        reached_then=_in(known.first_reached_at, months),
        closed_then=_in(known.closed_at, months),
        month=months.month,
    )


def calendar(first: str | None, last: str | None) -> pa.Table:
    """One row a month from the first to the last: when it `starts` and `ends`."""
    import pyarrow as pa

    names = months_between(first, last)
    starts = [datetime.fromisoformat(f"{name}-01") for name in names]
    ends = [datetime(at.year + at.month // 12, at.month % 12 + 1, 1) for at in starts]
    clock = pa.timestamp("us")
    columns = [("month", pa.string()), ("starts", clock), ("ends", clock)]
    return pa.table([names, starts, ends], schema=pa.schema(columns))


def _placed(tried: ir.Table, met: ir.Table) -> ir.Table:
    """Attempts of somebody known, each with the case that it is of and the contact it names."""
    import ibis

    who = ibis.coalesce(tried.person_key, tried.encounter_id)
    second = tried.attempted_at.epoch_seconds().cast("int64")
    of_somebody = tried.mutate(who=who, second=second).filter(who.notnull())
    by_now = ibis.range_window(group_by="who", order_by="second", following=0)
    opened = of_somebody.case_opened_at
    opened_at = ibis.coalesce(
        opened, opened.max().over(by_now), opened.min().over(ibis.window(group_by="who"))
    )
    unopened = ibis.ifelse(opened_at.isnull(), of_somebody.encounter_id, ibis.null("string"))
    placed = of_somebody.mutate(opened_at=opened_at, of_contact=unopened)
    numbered = met.filter(met.encounter_id.notnull()).group_by("encounter_id")
    contacts = numbered.aggregate(position=met.position.min())
    joined = placed.left_join(contacts, placed.encounter_id == contacts.encounter_id)
    return joined.select(*(placed[name] for name in placed.columns), position=contacts.position)


def _days_between(start: ir.TimestampValue, end: ir.TimestampValue) -> ir.FloatingValue:
    """Days from one to the other, 0 on one day whatever its clock says; null where it is earlier.

    A clock that only has the day stands at midnight, and may lie before an opening of that day.
    """
    import ibis

    seconds = ibis.greatest(end.epoch_seconds() - start.epoch_seconds(), 0)
    return ibis.ifelse(end.date() >= start.date(), seconds / float(DAY), ibis.null("float64"))


def _in(clock: ir.TimestampValue, months: ir.Table) -> ir.BooleanValue:
    """Whether a moment lies in the month; no where there is none."""
    return ((clock >= months.starts) & (clock < months.ends)).fill_null(False)
