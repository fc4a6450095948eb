"""What could be added next: call types, and areas and hours. People decide; this only lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.studies.hours_freed import HOURS_IN_BLOCK

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

LISTED = 20
FEWEST_CALLS = 30  # below it shares of a call type say little
CALLS, POLICE_SENT, EMS_SENT, HAZARD, RECODED, POLICE_MINUTES = (
    "calls",
    "share with police sent",
    "share with EMS sent",
    "share with a known hazard",
    "share that changed type",
    "median police unit-minutes",
)
TYPE_PARTS = {
    CALLS: ("calls_n", "calls_n"),
    POLICE_SENT: ("police_share", "police_n"),
    EMS_SENT: ("ems_share", "ems_n"),
    HAZARD: ("hazard_share", "calls_n"),
    RECODED: ("recoded_share", "recoded_n"),
    POLICE_MINUTES: ("police_minutes", "police_minutes_n"),
}
NOT_TOLD = "No feed tells this of these calls."


def candidate_call_types(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Six rows a call type on no team's list: volume, and signs of risk. Most calls first.

    At most 20 types with 30 calls or more. What no feed tells is not measured.
    """
    import pandas as pd

    chosen = asked.chosen_sql("calls", evidence.facts["calls"].columns)
    types = evidence.ask(f"""
        SELECT call_type, count(*) AS calls_n,
            avg(police_dispatched::INT) AS police_share, count(police_dispatched) AS police_n,
            avg(ems_dispatched::INT) AS ems_share, count(ems_dispatched) AS ems_n,
            avg(has_hazard::INT) AS hazard_share,
            avg(recoded::INT) AS recoded_share, count(recoded) AS recoded_n,
            median(police_minutes) FILTER (WHERE police_minutes > 0) AS police_minutes,
            count(*) FILTER (WHERE police_minutes > 0) AS police_minutes_n
        FROM ({chosen}) WHERE in_scope AND in_cad AND call_type IS NOT NULL
        GROUP BY call_type
        HAVING count(*) FILTER (WHERE eligible) = 0 AND count(*) >= {FEWEST_CALLS}
        ORDER BY calls_n DESC, call_type LIMIT {LISTED}
    """)
    parts = [
        pd.DataFrame(
            {
                "call_type": types["call_type"],
                "part": part,
                "value": types[value],
                "n": types[n],
                "unmeasured": types[value].isna().map({True: NOT_TOLD, False: ""}),
                "place": range(len(types)),
            }
        )
        for part, (value, n) in TYPE_PARTS.items()
    ]
    listed = pd.concat(parts, ignore_index=True)
    return listed.sort_values("place", kind="stable", ignore_index=True).drop(columns="place")


def candidate_areas_hours(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row an area and block of the week: unserved eligible calls a unit-hour added.

    A block is four hours of the day on weekdays (Monday to Friday) or on the weekend. A unit-hour
    is one hour of one unit in that block, in every week of the data (seven days with calls).
    Unserved are missed calls that more hours or more area would reach, alone or together with
    another lever. n is those calls. The 20 blocks with the most.
    """
    chosen = asked.chosen_sql("calls", evidence.facts["calls"].columns)
    return evidence.ask(f"""
        WITH placed AS (
            SELECT *, {_block("hour_of_week")} AS part FROM ({chosen})
            WHERE hour_of_week IS NOT NULL
        ), whole AS (
            SELECT greatest(count(DISTINCT first_clock_at::DATE), 7) / 7.0 AS weeks FROM placed
        )
        SELECT coalesce(area, 'unknown') AS area, part, count(*) AS n,
            count(*) / (any_value(weeks) * {HOURS_IN_BLOCK}
                * CASE WHEN part LIKE 'weekend%' THEN 2 ELSE 5 END) AS value
        FROM placed, whole
        WHERE missed AND (missed_outside_hours OR missed_outside_area) AND lever IS NOT NULL
        GROUP BY 1, 2 ORDER BY value DESC, 1, 2 LIMIT {LISTED}
    """)


def _block(hour: str) -> str:
    start = f"({hour} % 24 // {HOURS_IN_BLOCK} * {HOURS_IN_BLOCK})"
    days = f"CASE WHEN {hour} >= 120 THEN 'weekend' ELSE 'weekdays' END"
    return (
        f"{days} || ' ' || lpad({start}::VARCHAR, 2, '0') || '–' "
        f"|| lpad(({start} + {HOURS_IN_BLOCK})::VARCHAR, 2, '0')"
    )
