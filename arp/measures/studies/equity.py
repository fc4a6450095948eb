"""Fairness: how the program's figures for a group of people compare with those of the whole city.

Pooled to the last 12 months of what is asked, because groups are small. Source: METRICS §4C.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from arp.measures.asked import DEMOGRAPHICS, is_known
from arp.measures.months import month_before

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

MONTHS = 12
FEWEST = 30  # calls or contacts, from which a group is compared
AREA, SERVED = "area", "people_served"
COMPARED = (  # the figures that are compared, by their keys
    "eligible_capture",
    "response_p50",
    "hospital_transport_rate",
    "arrest_rate",
    "connected_to_care",
)
KINDS = (AREA, *DEMOGRAPHICS)
TOO_FEW = f"Fewer than {FEWEST} in this group: too few to compare."
NO_RATIO = "The figure of the whole city is 0: nothing can be compared with it."
NOT_TOLD = "No record says the {kind} of anybody. Upload contact records that do."
MISSING = f"Of the last {MONTHS} months at most. Not known for {{:.0%}} of those counted."
NO_POPULATION = (
    "It needs how many people live in each area. Upload population by area as a monthly figure; "
    "the blank template has a sheet for it."
)
OF_PEOPLE = "The area's share of the people served, divided by its share of the residents."
Row = dict[str, Any]


def equity_gap(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """One row a figure, kind of group and group: the group's value divided by the city's.

    n, numerator and denominator are the group's own; low and high its 95% interval divided by the
    city's value. People of whom the group is not known have no row: each note says how many.
    """
    import pandas as pd

    pooled = _pooled(evidence, asked)
    rows = [row for kind in KINDS for row in _of_kind(evidence, pooled, kind)]
    rows += _served(evidence, pooled)
    order = {key: place for place, key in enumerate((*COMPARED, SERVED))}
    rows.sort(key=lambda row: order[row["measure"]])
    words = ["too_few", "unmeasured", "note"]
    columns = ["measure", "group_kind", "group", *_FIGURES, *words]
    told = pd.DataFrame(rows, columns=columns)
    return told.assign(**told[words].fillna(""))


_FIGURES = ("value", "n", "numerator", "denominator", "low", "high")


def _pooled(evidence: Evidence, asked: Asked) -> Asked:
    """The same question of no more than its last 12 months."""
    if evidence.months is None:
        return asked
    last = asked.months[1] or min(evidence.months[1], f"{evidence.today:%Y-%m}")
    first = month_before(last, MONTHS - 1)
    return replace(asked, by=(), months=(max(first, asked.months[0] or first), last))


def _of_kind(evidence: Evidence, asked: Asked, kind: str) -> Iterator[Row]:
    """The rows of every figure that can be broken down so."""
    from arp.measures.engine import measure

    entries = [evidence.indicators[key] for key in COMPARED]
    able = [one for one in entries if kind in evidence.facts[asked.fact(one.grain)].columns]
    if not able:
        return
    keys = [entry.key for entry in able]
    question: dict[str, Any] = {"months": asked.months, "where": asked.where}
    whole = measure(evidence, keys, **question).set_index("indicator")
    groups = measure(evidence, keys, by=(kind,), **question)
    for entry in able:
        named: Row = {"measure": entry.key, "group_kind": kind}
        city = whole.loc[entry.key].to_dict()
        if city["status"] != "ok":
            yield named | {"unmeasured": city["reason"]}
        elif kind not in evidence.known[entry.grain].columns:
            yield named | {"unmeasured": NOT_TOLD.format(kind=kind.replace("_", " or "))}
        else:
            mine = groups[groups["indicator"] == entry.key]
            note = MISSING.format(_unknown(mine, kind))
            named_groups = is_known(mine[kind]) & (mine["n"] > 0)
            for row in mine[named_groups].to_dict("records"):
                told = {"group": row[kind], "note": note}
                yield named | told | _beside(row, float(city["value"]))


def _unknown(groups: pd.DataFrame, kind: str) -> float:
    """The share of those counted of whom the group is not known."""
    counted = groups["n"].fillna(0)
    whole = float(counted.sum())
    return float(counted[~is_known(groups[kind])].sum()) / whole if whole else 0.0


def _beside(row: Mapping[Any, Any], city: float) -> Row:
    """The figures of one group as a ratio to the city's; only its n where there is none."""
    told = {name: row[name] for name in ("n", "numerator", "denominator")}
    if row["status"] != "ok":
        return told | {"too_few": row["reason"]}
    if row["n"] < FEWEST or not city:
        return told | {"too_few": NO_RATIO if row["n"] >= FEWEST else TOO_FEW}
    return told | {name: row[name] / city for name in ("value", "low", "high")}


def _served(evidence: Evidence, asked: Asked) -> Sequence[Row]:
    """By area the share of the people served beside the share of those who live there."""
    from arp.measures.engine import measure

    named: Row = {"measure": SERVED, "group_kind": AREA}
    residents = _residents(evidence, asked)
    if not residents:
        return [named | {"unmeasured": NO_POPULATION}]
    found = measure(evidence, [SERVED], by=(AREA,), months=asked.months, where=asked.where)
    if AREA not in found:
        return [named | {"unmeasured": found["reason"].iloc[0]}]
    here = found[(found["status"] == "ok") & found[AREA].isin(list(residents))]
    served = dict(zip(here[AREA], here["value"], strict=True))
    people, lives = sum(served.values()), sum(residents[area] for area in served)
    rows = []
    for area, met in served.items():
        told: Row = {"group": area, "n": met, "numerator": met, "denominator": people}
        if met < FEWEST:
            told["too_few"] = TOO_FEW
        else:
            told |= {"value": met / people / (residents[area] / lives), "note": OF_PEOPLE}
        rows.append(named | told)
    return rows


def _residents(evidence: Evidence, asked: Asked) -> dict[str, float]:
    """By area the newest number of its residents up to the last month asked for."""
    found = evidence.ask(
        "SELECT area, arg_max(value, month) AS residents FROM figures "
        "WHERE figure = 'population' AND area IS NOT NULL AND value > 0 AND month <= $last "
        "GROUP BY area ORDER BY area",
        {"last": asked.months[1] or "9999-12"},
    )
    return dict(zip(found["area"], found["residents"].astype(float), strict=True))
