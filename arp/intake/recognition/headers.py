"""Which declared fields a header could name."""

from __future__ import annotations

from functools import lru_cache

from arp.intake.recognition.spelling import plain, spoken
from arp.words.tables import TABLES

RECOGNIZED = tuple(table for table in TABLES.values() if table.name != "settings")
_NEAR = 86.0  # of 100: below it two headers are not the same words
_COUNTED = {"calls", "incidents", "events", "encounters", "contacts", "runs"}  # how many, not which
_NEAR_WEIGHT = 0.85  # a near spelling never beats a declared one


@lru_cache(maxsize=4_000)
def fields_named(header: str) -> dict[str, float]:
    """How well a header (as written) names each declared field ("calls.received_at"), 0–1.

    A declared spelling scores near 1, the most trusted first; a near one at most 0.85.
    """
    exact = declared(header)
    if exact or not header.strip() or plain(header) in _COUNTED:
        return exact
    from rapidfuzz import fuzz, process

    near: dict[str, float] = {}
    for _, score, spelling in process.extract(
        spoken(header), _spoken(), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=8
    ):
        for name, trust in _declared()[spelling].items():
            near[name] = max(near.get(name, 0.0), trust * score / 100 * _NEAR_WEIGHT)
    return near


def declared(header: str) -> dict[str, float]:
    """The fields for which this very spelling is declared, with how far it is trusted."""
    return _declared().get(plain(header), {})


@lru_cache(maxsize=1)
def _declared() -> dict[str, dict[str, float]]:
    """Plain spelling → the fields that declare it, the first spellings trusted most."""
    fields: dict[str, dict[str, float]] = {}
    for table in RECOGNIZED:
        for field in table.fields:
            trusted = (*field.headers[:1], field.title, field.name, *field.headers[1:])
            for rank, spelling in enumerate(trusted):
                named = fields.setdefault(plain(spelling), {})
                named.setdefault(f"{table.name}.{field.name}", max(0.85, 1 - 0.005 * rank))
    return fields


@lru_cache(maxsize=1)
def _spoken() -> dict[str, str]:
    """Plain spelling → the same in words, to be compared by words."""
    return {
        plain(spelling): spoken(spelling)
        for table in RECOGNIZED
        for field in table.fields
        for spelling in field.spellings
    }
