"""How a file was read: what it takes to read some of its rows alone, and just so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from arp.intake.mapping import Certainty, Column, Mapping
from arp.intake.recognition.content import Content
from arp.words.corrections import AS_SENT_TAB, FINDINGS_TAB
from arp.words.findings import WHOLE_FILE
from arp.words.settings import SETTINGS
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.checking.settling import Settled
    from arp.intake.recognition.sheets import LookedAt

_LONGEST_TAB = 31  # characters of a sheet's name in Excel
_NOT_IN_TABS = re.compile(r"[\[\]:*?/\\']")
_FIELDS = {f"{table.name}.{field.name}" for table in TABLES.values() for field in table.fields}


@dataclass(frozen=True, kw_only=True)
class SourceSheet:
    """How one sheet was read; `contents` and `mapping` hold no cell."""

    mapping: Mapping
    contents: tuple[Content, ...]
    orders: Map[int, str | None]  # how each column of dates writes day and month
    utc_zone: str | None  # into which times marked as UTC were put
    zone: str | None  # the city's

    @property
    def used(self) -> tuple[Column, ...]:
        """The columns that feed a field, in sheet order."""
        return tuple(column for column in self.mapping.columns if column.is_used)


@dataclass(frozen=True, kw_only=True)
class Source:
    """How one file was read: its feed, its sheets, and how rows without a number are told apart."""

    sha256: str
    feed: str
    scope: str | None
    by_content: Map[str, bool]  # by table, see `identify`
    sheets: tuple[SourceSheet, ...]

    @property
    def tabs(self) -> tuple[str, ...]:
        """The name that each sheet has in the corrections workbook."""
        taken = {FINDINGS_TAB.casefold(), AS_SENT_TAB.casefold()}
        tabs = []
        for sheet in self.sheets:
            tab = _tab(sheet.mapping.sheet, taken)
            taken.add(tab.casefold())
            tabs.append(tab)
        return tuple(tabs)

    def as_json(self) -> str:
        """The source as text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def of_json(cls, text: str) -> Source:
        """The source that a text describes.

        Raises:
            ValueError: when it describes none.
        """
        try:
            told = json.loads(text)
            sheets = tuple(_sheet(**sheet) for sheet in told.pop("sheets"))
            source = cls(**told, sheets=sheets)
        except (KeyError, TypeError, AttributeError) as fault:
            raise ValueError(type(fault).__name__) from None
        if not re.fullmatch(r"[a-z0-9-]+", source.feed) or not sheets:
            raise ValueError("no source")
        return source


def source_of(
    sheets: Iterable[tuple[LookedAt, str | None]],
    settled: Map[str, Settled],
    *,
    sha256: str,
    feed: str,
    scope: str | None,
) -> Source:
    """How these sheets, each with the city's time zone, were read."""
    return Source(
        sha256=sha256,
        feed=feed,
        scope=scope,
        by_content={name: table.by_content for name, table in settled.items()},
        sheets=tuple(
            SourceSheet(
                mapping=_without_cells(look.mapping),
                contents=tuple(replace(content, sample=()) for content in look.contents),
                orders=dict(look.orders.by_position),
                utc_zone=look.orders.zone,
                zone=zone,
            )
            for look, zone in sheets
        ),
    )


def header_as_sent(column: Column) -> str:
    """A column's header as the sheet wrote it: blank, or the same as another's."""
    if column.header == f"column {column.letter}":
        return ""
    return column.header.removesuffix(f" (column {column.letter})")


def _without_cells(mapping: Mapping) -> Mapping:
    return replace(mapping, columns=tuple(replace(c, samples=()) for c in mapping.columns))


def _tab(name: str, taken: set[str]) -> str:
    """A sheet's name as Excel takes it, unlike those that are taken."""
    bare = _NOT_IN_TABS.sub(" ", "Rows" if name == WHOLE_FILE else name).strip() or "Rows"
    tab, number = bare[:_LONGEST_TAB], 2
    while tab.casefold() in taken:
        ending = f" {number}"
        tab, number = bare[: _LONGEST_TAB - len(ending)] + ending, number + 1
    return tab


def _sheet(
    *, mapping: Any, contents: Any, orders: Any, utc_zone: str | None, zone: str | None
) -> SourceSheet:
    shares = tuple(Content(**{**each, "sample": ()}) for each in contents)
    columns = tuple(_column(each) for each in mapping.pop("columns"))
    tables = tuple(name for name in mapping.pop("tables") if name in TABLES)
    fields = {name for column in columns for name in column.fields}
    within = all(0 <= column.position < len(shares) for column in columns)
    if not (tables and within and fields <= _FIELDS and SETTINGS.name not in tables):
        raise ValueError("no sheet of a source")
    return SourceSheet(
        mapping=Mapping(**mapping, columns=columns, tables=tables),
        contents=shares,
        orders={int(position): order for position, order in orders.items()},
        utc_zone=utc_zone,
        zone=zone,
    )


def _column(told: Any) -> Column:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    values["certainty"] = Certainty(told["certainty"])
    return Column(**values)
