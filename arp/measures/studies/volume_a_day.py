"""How many calls a day came in: counts divided by the days that the dispatch data cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.asked import UNKNOWN, Asked

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

NO_CALLS = "No dispatch (CAD) export holds calls of this month."


def volume_a_day(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a group: calls in scope of all agencies a day.

    The days are those of the calendar from the first to the last day of the dispatch data, in
    months with any of its calls, whatever the filters; days after today are slips of the pen. n is
    the calls. Calls without a date are on no day. A month without such calls is not measured.
    """
    months = asked.only(()).chosen_sql("calls", ("month",))
    chosen = asked.chosen_sql("calls", evidence.facts["calls"].columns)
    groups = [name if name == "month" else f"coalesce({name}, '{UNKNOWN}')" for name in asked.by]
    named = "".join(f"{group} AS {name}, " for group, name in zip(groups, asked.by, strict=True))
    by = f"GROUP BY {', '.join(groups)} ORDER BY ALL" if groups else ""
    days = "(SELECT sum(days_n) FROM days)" if "month" not in asked.by else "any_value(days_n)"
    return evidence.ask(
        f"""
        WITH dated AS (
            SELECT first_clock_at::DATE AS day FROM calls
            WHERE in_cad AND first_clock_at::DATE <= $today
        ), covered AS (
            SELECT min(day) AS first, max(day) AS last FROM dated
        ), days AS (
            SELECT strftime(month_on, '%Y-%m') AS month,
                date_diff('day', greatest(first, month_on),
                    least(last, last_day(month_on))) + 1 AS days_n
            FROM (SELECT DISTINCT date_trunc('month', day)::DATE AS month_on FROM dated), covered
            WHERE strftime(month_on, '%Y-%m') IN (SELECT DISTINCT month FROM ({months}))
        )
        SELECT {named}count(*) FILTER (WHERE in_scope AND in_cad) AS n, n AS numerator,
            {days} AS denominator, n / {days} AS value,
            NULL::DOUBLE AS low, NULL::DOUBLE AS high,
            CASE WHEN {days} IS NULL THEN $no_calls ELSE '' END AS unmeasured
        FROM ({chosen}) LEFT JOIN days USING (month) WHERE month IS NOT NULL {by}
        """,
        {"today": evidence.today, "no_calls": NO_CALLS},
    )
