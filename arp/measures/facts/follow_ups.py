"""Follow-ups: which contact each attempt belongs to, and what that says of the contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import hour_of_week, month_of
from arp.measures.facts.contacts import CONNECTED

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from arp.measures.facts.workbench import Workbench

WINDOWS = {"48h": 48, "72h": 72, "30d": 30 * 24}  # by its name in columns, in hours
ATTEMPTED = ("48h", "72h")
CASE = ("goal_met", "case_opened_at", "case_closed_at")  # what is said of a case, not an attempt
LONGEST = timedelta(days=30)


def attempts(rows: ir.Table, met: ir.Table) -> ir.Table:
    """One row a follow-up attempt, with whether any contact is known that it belongs to.

    `by_number` says that it names a contact; one that names none, or one that nobody knows, is
    `by_person` where a contact of the same person is known. `reached_at` is the moment of the
    attempt where the person was reached and nobody wrote down when. Source: METRICS §3.3.
    """
    import ibis

    by_number = rows.encounter_id.isin(met.encounter_id).fill_null(False)
    of_somebody = rows.person_key.isin(met.person_key).fill_null(False)
    reached_at = ibis.coalesce(
        rows.reached_at, ibis.ifelse(rows.reached, rows.attempted_at, ibis.null("timestamp"))
    )
    kept = ("encounter_id", "person_key", "team", "attempted_at", "method", "connected_to_care")
    return rows.select(
        *kept,
        reached=ibis.coalesce(reached_at.notnull().nullif(False), rows.reached),
        reached_at=reached_at,
        by_number=by_number,
        by_person=of_somebody & ~by_number,
        linked=by_number | of_somebody,
        month=month_of(rows.attempted_at),
        hour_of_week=hour_of_week(rows.attempted_at),
        **{name: rows[name] for name in CASE},
    )


@dataclass(frozen=True)
class Told:
    """What the follow-ups of a snapshot can tell of a contact."""

    months: list[str]  # with any attempt that belongs to a contact
    span: tuple[str | None, str | None]  # the first and the last month with any attempt at all
    by_number: bool  # whether any attempt is found by the number of its contact
    by_person: bool
    reaching: bool  # whether any attempt says if the person was reached
    through: datetime | None  # the newest attempt: a window that ends later is not over

    @classmethod
    def by(cls, bench: Workbench, name: str, today: date) -> Told:
        """Told by the attempts under that name; one dated after today is a slip of the pen."""
        asked = (
            "SELECT bool_or(by_number), bool_or(by_person), bool_or(reached IS NOT NULL), "
            "max(attempted_at) FILTER (linked), min(month), max(month) "
            f"FROM {name} WHERE attempted_at IS NULL OR attempted_at::DATE <= ?"
        )
        ((by_number, by_person, reaching, through, first, last),) = bench.ask(asked, [today])
        linked = f"SELECT DISTINCT month FROM {name} WHERE linked AND month IS NOT NULL ORDER BY 1"
        months = [month for (month,) in bench.ask(linked)]
        found = bool(by_number), bool(by_person), bool(reaching)
        return cls(months, (first, last), *found, through)


def of_contacts(tried: ir.Table, met: ir.Table) -> ir.Table:
    """One row a contact and attempt that followed it up within 30 days.

    An attempt that names its contact belongs to it, from the day of the contact on: where only the
    day of an attempt is written its clock stands at midnight. Of one that has no day, or an earlier
    one, nobody knows when it was. One that names none belongs to every contact of its person that
    ended before: who is called after two contacts was followed up after both. See docs/adr/0014.
    """
    begun = met.select("position", "encounter_id", "person_key", "followup_from_at")
    begun = begun.filter(begun.followup_from_at.notnull())
    named, others = tried.filter(tried.by_number), tried.filter(tried.by_person)
    of_number = begun.inner_join(named, begun.encounter_id == named.encounter_id)
    of_person = begun.inner_join(others, begun.person_key == others.person_key)
    start, clocks, said = begun.followup_from_at, ("attempted_at", "reached_at"), CONNECTED[:1]
    of_number = of_number.select(
        begun.position,
        **{name: _not_before(named[name], start) for name in clocks},
        **{name: named[name] for name in ("reached", *said)},
        latest_at=start + LONGEST,
    )
    of_person = of_person.filter(others.attempted_at >= start).select(
        begun.position,
        *(others[name] for name in (*clocks, "reached", *said)),
        latest_at=start + LONGEST,
    )
    found = of_number.union(of_person)
    late = found.attempted_at > found.latest_at
    return found.filter(~late.fill_null(False)).drop("latest_at")


def _not_before(clock: ir.TimestampValue, start: ir.TimestampValue) -> ir.TimestampValue:
    """The clock, unknown where it lies before the day of the start."""
    import ibis

    return ibis.ifelse(clock.date() >= start.date(), clock, ibis.null("timestamp"))


def with_follow_ups(met: ir.Table, touched: ir.Table, told: Told, today: date) -> ir.Table:
    """Encounters, each with whether it was followed up in time and led to care.

    `attempted_…` and `followup_reached_…` are unknown, not no, where the window of a contact
    touches a month of which there is no follow-up, where no attempt could be found for the contact
    at all, or where an attempt of it has no time. `followup_matured_…` says whether the window
    lies within the data of the follow-ups. Source: METRICS §4A, §4C.
    """
    import ibis

    of_each = touched.group_by("position").aggregate(**_together(touched))
    placed = met.left_join(of_each, met.position == of_each.position)
    found = (met.encounter_id.notnull() & told.by_number) | (
        met.person_key.notnull() & told.by_person
    )
    start = met.followup_from_at
    columns: dict[str, Any] = {}
    for name, hours in WINDOWS.items():
        end = start + ibis.interval(hours=hours)
        known = found & _within(start, hours, told.months)
        if name in ATTEMPTED:
            columns[f"attempted_{name}"] = _in_time(
                known, of_each.first_attempt_at, of_each.undated, end
            )
        untold = (of_each.first_untold_at <= end) | of_each.undated_untold
        columns[f"followup_reached_{name}"] = (
            _in_time(known, of_each.first_reached_at, untold, end)
            if told.reaching
            else ibis.null("boolean")
        )
        columns[f"followup_matured_{name}"] = end <= ibis.literal(told.through, "timestamp")
    return placed.select(
        *(met[name] for name in met.columns if name not in CONNECTED),
        **columns,
        **_connected(met, of_each, today),
    )


def _together(touched: ir.Table) -> dict[str, ir.Scalar]:
    """What the attempts of one contact say together."""
    said, at = touched.connected_to_care, touched.attempted_at
    untold = touched.reached.isnull() | touched.reached & touched.reached_at.isnull()
    return {
        "first_attempt_at": at.min(),
        "undated": at.isnull().any(),
        "first_reached_at": touched.reached_at.min(),
        "first_untold_at": at.min(where=untold),
        "undated_untold": (untold & at.isnull()).any(),
        "confirmed": (said == "confirmed").any(),
        "self_reported": (said == "self-reported").any(),
        "told": said.notnull().any(),
    }


def _within(start: ir.TimestampValue, hours: int, months: list[str]) -> ir.BooleanValue:
    """Whether there are follow-ups of every month that the window touches: at most three."""
    import ibis

    moments = (start + ibis.interval(hours=passed) for passed in (0, hours // 2, hours))
    first, middle, last = (month_of(at).isin(months) for at in moments)
    return first & middle & last


def _in_time(
    known: ir.BooleanValue, first: ir.TimestampValue, untold: ir.BooleanValue, end: ir.Value
) -> ir.BooleanValue:
    """Whether it first happened by the end; unknown where something untold may have been first."""
    import ibis

    happened = ibis.cases(
        ((first <= end).fill_null(False), True),
        (untold.fill_null(False), ibis.null("boolean")),
        else_=False,
    )
    return ibis.ifelse(known, happened, ibis.null("boolean"))


def _connected(met: ir.Table, of_each: ir.Table, today: date) -> dict[str, ir.BooleanValue]:
    """Whether a service was reached within 30 days, as somebody confirmed; or as the person says.

    The form of the contact tells it with the day, a follow-up within the 30 days without one. Once
    confirmed without a day nobody knows whether it was in time.
    """
    import ibis

    said, start = met.connected_to_care, met.followup_from_at
    days = met.connected_on.delta(start.date(), unit="day")
    in_time = (said == "confirmed") & days.between(0, LONGEST.days)
    undated = (said == "confirmed") & (days.isnull() | (days < 0))
    confirmed = in_time.fill_null(False) | of_each.confirmed.fill_null(False)
    told = said.notnull() | of_each.told.fill_null(False)
    connected = ibis.cases(
        (confirmed, True),
        (undated.fill_null(False) | ~told, ibis.null("boolean")),
        else_=False,
    )
    self_reported = (said == "self-reported").fill_null(False) | of_each.self_reported.fill_null(
        False
    )
    in_life = met.started_at < ibis.timestamp(f"{today + timedelta(days=1)}")
    last = met.started_at.max(where=in_life).as_scalar()
    return {
        "connected_confirmed": connected,
        "connected_self_reported": ~connected & self_reported,
        "connected_matured": start + LONGEST <= last,
    }
