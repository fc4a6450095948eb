"""Program beside police on the same calls: same call types, same areas, same parts of the day.

Only strata (call type × area × part of the day) in which both came count. The calls that police
answered alone are weighted to the program's own mix of strata, so that a team that is sent to the
slow districts is not held against police in the quick ones. Source: METRICS §4B.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.studies.hours_freed import HOURS_IN_BLOCK

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

DIFFERENCE, PROGRAM, POLICE = "difference", "program", "police alone"
STRATUM = ["call_type", "area", "block"]
RESAMPLES, SEED = 300, 20261122
FEWEST = 6  # below it a median has no interval (METRICS §4)
TOO_FEW = f"Fewer than {FEWEST} calls on one of the two sides that can be compared."


def response_gap(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Three rows a group: the program's median, that of police alone, and the difference, minutes.

    Below 0 the program is faster. Low and high are a 95 % bootstrap interval. n is the program's
    calls that can be compared, for police the calls police answered alone.
    """
    import pandas as pd

    calls = evidence.ask(_sql(evidence, asked))
    by = list(asked.by)
    calls["weight"] = _weights(calls, by)
    both = calls[calls["weight"].notna()]
    groups = both.groupby(by, sort=True) if by else [((), both)]
    rows: list[dict[str, Any]] = []
    for key, found in groups:
        named = dict(zip(by, key if isinstance(key, tuple) else (key,), strict=True))
        rows += [named | figures for figures in _compared(found)]
    columns = [*by, "part", "value", "n", "low", "high", "too_few"]
    return pd.DataFrame(rows, columns=columns)


def _sql(evidence: Evidence, asked: Asked) -> str:
    """One row a call that can stand on one of the two sides: its stratum, side and minutes."""
    chosen = asked.chosen_sql("calls", evidence.facts["calls"].columns)
    return f"""
        WITH sides AS (
            SELECT coalesce(call_type, 'unknown') AS call_type, coalesce(area, 'unknown') AS area,
                hour_of_week % 24 // {HOURS_IN_BLOCK} AS block, month,
                coalesce(police_alone, FALSE) AS of_police,
                CASE WHEN police_alone THEN police_response_minutes
                     WHEN prog_arrived AND NOT co_response THEN own_response_minutes
                END AS minutes
            FROM ({chosen}) WHERE eligible
        )
        SELECT * FROM sides WHERE minutes IS NOT NULL ORDER BY ALL
    """


def _weights(calls: pd.DataFrame, by: Sequence[str]) -> pd.Series[float]:
    """1 for the program's calls, for police the program's calls a call of theirs; nan elsewhere.

    Within each group of `by`: a month is compared within itself.
    """
    import numpy as np

    of_police = calls["of_police"].astype(bool)
    stratum = [calls[name] for name in dict.fromkeys((*STRATUM, *by))]
    police_n = of_police.groupby(stratum).transform("sum")
    program_n = (~of_police).groupby(stratum).transform("sum")
    weight = (program_n / police_n.where(police_n > 0)).where(of_police, 1.0)
    return weight.where((police_n > 0) & (program_n > 0), np.nan)


def _compared(calls: pd.DataFrame) -> list[dict[str, Any]]:
    import numpy as np

    of_police = calls["of_police"].to_numpy(bool)
    sides = {PROGRAM: calls[~of_police], POLICE: calls[of_police]}
    counts = {name: len(side) for name, side in sides.items()}
    few = TOO_FEW if min(counts.values()) < FEWEST else ""
    counts[DIFFERENCE] = counts[PROGRAM]
    if few:
        blank = {"value": None, "low": None, "high": None, "too_few": few}
        return [{"part": name, "n": n} | blank for name, n in counts.items()]
    rng = np.random.default_rng(SEED)
    medians = {name: _medians(rng, side) for name, side in sides.items()}
    medians[DIFFERENCE] = medians[PROGRAM] - medians[POLICE]
    rows = []
    for name, values in medians.items():
        low, high = np.quantile(values[1:], [0.025, 0.975])
        figures = {"value": values[0], "low": low, "high": high, "too_few": ""}
        rows.append({"part": name, "n": counts[name]} | figures)
    return rows


def _medians(rng: np.random.Generator, calls: pd.DataFrame) -> NDArray[np.float64]:
    """The weighted median of the minutes, then those of resamples."""
    import numpy as np

    ordered = calls.sort_values("minutes")
    minutes, weights = ordered["minutes"].to_numpy(), ordered["weight"].to_numpy()
    drawn = [weights, *(weights * rng.poisson(1.0, len(weights)) for _ in range(RESAMPLES))]
    return np.array([_median(minutes, weight) for weight in drawn])


def _median(minutes: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """The value below which half of the weight lies; halfway between two where it falls there."""
    import numpy as np

    reached = np.cumsum(weights)
    half = reached[-1] / 2
    lower = int(np.searchsorted(reached, half * (1 - 1e-12)))
    upper = int(np.searchsorted(reached, half * (1 + 1e-12), side="right"))
    last = len(minutes) - 1
    return float((minutes[min(lower, last)] + minutes[min(upper, last)]) / 2)
