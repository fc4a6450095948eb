"""The indicators of one city: the declared ones under its own names, some hidden, and its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.settings import Entry, Settings
from arp.words.fact_tables import titles_of
from arp.words.formula_words import said_of
from arp.words.indicator_words import QUESTION
from arp.words.settings.validity import SINCE_EVER
from arp.words.written_formulas import Fault, WrittenFormula, read_formula

if TYPE_CHECKING:
    from arp.measures.indicator import Indicator

SECTION = "indicators"
OF_THE_CITY = "The city’s own definition."
_NO_FIT = "Its formula in the settings no longer fits: {}. Correct it under “Your indicators”."
_NEEDS = "It needs what the data do not hold yet: {}. The data dictionary says what to upload."


@dataclass(frozen=True)
class Registry:
    """Every indicator by its key, in order, and the keys of those that the city hides."""

    indicators: Mapping[str, Indicator]
    hidden: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()

    @property
    def shown(self) -> Mapping[str, Indicator]:
        """Those that the city does not hide."""
        return {key: one for key, one in self.indicators.items() if key not in self.hidden}


def registry(settings: Settings, today: date) -> Registry:
    """The declared indicators with what the city's settings of today make of them."""
    from arp.measures.registry import INDICATORS  # studies read the facts, facts hold a registry

    entries = {
        str(entry.value["indicator"]): entry
        for entry in settings.entries(SECTION)
        if entry.holds_on(today)
    }
    if not entries:
        return Registry(INDICATORS)
    added = {key: _added(entry) for key, entry in entries.items() if key not in INDICATORS}
    declared = {key: _renamed(one, entries.get(key)) for key, one in INDICATORS.items()}
    return Registry(
        dict(sorted((declared | added).items())),
        frozenset(key for key, entry in entries.items() if entry.value.get("hidden")),
        tuple(sorted(added)),
    )


def _renamed(indicator: Indicator, entry: Entry | None) -> Indicator:
    name = entry.value.get("name") if entry else None
    return replace(indicator, name=str(name)) if name else indicator


def _added(entry: Entry) -> Indicator:
    """An indicator of the city's own; one whose formula fits no longer is never measured."""
    from arp.measures.formula import Count
    from arp.measures.indicator import About, Better, Indicator, Question
    from arp.measures.written import formula_of

    value, first = entry.value, entry.first_day
    written, faults = read_formula(value)
    meanings = {word.key: word.meaning for word in QUESTION.words}
    next_review = value.get("next_review_on")
    return Indicator(
        key=str(value["indicator"]),
        name=str(value.get("name") or value["indicator"]),
        question=Question(meanings.get(str(value.get("question")), Question.FUNCTIONING)),
        why=_sentence(value.get("matters")),
        words=_sentence(value.get("words")) or (said_of(written) if written else ""),
        unit=written.unit if written else "rows",
        better=Better(value.get("better") or Better.NEUTRAL),
        grain=written.table.name if written else "calls",
        formula=formula_of(written) if written else Count(where=None),
        needs=_needs(written, faults),
        to_measure_it=_to_measure_it(written, faults),
        source=_sentence(value.get("source")) or OF_THE_CITY,
        caveat=_sentence(value.get("caveat")),
        owner=str(value.get("owner") or ""),
        target_note=str(value.get("target_note") or ""),
        about=About(value.get("about") or About.PEOPLE),
        reviewed_on=None if first == SINCE_EVER else first,
        next_review_on=date.fromisoformat(next_review) if next_review else None,
    )


def _needs(written: WrittenFormula | None, faults: Sequence[Fault]) -> tuple[str, ...]:
    """The columns that are read; without any a row must at least have a month.

    What fits no longer needs a column that no fact has, so that it is never measured.
    """
    if written is None:
        return tuple(one.found for one in faults[:1]) or ("formula",)
    return (*written.columns, *written.watched) or ("month",)


def _to_measure_it(written: WrittenFormula | None, faults: Sequence[Fault]) -> str:
    if written is None:
        return _NO_FIT.format(", ".join(one.found for one in faults) or "it is not complete")
    return _NEEDS.format(", ".join(titles_of(written.columns)) or f"any {written.table.rows}")


def _sentence(text: Any) -> str:
    """What somebody typed as a sentence, with its full stop."""
    typed = str(text or "").strip()
    return typed if not typed or typed[-1] in ".!?" else f"{typed}."
