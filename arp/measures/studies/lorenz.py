"""How unevenly contacts fall on people: the Lorenz curve of those whom the program meets again.

Drawn from those met most often to those met once, as shares: it names nobody, and no point of it
stands for fewer people than small numbers allow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.aggregates import FIGURES
from arp.measures.engine import measure
from arp.measures.readings import OK
from arp.measures.studies.familiar import MONTHS
from arp.words.small_numbers import SMALLEST

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

WHOLE = "familiar_neighbors_share"  # the indicator whose contacts and people these are
FEWEST = SMALLEST  # people that any point of the curve stands for
STEPS = (  # shares of the people, met most often first
    *(0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075),
    *(twentieth / 20 for twentieth in range(2, 21)),
)


def lorenz(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """A few dozen rows, as readings: the share of contacts that a share of the people has.

    `share_of_people` is of those met, most often met first; value is their share of the contacts
    in the last 12 months, n the people. One contact a call, follow-ups left out. Where the share
    of familiar neighbors has no figure, the one row says why.
    """
    import numpy as np
    import pandas as pd

    whole = measure(evidence, [WHOLE], months=asked.months, where=asked.where).iloc[0]
    same = {"indicator": WHOLE, "period": whole["period"]}
    columns = ["indicator", "period", "share_of_people", *FIGURES, "status", "reason"]
    if whole["status"] != OK:
        untold = [same | {"status": whole["status"], "reason": whole["reason"]}]
        return pd.DataFrame(untold, columns=columns)
    often = evidence.ask(_sql(evidence, asked))
    visits, people = (often[name].to_numpy(float) for name in ("visits_n", "people_n"))
    shares = np.array([share for share in STEPS if share * people.sum() >= FEWEST])
    told = pd.DataFrame({"share_of_people": [0.0, *shares]}).assign(
        **same,
        value=[0.0, *curve(visits, people, shares)],
        n=people.sum(),
        status=OK,
        reason="",
    )
    return told.reindex(columns=columns)


def curve(
    visits: NDArray[np.float64], people: NDArray[np.float64], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The share of all visits that these shares of the people have, most visits first.

    `visits` are numbers of visits, and `people` how many had so many; among those with as many
    visits the curve is straight.
    """
    import numpy as np

    order = np.argsort(-visits)
    had = np.concatenate([[0.0], np.cumsum((visits * people)[order])])
    were = np.concatenate([[0.0], np.cumsum(people[order])])
    found: NDArray[np.float64] = np.interp(shares, were / were[-1], had / had[-1])
    return found


def _sql(evidence: Evidence, asked: Asked) -> str:
    """One row a number of visits: how many people had so many in the last 12 months."""
    chosen = asked.chosen_sql("encounters", evidence.facts["encounters"].columns)
    number = "left(month, 4)::INT * 12 + right(month, 2)::INT"
    return f"""
        WITH met AS (
            SELECT person_key, visit, {number} AS month_n FROM ({chosen})
            WHERE contact_made AND responds AND person_key IS NOT NULL AND month IS NOT NULL
        ), people AS (
            SELECT count(DISTINCT visit) AS visits_n FROM met
            WHERE month_n > (SELECT max(month_n) FROM met) - {MONTHS} GROUP BY person_key
        )
        SELECT visits_n, count(*) AS people_n FROM people GROUP BY visits_n ORDER BY visits_n
    """
