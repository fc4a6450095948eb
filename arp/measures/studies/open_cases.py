"""Care Navigation's open cases at the end of a month."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from arp.measures.asked import UNKNOWN, Asked

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

GRAIN = "case_months"
AT_THE_END = "At the end of {}."
NEVER_OPENED = "Nobody wrote down when these cases were opened."


def active_cases(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a group: the cases open when the last month asked about ended; or each month.

    Only months of which there are follow-ups: of another nobody knows what was opened and closed.
    A case that nobody says was opened is left out and counted; where that leaves none at all, the
    number is not known rather than 0.
    """
    import pandas as pd

    first, last = asked.months
    told = sorted(evidence.known["follow_ups"].months)
    months = [name for name in told if (first or name) <= name <= (last or name)]
    others = [name for name in asked.by if name != "month"]
    months = months if "month" in asked.by else months[-1:]
    counted = _counted(evidence, asked, others)
    counted = counted[counted["month"].isin(months)]
    groups = list(counted[others].drop_duplicates().itertuples(index=False, name=None))
    every = [(month, *group) for month, group in product(months, groups if others else [()])]
    whole = pd.DataFrame(every, columns=["month", *others], dtype="str")
    found = whole.merge(counted, how="left", on=["month", *others])
    found[["value", "unknown_n"]] = found[["value", "unknown_n"]].fillna(0)
    found["n"] = found["value"]
    nobody_knows = (found["value"] == 0) & (found["unknown_n"] > 0)
    found["unmeasured"] = nobody_knows.map({True: NEVER_OPENED, False: ""})
    found["note"] = "" if "month" in asked.by else found["month"].map(AT_THE_END.format)
    return found[[*asked.by, "value", "n", "unknown_n", "unmeasured", "note"]]


def _counted(evidence: Evidence, asked: Asked, others: list[str]) -> pd.DataFrame:
    """One row a month and group with any case: how many were open at its end, or may have been."""
    columns = evidence.facts[GRAIN].columns
    groups = [f"coalesce({name}, '{UNKNOWN}') AS {name}" for name in others]
    return evidence.ask(
        f"SELECT {', '.join(['month', *groups])}, count(*) FILTER (open_at_end) AS value, "
        "count(*) FILTER (open_at_end IS NULL) AS unknown_n "
        f"FROM ({asked.chosen_sql(GRAIN, columns)}) GROUP BY ALL"
    )
