"""Published sets of figures: frozen with a name, kept among the settings, read back.

Frozen are the figures themselves, so that it can be told when one of them moves, and whether its
data or its method moved it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.measures.asked import Filters
from arp.measures.formula import Mix, Parts
from arp.measures.moves import Figure, Said
from arp.measures.readings import OK
from arp.measures.told import told
from arp.words.settings.published_section import PUBLICATIONS

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator

Figures = Mapping[Figure, Said]
GRAINS: tuple[tuple[str, ...], ...] = ((), ("month",), ("team",))
"""The breakdowns of a set's figures, as `frozen` takes their readings: one query each."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A set of figures as it was published."""

    name: str
    page: str  # the page that it was published from
    months: tuple[str, str]  # the first and the last, both included
    where: Filters
    of_snapshot: int  # that the figures were taken from
    method: str  # the day of the method by which they were worked out, "2026-11-22"
    figures: Figures
    by: str = ""
    note: str = ""
    upload_id: str = ""  # the change that published it; blank before it is saved

    @property
    def keys(self) -> tuple[str, ...]:
        """The indicators of its figures, each once."""
        return tuple(dict.fromkeys(figure.key for figure in self.figures))

    @property
    def value(self) -> dict[str, Any]:
        """The publication as the fields of its section of the settings."""
        figures = [
            [*figure, said.value, said.n, said.status] for figure, said in self.figures.items()
        ]
        return {
            "publication": self.name,
            "page": self.page,
            "first_month": self.months[0],
            "last_month": self.months[1],
            "part": json.dumps(self.where.chosen, ensure_ascii=False),
            "of_snapshot": self.of_snapshot,
            "method": self.method,
            "figures": json.dumps(figures, ensure_ascii=False),
        }


def publications(settings: Iterable[Mapping[str, Any]]) -> list[Publication]:
    """Every published set, by name.

    Args:
        settings: rows of the stored table.
    """
    rows = [row for row in settings if row["section"] == PUBLICATIONS.name]
    return [_publication(row) for row in sorted(rows, key=lambda row: str(row["name"]))]


def _publication(row: Mapping[str, Any]) -> Publication:
    value = json.loads(row["value"])
    part = {name: tuple(values) for name, values in json.loads(value["part"]).items()}
    figures = {
        Figure(key, period, team): Said(value=number, n=n, status=status)
        for key, period, team, number, n, status in json.loads(value["figures"])
    }
    return Publication(
        name=value["publication"],
        page=value["page"],
        months=(value["first_month"], value["last_month"]),
        where=Filters(**part),
        of_snapshot=value["of_snapshot"],
        method=value["method"],
        figures=figures,
        by=row["set_by"] or "",
        note=row["why"] or "",
        upload_id=row["upload_id"],
    )


def can_be_frozen(keys: Iterable[str], entries: Mapping[str, Indicator]) -> list[str]:
    """Those of the indicators that a city has and that have one figure: no mix, no parts."""
    there = [key for key in dict.fromkeys(keys) if key in entries]
    return [key for key in there if not isinstance(entries[key].formula, Mix | Parts)]


def frozen(whole: pd.DataFrame, by_month: pd.DataFrame, by_team: pd.DataFrame) -> Figures:
    """Every figure of the whole period, of each month and of each team.

    A period of one month is that month, and is told once.

    Args:
        whole: the readings of the whole period, with no breakdown.
        by_month: the same by month.
        by_team: the same by team.
    """
    of_whole, of_months, of_teams = told(whole), told(by_month), told(by_team)
    spans = {figure.period for figure in of_whole}
    once = spans.union(
        first for first, last in (span.split("/") for span in spans) if first == last
    )
    months = {figure: said for figure, said in of_months.items() if figure.period not in once}
    teams = {figure: said for figure, said in of_teams.items() if figure.team}
    return of_whole | months | teams


def with_value(figures: Figures) -> Sequence[Figure]:
    """The figures that were told: what had no figure was not published."""
    return [figure for figure, said in figures.items() if said.status == OK]
