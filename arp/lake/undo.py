"""Taking back a change: the newest by naming the versions before it, an older one row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arp.lake.change import LedgerRow, Receipt, Tally
from arp.lake.commit import utc
from arp.lake.compare import cursor
from arp.lake.difference import Difference
from arp.lake.errors import UnknownUpload
from arp.lake.ledger import Ledger, standing, without_lost
from arp.lake.relation import identities_sql, relation_sql
from arp.lake.schema import arrow_schema
from arp.lake.snapshot import Snapshot
from arp.lake.stored import StoredFile, require_whole
from arp.lake.writer import Progress, Writer, only_writer
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


def undo(lake: Path, upload_id: str, *, who: str, at: datetime, progress: Progress) -> Receipt:
    """Takes back one change, which is itself a change and can be taken back.

    Each row becomes what it was before, unless a later change has touched it.

    Raises:
        UnknownUpload: when there is no such change, or it is taken back already.
        LakeError: when the folder cannot be written or read.
    """
    _change(_history(lake), upload_id)  # an unknown name is answered at once
    with only_writer(lake, progress):
        history = _history(lake)
        target = _change(history, upload_id)
        writer = Writer(lake, history[0], progress)
        row = _row(target, writer.next_number, who, at)
        if target is history[0]:
            row = replace(row, tallies=_all_turned(target))
            writer.name_again(row, history[1] if len(history) > 1 else None)
        else:
            progress("Finding what the change brought", 0.0)
            found = _Undoing(lake, history, target, undone([row, *history])).differences()
            row = replace(row, tallies={name: each.tally for name, each in found.items()})
            writer.close(row, found)
    return replace(_receipt(row), upload_id=row.upload_id, snapshot=row.snapshot)


def preview(lake: Path, upload_id: str) -> Receipt:
    """What taking back one change now would do; writes nothing.

    Raises:
        UnknownUpload: when there is no such change, or it is taken back already.
        LakeError: when the folder cannot be read.
    """
    history = _history(lake)
    target = _change(history, upload_id)
    if target is history[0]:
        return _receipt(replace(target, tallies=_all_turned(target)))
    taken_back = undone([replace(target, upload_id="", undoes=upload_id), *history])
    found = _Undoing(lake, history, target, taken_back).differences()
    return _receipt(replace(target, tallies={name: each.tally for name, each in found.items()}))


def _receipt(row: LedgerRow) -> Receipt:
    """What the taking back does, not yet done."""
    return Receipt(
        status="saved",
        upload_id=None,
        snapshot=None,
        tallies=row.tallies,
        months=row.months,
        undated=row.undated,
    )


def undone(history: Iterable[LedgerRow]) -> set[str]:
    """The changes that are taken back; an undo that is itself taken back does not count.

    What a recovery went back behind is taken back, too. `history` is newest first.
    """
    rows = list(history)
    kept = without_lost(rows)
    taken_back = {row.upload_id for row in rows} - {row.upload_id for row in kept}
    for row in kept:
        if row.undoes is not None and row.upload_id not in taken_back:
            taken_back.add(row.undoes)
    return taken_back


class _Undoing:
    """What one older change did, as far as it still stands."""

    def __init__(
        self, lake: Path, history: Sequence[LedgerRow], target: LedgerRow, undone: set[str]
    ) -> None:
        self._snapshots = [Snapshot.of(lake, row) for row in history]  # newest first
        self._place = {row.upload_id: index for index, row in enumerate(history)}
        self._target = self._place[target.upload_id]
        self._undone = undone

    def differences(self) -> dict[str, Difference]:
        """For every table that the change touched, the rows that go and those that come back."""
        before, after = self._target + 1, self._target
        return {
            table: self._difference(table)
            for table in TABLES
            if set(self._files(table, before)) != set(self._files(table, after))
        }

    def _difference(self, table: str) -> Difference:
        """Compares the table before the change, after it and now.

        Files never change, so only those that the change took out or put in are read.
        """
        before, after = self._stored(table, self._target + 1), self._stored(table, self._target)
        held = self._snapshots[0].stored_files(table)
        require_whole([*(set(before) ^ set(after))])
        left = sorted(file.path for file in set(before) - set(after))
        came = sorted(file.path for file in set(after) - set(before))
        with cursor() as sql:
            for name, files in (
                ("before", left),
                ("after", came),
                ("now", [file.path for file in held]),
            ):
                sql.execute(f"CREATE TEMP VIEW {name}_rows AS {identities_sql(files)}")
            sql.execute(_STILL_STANDING)
            incoming = self._as_it_was(sql, table, left)
            gone = sql.sql("SELECT file, feed, row_key FROM standing WHERE file IS NOT NULL")
            gone_rows = gone.to_arrow_table()
            sql.register("incoming", incoming)
            counted = sql.sql(
                "SELECT count(*) FROM incoming SEMI JOIN (FROM standing WHERE file IS NOT NULL) "
                "USING (feed, row_key)"
            ).fetchall()
        return Difference(
            files=held,
            tally=_tally(incoming.num_rows, gone_rows.num_rows, counted[0][0]),
            gone=gone_rows,
            incoming=incoming,
        )

    def _as_it_was(
        self, sql: duckdb.DuckDBPyConnection, table: str, files: Sequence[str]
    ) -> pa.Table:
        """The rows that stood there before, of changes that are not themselves taken back."""
        import pyarrow as pa
        import pyarrow.compute as pc

        sql.execute("CREATE TEMP TABLE sought AS SELECT feed, row_key FROM standing WHERE was")
        found = []
        while True:
            stored = relation_sql(files, arrow_schema(TABLES[table]))
            rows = sql.sql(
                f"FROM ({stored}) SEMI JOIN sought USING (feed, row_key)"
            ).to_arrow_table()
            dead = pc.is_in(rows["upload_id"], pa.array(sorted(self._undone), pa.string()))
            found.append(rows.filter(pc.invert(dead)))
            passed = rows.filter(dead)
            if passed.num_rows == 0:
                return pa.concat_tables(found)
            newest = min(self._place[name] for name in passed["upload_id"].unique().to_pylist())
            files = self._files(table, newest + 1)
            sql.register("passed", passed)
            sql.execute("CREATE OR REPLACE TEMP TABLE sought AS SELECT feed, row_key FROM passed")

    def _stored(self, table: str, index: int) -> list[StoredFile]:
        """The table's files after the change at this place of the history; none before all."""
        return self._snapshots[index].stored_files(table) if index < len(self._snapshots) else []

    def _files(self, table: str, index: int) -> list[str]:
        return [file.path for file in self._stored(table, index)]


# Rows that the change altered and that are still as it left them; `file` is where they stand now,
# `was` whether there was such a row before.
_STILL_STANDING = """
    CREATE TEMP TABLE standing AS
    WITH altered AS (
        SELECT
            feed, row_key, before_rows.upload_id IS NOT NULL AS was,
            after_rows.upload_id, after_rows.row_hash
        FROM before_rows FULL JOIN after_rows USING (feed, row_key)
        WHERE (before_rows.upload_id, before_rows.row_hash)
            IS DISTINCT FROM (after_rows.upload_id, after_rows.row_hash)
    )
    SELECT now_rows.file, altered.feed, altered.row_key, altered.was
    FROM altered LEFT JOIN now_rows USING (feed, row_key)
    WHERE now_rows.upload_id IS NOT DISTINCT FROM altered.upload_id
        AND now_rows.row_hash IS NOT DISTINCT FROM altered.row_hash
"""


def _history(lake: Path) -> list[LedgerRow]:
    return standing(Ledger(lake).rows())


def _change(history: Sequence[LedgerRow], upload_id: str) -> LedgerRow:
    """The row of a change that can be taken back."""
    row = next((row for row in history if row.upload_id == upload_id), None)
    if row is None:
        raise UnknownUpload(
            f"There is no change {upload_id} in this lake, or it was lost when a damaged lake went "
            "back to an earlier snapshot. Nothing was changed. The history lists the changes."
        )
    if upload_id in undone(history):
        raise UnknownUpload(f"{upload_id} is taken back already. Nothing was changed.")
    if row.recovers is not None:
        raise UnknownUpload(
            f"{upload_id} cannot be taken back: what it went back from is damaged. Nothing was "
            "changed."
        )
    if row is history[-1] and row.snapshot != 1:
        raise UnknownUpload(
            f"{upload_id} cannot be taken back: what was there before it is no longer recorded. "
            "Nothing was changed."
        )
    return row


def _row(target: LedgerRow, number: int, who: str, at: datetime) -> LedgerRow:
    return replace(
        target,
        snapshot=number,
        at=utc(at),
        who=who,
        kind="undo",
        upload_id=f"undo-{number}",
        undoes=target.upload_id,
    )


def _all_turned(target: LedgerRow) -> dict[str, Tally]:
    return {name: _turned(tally) for name, tally in target.tallies.items()}


def _turned(tally: Tally) -> Tally:
    """What taking back exactly this does: what came goes, what went comes."""
    back = tally.replaced + tally.removed
    return Tally(rows_read=back, new=tally.removed, replaced=tally.replaced, removed=tally.new)


def _tally(back: int, gone: int, replaced: int) -> Tally:
    return Tally(rows_read=back, new=back - replaced, replaced=replaced, removed=gone - replaced)
