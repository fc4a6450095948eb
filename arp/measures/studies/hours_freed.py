"""Police hours freed: an estimate, with its range and its assumption in the open.

What police would have spent on a diverted call is taken from calls of the same call type, part of
the day and priority that police answered alone. A stratum without such calls takes the mean of its
type and priority, else of its type, else of all. Source: METRICS §4D.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

HOURS_IN_BLOCK = 4  # parts of the day that are compared with one another
STRATUM = ("call_type", "priority", "block")
NARROWER = (STRATUM, ("call_type", "priority"), ("call_type",), ())
RESAMPLES, SEED = 1000, 20261122
MANY = 200  # a mean of so many is resampled by its standard error: the same, and fast
NO_POLICE_ALONE = "Police answered none of these calls alone: there is nothing to compare with."


@dataclass(frozen=True)
class Estimate:
    """Police unit-hours freed: central, and the 95 % bootstrap interval of the same sum.

    share: of diverted calls that would have had police; None takes each stratum's own.
    """

    diverted_n: int
    central: float
    low: float
    high: float
    police_hours_each: float  # mean police unit-hours of one such call
    own_share: float  # what the strata's own shares come to
    share: float | None
    joint_hours: float  # police unit-hours at scenes of the program, taken off


def hours_freed(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """The estimate with the strata's own shares: one row, or one a month. In police unit-hours."""
    import pandas as pd

    drawn = _Drawn.of(evidence, asked)
    rows: list[dict[str, Any]] = []
    for month in drawn.months if "month" in asked.by else [None]:
        found = drawn.estimate(month, None)
        named = {} if month is None else {"month": month}
        rows.append(named | _figures(found))
    columns = [*asked.by, "value", "n", "low", "high", "too_few"]
    return pd.DataFrame(rows, columns=columns)


def _figures(found: Estimate | None) -> dict[str, Any]:
    if found is None:
        return {"value": None, "n": 0, "low": None, "high": None, "too_few": NO_POLICE_ALONE}
    figures = {"value": found.central, "low": found.low, "high": found.high}
    return figures | {"n": found.diverted_n, "too_few": ""}


def estimate(evidence: Evidence, asked: Asked, share: float | None = None) -> Estimate | None:
    """The estimate for one share that would have had police, or the strata's own shares.

    None where police answered no such call alone.
    """
    return _Drawn.of(evidence, asked).estimate(None, share)


@dataclass(frozen=True)
class _Drawn:
    """The strata of a question, with their means and shares as counted and as resampled."""

    strata: pd.DataFrame  # one row a stratum and month: diverted_n, joint_minutes
    minutes: NDArray[np.float64]  # mean minutes a stratum-month: as counted, then resampled
    shares: NDArray[np.float64]

    @classmethod
    def of(cls, evidence: Evidence, asked: Asked) -> _Drawn:
        """Counts and resamples the strata of all months that are asked for."""
        import numpy as np

        strata = evidence.ask(_strata_sql(evidence, asked))
        rng = np.random.default_rng(SEED)
        minutes = np.full((RESAMPLES + 1, len(strata)), np.nan)
        shares = minutes.copy()
        for level in NARROWER:
            compared = evidence.ask(_compared_sql(evidence, asked, level))
            place = _places(strata, compared, level)
            known = (place >= 0) & np.isnan(minutes[0])
            if compared.empty:
                continue
            means = np.column_stack([_resampled(rng, row) for row in compared["minutes"]])
            minutes[:, known] = means[:, place[known]]
            sent, n = (compared[name].to_numpy(float) for name in ("sent_n", "unhandled_n"))
            unsaid = (place >= 0) & np.isnan(shares[0])
            shares[:, unsaid] = _resampled_shares(rng, sent, n)[:, place[unsaid]]
        return cls(strata, minutes, shares)

    @property
    def months(self) -> list[str]:
        """The months of which there is any stratum."""
        return sorted(self.strata["month"].dropna().unique())

    def estimate(self, month: str | None, share: float | None) -> Estimate | None:
        """The sum over the strata of one month, or of all rows, undated ones too."""
        import numpy as np

        mine = np.ones(len(self.strata), dtype=bool)
        if month is not None:
            mine = (self.strata["month"] == month).to_numpy()
        diverted = self.strata["diverted_n"].to_numpy(float)[mine]
        joint = float(self.strata["joint_minutes"].to_numpy(float)[mine].sum()) / 60
        each, own = self.minutes[:, mine] / 60, self.shares[:, mine]
        if np.isnan(each[0][diverted > 0]).any() or not len(diverted):
            return None
        each, own = np.nan_to_num(each), np.nan_to_num(own)
        would = own if share is None else np.full_like(own, share)
        sums = (each * would) @ diverted - joint
        low, high = np.quantile(sums[1:], [0.025, 0.975])
        n = float(diverted.sum())
        return Estimate(
            diverted_n=int(n),
            central=float(sums[0]),
            low=float(low),
            high=float(high),
            police_hours_each=float(each[0] @ diverted / n) if n else 0.0,
            own_share=float(own[0] @ diverted / n) if n else 0.0,
            share=share,
            joint_hours=joint,
        )


def _chosen(evidence: Evidence, asked: Asked) -> str:
    chosen = asked.chosen_sql("calls", evidence.facts["calls"].columns)
    block = f"hour_of_week % 24 // {HOURS_IN_BLOCK}"
    return f"(SELECT *, {block} AS block FROM ({chosen}))"


def _strata_sql(evidence: Evidence, asked: Asked) -> str:
    names = ", ".join(STRATUM)
    return f"""
        SELECT month, {names}, count(*) FILTER (WHERE diverted_police) AS diverted_n,
            coalesce(sum(police_minutes) FILTER (WHERE joint_scene), 0) AS joint_minutes
        FROM {_chosen(evidence, asked)} WHERE diverted_police OR joint_scene
        GROUP BY month, {names} ORDER BY month, {names}
    """


def _compared_sql(evidence: Evidence, asked: Asked, level: Sequence[str]) -> str:
    """By stratum: minutes of each call police answered alone, and how often police were sent."""
    names = ", ".join(level)
    grouped = f"GROUP BY {names} ORDER BY {names}" if level else ""
    return f"""
        SELECT {names + "," if level else ""}
            list_sort(list(police_minutes) FILTER (WHERE police_alone AND police_minutes > 0))
                AS minutes,
            count(*) FILTER (WHERE NOT handled AND police_dispatched) AS sent_n,
            count(*) FILTER (WHERE NOT handled AND police_dispatched IS NOT NULL) AS unhandled_n
        FROM {_chosen(evidence, asked)} WHERE eligible {grouped}
    """


def _places(
    strata: pd.DataFrame, compared: pd.DataFrame, level: Sequence[str]
) -> NDArray[np.int64]:
    """For each stratum the row of what it is compared with, −1 where there is none."""
    import numpy as np

    if not level:
        return np.zeros(len(strata), dtype=int)
    numbered = compared[list(level)].assign(place=range(len(compared)))
    joined = strata[list(level)].merge(numbered, how="left", on=list(level))
    return joined["place"].fillna(-1).to_numpy(int)


def _resampled(rng: np.random.Generator, minutes: Any) -> NDArray[np.float64]:
    """The mean, then the means of resamples; nan where there is nothing to take a mean of."""
    import numpy as np

    values = np.asarray(minutes if isinstance(minutes, np.ndarray) else [], dtype=float)
    n = len(values)
    if n == 0:
        return np.full(RESAMPLES + 1, np.nan)
    if n >= MANY:
        spread = values.std() / np.sqrt(n)
        again = rng.normal(values.mean(), spread, RESAMPLES)
    else:
        again = values[rng.integers(0, n, (RESAMPLES, n))].mean(axis=1)
    return np.concatenate([[values.mean()], again])


def _resampled_shares(
    rng: np.random.Generator, sent: NDArray[np.float64], n: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The share of each stratum to which police were sent, then the shares of resamples."""
    import numpy as np

    whole = np.where(n > 0, n, np.nan)
    share = sent / whole
    again = rng.binomial(n.astype(int), np.nan_to_num(share), (RESAMPLES, len(n))) / whole
    return np.vstack([share, again])
