"""What the lake remembers of earlier files: layouts, feeds and confirmed labels."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.intake.checking.clocks import KEY as DATE_ORDER
from arp.intake.checking.identity import row_hashes
from arp.intake.checking.zones import KEY as ZONE
from arp.intake.recognition.spelling import plain
from arp.lake.schema import arrow_schema
from arp.words.grammar import UNDATED
from arp.words.settings import SETTINGS, setting_name, setting_value

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake import mapping as understood
    from arp.lake.lake import Lake

FEED = "settings"  # what is remembered belongs to no stream of files
_NEARLY = 0.85  # the share of headers two layouts must have in common to be taken for one …
_SOME = 0.5  # … or of all headers, where of those that feed a field hardly any is gone
_SET_BY = "upload"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How the columns of a sheet were understood and confirmed.

    `about_columns` holds answers about single columns by the key of the question, as
    {"unit": {"Response time": "seconds"}}.
    """

    feed: str
    headers: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]  # header → fields; () where it is left out on purpose
    date_order: str | None = None
    zone: str | None = None
    unit_level: bool = False  # one row a unit: a number that repeats is a further unit of its call
    about_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def likeness(self, headers: Iterable[str]) -> float:
        """The share of headers in common, of all that either layout has (0–1)."""
        mine, others = {plain(h) for h in self.headers}, {plain(h) for h in headers if h}
        return len(mine & others) / len(mine | others) if mine | others else 0.0

    def is_of(self, headers: Sequence[str]) -> bool:
        """Whether a sheet with these headers has this layout, though columns came or went."""
        used = {plain(header) for header, fields in self.fields.items() if fields}
        kept = len(used & {plain(header) for header in headers if header})
        likeness = self.likeness(headers)
        return likeness >= _NEARLY or (likeness >= _SOME and kept >= max(3, _NEARLY * len(used)))

    def difference(self, headers: Sequence[str]) -> tuple[list[str], list[str]]:
        """The headers that this layout did not have, and those of it that are gone."""
        mine, theirs = {plain(h) for h in self.headers}, {plain(h) for h in headers if h}
        new = [h for h in headers if h and plain(h) not in mine]
        return new, [h for h in self.headers if plain(h) not in theirs]

    def told(self, headers: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What is remembered of these headers, by how this file writes them."""
        remembered = {plain(header): fields for header, fields in self.fields.items()}
        return {h: remembered[plain(h)] for h in headers if h and plain(h) in remembered}


@dataclass(frozen=True, kw_only=True)
class Memory:
    """Everything remembered that bears on understanding a file."""

    layouts: tuple[Layout, ...] = ()
    feeds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    zone: str | None = None  # the city's time zone
    likely_feed: str = ""  # what the file is taken for until its layout tells

    @classmethod
    def of(cls, lake: Lake | None) -> Memory:
        """What the newest snapshot of a lake remembers; nothing where there is none."""
        snapshot = lake.snapshot() if lake else None
        if snapshot is None:
            return cls()
        values: dict[str, list[dict[str, Any]]] = {}
        for row in snapshot.read(SETTINGS.name, ["section", "value"]).to_pylist():
            values.setdefault(row["section"], []).append(json.loads(row["value"]))
        return cls(
            layouts=tuple(_layout(value) for value in values.get("layouts", ())),
            feeds={value["feed"]: value for value in values.get("feeds", ())},
            labels={
                (value["field"], value["label"]): value["read_as"]
                for value in values.get("labels", ())
            },
            zone=next((value.get("time_zone") for value in values.get("program", ())), None),
        )

    def about_dates(self, layout: Layout | None) -> dict[str, str]:
        """Answers already given to the questions about a layout's dates."""
        answers = {
            DATE_ORDER: layout.date_order if layout else None,
            ZONE: (layout.zone if layout else None) or self.zone,
        }
        return {key: answer for key, answer in answers.items() if answer}

    def layouts_of(self, feed: str | None, likely: str) -> Memory:
        """The same memory with only the layouts of one feed, or all with the likely feed's first.

        Two feeds may have one layout: the file's name then says which of them it is.
        """
        layouts = (layout for layout in self.layouts if feed in (None, layout.feed))
        ordered = sorted(layouts, key=lambda layout: (layout.feed != likely, layout.feed))
        return replace(self, layouts=tuple(ordered), likely_feed=feed or likely)

    def keeps_blocks(self, layout: Layout | None) -> bool:
        """Whether the feed of a sheet keeps the addresses of its calls by their block."""
        feed = layout.feed if layout else self.likely_feed
        return bool(self.feeds.get(feed, {}).get("by_block"))

    def layout(self, headers: Sequence[str]) -> Layout | None:
        """The remembered layout with nearly these headers, if there is one."""
        best = max(self.layouts, key=lambda layout: layout.likeness(headers), default=None)
        return best if best and best.is_of(headers) else None


def _layout(value: Mapping[str, Any]) -> Layout:
    mapping = json.loads(value["mapping"])
    return Layout(
        feed=value["feed"],
        headers=tuple(mapping["headers"]),
        fields={header: tuple(fields) for header, fields in mapping["columns"].items()},
        date_order=mapping["date_order"],
        zone=mapping["zone"],
        unit_level=mapping.get("unit_level", False),
        about_columns=mapping.get("about_columns", {}),
    )


def layout_setting(feed: str, mapping: understood.Mapping, zone: str | None) -> Setting:
    """The layout of one sheet, to be remembered.

    Args:
        feed: the feed the sheet belongs to.
        mapping: how it was understood.
        zone: the answer about times marked as UTC, if one was given.
    """
    columns = {
        column.header: sorted(column.fields)
        for column in mapping.columns
        if column.fields or column.told  # told and without a field: to be left out
    }
    headers = sorted(column.header for column in mapping.columns)
    spelled = "\n".join(sorted(map(plain, headers)))
    fingerprint = hashlib.blake2b(spelled.encode(), digest_size=8).hexdigest()
    about: dict[str, dict[str, str]] = {
        "unit": {column.header: column.unit for column in mapping.columns if column.unit},
        "yes": {column.header: ",".join(column.yes) for column in mapping.columns if column.yes},
    }
    remembered: dict[str, object] = {
        "headers": headers,
        "columns": columns,
        "date_order": mapping.date_order,
        "zone": zone,
    }
    if mapping.unit_level:
        remembered["unit_level"] = True
    if any(about.values()):
        remembered["about_columns"] = {key: said for key, said in about.items() if said}
    return Setting(
        section="layouts",
        value={
            "layout": f"{feed}:{fingerprint}",
            "feed": feed,
            "mapping": json.dumps(remembered, sort_keys=True, ensure_ascii=False),
        },
        why="The layout of an uploaded sheet",
    )


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One row for the settings table; `sheet` and `row` say where it stood, if on a sheet."""

    section: str
    value: Mapping[str, object]
    why: str | None
    set_by: str | None = _SET_BY
    valid_from: date | None = None
    valid_to: date | None = None
    sheet: str | None = None
    row: int | None = None

    @property
    def key(self) -> str:
        """What the row is known by in the lake."""
        since = [self.valid_from.isoformat()] if self.valid_from else []
        return "\x1f".join([self.section, setting_name(self.section, self.value), *since])


def settings_rows(settings: Sequence[Setting]) -> pa.Table:
    """The settings as rows of the lake's table, one a section, name and first day."""
    import pyarrow as pa

    schema = arrow_schema(SETTINGS)
    schema = schema.remove(schema.get_field_index("upload_id"))
    by_key = {setting.key: setting for setting in settings}
    rows = [
        {
            "section": setting.section,
            "name": setting_name(setting.section, setting.value),
            "valid_from": setting.valid_from,
            "valid_to": setting.valid_to,
            "value": setting_value(setting.section, setting.value),
            "set_by": setting.set_by,
            "why": setting.why,
            "feed": FEED,
            "row_key": key,
            "month": UNDATED,
            "sheet": setting.sheet,
            "sheet_row": setting.row,
        }
        for key, setting in sorted(by_key.items())
    ]
    table = pa.Table.from_pylist(rows, schema=schema)
    hashes = row_hashes(table, SETTINGS)
    return table.set_column(schema.get_field_index("row_hash"), "row_hash", hashes)
