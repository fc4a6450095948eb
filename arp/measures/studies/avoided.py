"""What was avoided on calls that the program handled: transports to a hospital, and arrests.

An estimate: what there would have been, had these calls ended like calls of the same type that
nobody of the program handled, less what there was. Source: METRICS §4D.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

TRANSPORTS, ARRESTS = "ems_transported", "arrest_made"  # what calls say of it
RESAMPLES, SEED = 1000, 20261122
NOTHING_UNHANDLED = (
    "Of no eligible call that the program did not handle is it known: there is nothing to compare "
    "with."
)
NOTHING_HANDLED = "The program handled none of these calls of which it is known."
NOTE = "Expected: {:,.0f}, at the rates of calls that the program did not handle. Observed: {:,}."


def ed_transports_avoided(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Transports to a hospital that handled calls did not have: one row a group."""
    return avoided(evidence, asked, TRANSPORTS)


def avoided(evidence: Evidence, asked: Asked, happened: str) -> pd.DataFrame:
    """Expected less observed, one row a group, with a 95% bootstrap interval of the expected.

    `happened` is the column of calls that says it. n is the handled calls of which it is known.
    Each call type has its own rate, of all months asked for; one that the program always handled
    has that of all types.
    """
    import numpy as np
    import pandas as pd

    counted = evidence.ask(_sql(evidence, asked, happened))
    types = counted.groupby("type", sort=True)[["unhandled_n", "unhandled_hits"]].sum()
    rates = _rates(types["unhandled_hits"].to_numpy(float), types["unhandled_n"].to_numpy(float))
    numbered = {name: number for number, name in enumerate(types.index)}
    place = counted["type"].map(numbered).to_numpy(int)
    expected = counted["handled_n"].to_numpy(float) * rates[:, place]
    by = list(asked.by)
    groups = counted.groupby(by, sort=True).indices.items() if by else [((), np.arange(len(place)))]
    rows: list[dict[str, Any]] = []
    for key, mine in groups:
        named = dict(zip(by, key if isinstance(key, tuple) else (key,), strict=True))
        rows.append(named | _figures(counted.iloc[mine], expected[:, mine].sum(axis=1)))
    columns = [*by, "value", "n", "low", "high", "unknown_n", "too_few", "note"]
    return pd.DataFrame(rows, columns=columns)


def _figures(counted: pd.DataFrame, expected: NDArray[np.float64]) -> dict[str, Any]:
    """The figures of one group from its expected numbers: as counted, then resampled."""
    import numpy as np

    n, observed = int(counted["handled_n"].sum()), int(counted["handled_hits"].sum())
    told: dict[str, Any] = {"n": n, "unknown_n": int(counted["unknown_n"].sum())}
    if n == 0 or np.isnan(expected[0]):
        few = NOTHING_HANDLED if n == 0 else NOTHING_UNHANDLED
        return told | {"value": None, "low": None, "high": None, "too_few": few, "note": ""}
    low, high = np.quantile(expected[1:], [0.025, 0.975]) - observed
    ends = {"value": expected[0] - observed, "low": low, "high": high}
    return told | ends | {"too_few": "", "note": NOTE.format(expected[0], observed)}


def _rates(hits: NDArray[np.float64], n: NDArray[np.float64]) -> NDArray[np.float64]:
    """By type the share with it, then the shares of resamples; of all where a type has no calls."""
    import numpy as np

    rng = np.random.default_rng(SEED)
    of_type = _resampled(rng, hits, n)
    of_all = _resampled(rng, hits.sum(keepdims=True), n.sum(keepdims=True))
    rates: NDArray[np.float64] = np.where(n > 0, of_type, of_all)
    return rates


def _resampled(
    rng: np.random.Generator, hits: NDArray[np.float64], n: NDArray[np.float64]
) -> NDArray[np.float64]:
    import numpy as np

    whole = np.where(n > 0, n, np.nan)
    again = rng.binomial(n.astype(int), np.nan_to_num(hits / whole), (RESAMPLES, len(n)))
    return np.vstack([hits / whole, again / whole])


def _sql(evidence: Evidence, asked: Asked, happened: str) -> str:
    """One row a call type, and a group: handled and unhandled eligible calls, and with how many."""
    names = [name for name in asked.by if name != "call_type"]
    groups = "".join(f"{name}, " for name in names)
    typed = "type AS call_type, " if "call_type" in asked.by else ""
    return f"""
        SELECT {groups} {typed} type,
            count(*) FILTER (WHERE handled AND {happened} IS NOT NULL) AS handled_n,
            count(*) FILTER (WHERE handled AND {happened}) AS handled_hits,
            count(*) FILTER (WHERE handled AND {happened} IS NULL) AS unknown_n,
            count(*) FILTER (WHERE NOT handled AND {happened} IS NOT NULL) AS unhandled_n,
            count(*) FILTER (WHERE NOT handled AND {happened}) AS unhandled_hits
        FROM (
            SELECT *, coalesce(call_type, 'unknown') AS type
            FROM ({asked.chosen_sql("calls", evidence.facts["calls"].columns)})
        ) WHERE eligible GROUP BY {groups} type ORDER BY {groups} type
    """
