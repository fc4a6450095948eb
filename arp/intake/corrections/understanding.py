"""A corrections workbook understood: the mended rows alone, read as its source was read."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from arp.intake.checking import noticed
from arp.intake.checking.clocks import KEY as DATE_ORDER
from arp.intake.checking.clocks import DateOrders, date_orders
from arp.intake.checking.rows import RowsReader
from arp.intake.corrections.merging import Mended, mended
from arp.intake.mapping import Understanding
from arp.intake.recognition.recognizing import Recognition
from arp.intake.recognition.remembered import Memory, Setting, layout_setting, settings_rows
from arp.intake.recognition.sheets import LookedAt
from arp.lake.change import Change, Tally
from arp.lake.undo import undone
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Severity
from arp.words.settings import SETTINGS

if TYPE_CHECKING:
    from arp.intake.checking.settling import Settled
    from arp.intake.corrections.recognizing import ReturnedSheet, SentBack
    from arp.intake.corrections.source import SourceSheet
    from arp.intake.recognition.header_row import Grid
    from arp.intake.sheet import Workbook
    from arp.lake.lake import Lake

Looked = list[tuple[LookedAt, str | None]]  # each with the city's time zone


def understand_corrections(
    workbook: Workbook,
    returned: SentBack,
    *,
    lake: Lake | None,
    answers: Map[str, str] | None = None,
    today: date,
) -> Understanding:
    """The mended rows of a corrections workbook, and the change that saving them makes.

    Feed, columns and dates are read as they were in the file that the rows were taken from, each
    row as sent and as it stands now. What is the same on both sides changes nothing, whatever was
    saved since; a row that is still at fault is still set aside.

    Args:
        workbook: as it was read.
        returned: what was recognized in it.
        lake: where saved rows are looked up; None without any.
        answers: to questions about dates that the source did not write so.
        today: no call can lie after it.
    """
    return _Corrections(workbook, returned, lake, answers or {}, today).understood()


@dataclass(frozen=True)
class _Corrections:
    """One corrections workbook on its way, with all that bears on it."""

    workbook: Workbook
    returned: SentBack
    lake: Lake | None
    answers: Map[str, str]
    today: date

    def understood(self) -> Understanding:
        """The change; none while a question is open or where no row came back."""
        sheets = [sheet for sheet in self.returned.sheets if sheet.now.cells.num_rows]
        now: Looked = [(self._now(sheet), sheet.source.zone) for sheet in sheets]
        questions = tuple(question for look, _ in now for question in look.orders.questions)
        found = {} if questions else self._mended(sheets, now)
        findings = self._findings(now, found)
        refused = _why_refused(now, findings)
        source = self.returned.source
        return Understanding(
            file_name=self.workbook.file_name,
            feed=source.feed,
            scope=source.scope,
            refused=refused,
            questions=questions,
            mappings=tuple(look.mapping for look, _ in now),
            findings=findings,
            change=None if refused or questions else self._change(now, found),
            undated=noticed.undated_rows({name: each.settled for name, each in found.items()}),
            source=replace(source, sheets=tuple(map(_as_source, sheets, now))),
            corrects=source.sha256,
        )

    def _mended(self, sheets: list[ReturnedSheet], now: Looked) -> dict[str, Mended]:
        source = self.returned.source
        reader = RowsReader(
            feed=source.feed,
            today=self.today,
            person_key=self.lake.person_key() if self.lake and _names_persons(now) else None,
            by_content=source.by_content,
        )
        as_sent: Looked = [(_as_sent(sheet), sheet.source.zone) for sheet in sheets]
        before, after = reader.settled(as_sent), reader.settled(now)
        return {
            name: mended(after[name], before[name], self._held(name, after[name]), sheets)
            for name in after
        }

    def _held(self, table: str, settled: Settled) -> dict[str, str]:
        """What the lake holds under the keys of these rows."""
        import pyarrow.compute as pc

        snapshot = self.lake.snapshot() if self.lake else None
        if snapshot is None:
            return {}
        held = snapshot.read(table, ["feed", "row_key", "row_hash"])
        of_feed = pc.equal(held["feed"], self.returned.source.feed)
        held = held.filter(
            pc.and_(of_feed, pc.is_in(held["row_key"], settled.rows["row_key"].combine_chunks()))
        )
        return dict(zip(held["row_key"].to_pylist(), held["row_hash"].to_pylist(), strict=True))

    def _now(self, sheet: ReturnedSheet) -> LookedAt:
        """The rows as they stand now; dates as the source wrote them, else as they show."""
        known = sheet.source
        told = {
            f"{DATE_ORDER}:{column.header}": order
            for column in sheet.mapping.columns
            if (order := known.orders.get(column.position))
        }
        of_sheet = {DATE_ORDER: sheet.mapping.date_order} if sheet.mapping.date_order else {}
        answers = {**of_sheet, **told, **self.answers}
        shown = date_orders(sheet.now, sheet.mapping, known.contents, answers)
        orders = {
            position: known.orders.get(position) or order
            for position, order in shown.by_position.items()
        }
        return _look(sheet, sheet.now, DateOrders(orders, known.utc_zone, shown.questions))

    def _findings(self, now: Looked, found: Map[str, Mended]) -> tuple[Finding, ...]:
        """What is still at fault; what was merely noticed was said of the source."""
        findings = [
            finding
            for look, _ in now
            for finding in noticed.about_sheet(look)
            if finding.kind.severity is not Severity.NOTE
        ]
        for each in found.values():
            findings += [f for f in each.settled.findings if f.kind.severity is not Severity.NOTE]
        source, n = self.returned.source, len(_places(found))
        findings.append(Finding(CATALOG["corrections_read"], found=source.feed, n=n))
        if self.lake and source.sha256 not in _saved(self.lake):
            findings.append(Finding(CATALOG["corrected_file_not_saved"]))
        return tuple(dict.fromkeys(findings))

    def _change(self, now: Looked, found: Map[str, Mended]) -> Change:
        settings = settings_rows(self._settings(now, found))
        tables = {name: each.settled.rows for name, each in found.items()}
        tallies = {name: each.settled.tally for name, each in found.items()}
        return Change(
            kind="upload",
            feed=self.returned.source.feed,
            tables=tables | {SETTINGS.name: settings},
            tallies=tallies | {SETTINGS.name: Tally(rows_read=settings.num_rows)},
            file_name=self.workbook.file_name,
            sha256=self.workbook.sha256,
            left_behind={name: each.left_behind for name, each in found.items()},
        )

    def _settings(self, now: Looked, found: Map[str, Mended]) -> list[Setting]:
        """The feed and its layouts, where the lake does not know the feed; else they stay."""
        source = self.returned.source
        if source.feed in Memory.of(self.lake).feeds or not _places(found):
            return []
        value = {"feed": source.feed, "scope": source.scope}
        layouts = [layout_setting(source.feed, look.mapping, zone) for look, zone in now]
        return [*layouts, Setting(section="feeds", value=value, why="An uploaded file")]


def _names_persons(now: Looked) -> bool:
    fed = {name for look, _ in now for column in look.mapping.columns for name in column.fields}
    return any(name.endswith(".person_key") for name in fed)


def _why_refused(now: Looked, findings: Collection[Finding]) -> Finding | None:
    stopping = (f for f in findings if f.kind.severity is Severity.STOPS_UPLOAD)
    return next(stopping, None if now else Finding(CATALOG["no_rows"]))


def _as_source(sheet: ReturnedSheet, looked: tuple[LookedAt, str | None]) -> SourceSheet:
    """How the sheet was read now: what a corrections workbook of this one must carry."""
    look = looked[0]
    return replace(sheet.source, mapping=look.mapping, orders=look.orders.by_position)


def _as_sent(sheet: ReturnedSheet) -> LookedAt:
    return _look(sheet, sheet.sent, DateOrders(sheet.source.orders, sheet.source.utc_zone))


def _look(sheet: ReturnedSheet, grid: Grid, orders: DateOrders) -> LookedAt:
    recognition = Recognition(sheet.mapping, sheet.source.contents, rivals={})
    return LookedAt(sheet=grid.sheet, grid=grid, recognition=recognition, orders=orders)


def _places(found: Map[str, Mended]) -> set[tuple[str, int]]:
    """Sheet and row of everything that comes in."""
    return {
        place
        for each in found.values()
        for place in zip(
            each.settled.rows["sheet"].to_pylist(),
            each.settled.rows["sheet_row"].to_pylist(),
            strict=True,
        )
    }


def _saved(lake: Lake) -> set[str]:
    """The files that were saved and not taken back, by their hash."""
    history = lake.history()
    gone = undone(history)
    return {row.sha256 for row in history if row.undoes is None and row.upload_id not in gone}
