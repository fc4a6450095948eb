"""One call with all that is known of it: its clocks, units, facts, and where it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from arp.measures.compiled import sql_of
from arp.measures.counting import why
from arp.measures.plan import asked_for, why_not

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

    from arp.measures.evidence import Evidence
    from arp.measures.indicator import Indicator

IN_ORDER = {  # facts with a call's number, and the order in which the rows of one call are shown
    "calls": ("incident_number",),
    "call_teams": ("team",),
    "responses": ("response_key",),
    "encounters": ("started_at", "encounter_id"),
    "unit_responses": ("dispatched_at", "unit_id"),
}
NEVER_SHOWN = frozenset(  # the call is shown, not the person
    (
        *("person_key", "age_band", "race_ethnicity", "gender", "language", "housing_status"),
        *("primary_need", "satisfaction", "position", "visit"),
    )
)


@dataclass(frozen=True)
class OneCall:
    """What is known of a call.

    `call` has its facts by name; `teams` has one row a team for which it was eligible or that
    responded; `units` one a unit sent, in order of dispatch; `contacts` one an encounter, nothing
    of the person. `counts` has one row an indicator and row of its fact table: `indicator`, `row`
    (which of the call's contacts or units, where there are several) and `why`.
    """

    call: Mapping[str, Any]
    teams: pd.DataFrame
    units: pd.DataFrame
    contacts: pd.DataFrame
    counts: pd.DataFrame


def one_call(evidence: Evidence, number: str) -> OneCall | None:
    """What is known of the call with this incident number; None where there is no such call.

    The number is compared as text, exactly as it was sent.
    """
    call = _rows(evidence, "calls", number)
    if not len(call):
        return None
    return OneCall(
        call={str(name): value for name, value in call.iloc[0].items()},
        teams=_rows(evidence, "call_teams", number),
        units=_rows(evidence, "unit_responses", number),
        contacts=_rows(evidence, "encounters", number),
        counts=_counts(evidence, number),
    )


def _rows(evidence: Evidence, fact: str, number: str) -> pd.DataFrame:
    names = [name for name in evidence.facts[fact].columns if name not in NEVER_SHOWN]
    columns = ", ".join(f'"{name}"' for name in names)
    asked = f"SELECT {columns} FROM {fact} WHERE incident_number = ?"
    return evidence.ask(f"{asked} ORDER BY {', '.join(IN_ORDER[fact])}", [number])


def _counts(evidence: Evidence, number: str) -> pd.DataFrame:
    """Why the call counts, or not, in every indicator that is measured, over all months."""
    import pandas as pd

    whole = asked_for((), (None, None), None)
    entries = [
        entry
        for key, entry in evidence.indicators.items()
        if key not in evidence.hidden and why_not(evidence, entry, whole) is None
    ]
    frames = []
    for fact, order in IN_ORDER.items():
        of_fact = tuple(entry for entry in entries if entry.grain == fact)
        if not of_fact:
            continue
        query = _why_each(evidence.facts[fact], of_fact, order)
        asked = f"SELECT * FROM ({query}) WHERE incident_number = ? ORDER BY {', '.join(order)}"
        wide = evidence.ask(asked, [number]).drop(columns=list({"incident_number", *order}))
        wide.insert(0, "row", range(1, len(wide) + 1))
        frames.append(wide.melt("row", var_name="indicator", value_name="why"))
    place = {entry.key: place for place, entry in enumerate(_by_question(entries))}
    found = pd.concat(frames, ignore_index=True)
    return found.sort_values(["indicator", "row"], key=lambda one: one.map(place).fillna(one))


def _by_question(entries: Iterable[Indicator]) -> list[Indicator]:
    from arp.measures.indicator import Question

    places = list(Question)
    return sorted(entries, key=lambda entry: (places.index(entry.question), entry.key))


@lru_cache(maxsize=64)
def _why_each(fact: ir.Table, entries: tuple[Indicator, ...], order: tuple[str, ...]) -> str:
    """One query: for each row of a fact why it counts in each of its indicators."""
    said: dict[str, Any] = {entry.key: why(entry.formula, fact) for entry in entries}
    return sql_of(fact.select(*dict.fromkeys(("incident_number", *order)), **said))
