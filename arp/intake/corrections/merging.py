"""One table of a corrections workbook against its rows as sent: only what was mended comes in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Severity

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.checking.settling import Settled
    from arp.intake.corrections.recognizing import ReturnedSheet

Held = dict[str, str]  # row_key → row_hash, of rows that the lake holds
_PARTED = "\x1f"


@dataclass(frozen=True, kw_only=True)
class Mended:
    """What a corrections workbook does to one table.

    `settled` has only rows that are not as they were sent; its tally counts those that are as
    unchanged. `left_behind` has the row_key and row_hash of rows that were mended into another
    key.
    """

    settled: Settled
    left_behind: pa.Table


def mended(now: Settled, sent: Settled, held: Held, sheets: Collection[ReturnedSheet]) -> Mended:
    """The rows that were mended; a number that another saved row has sets its row aside.

    Args:
        now: the rows as they stand in the workbook.
        sent: the same as they were sent.
        held: what the lake holds of the feed, at least of the keys that are only in `now`.
        sheets: where the rows stand now and stood then.
    """
    was = _identities(sent.rows)
    rows = now.rows.filter(_mask(was.get(k) != h for k, h in _pairs(now.rows)))
    as_sent = now.rows.num_rows - rows.num_rows
    new_to = [k not in was and held.get(k, h) != h for k, h in _pairs(rows)]
    taken, rows = rows.filter(_mask(new_to)), rows.filter(_mask(not each for each in new_to))
    tally = replace(now.tally, unchanged=as_sent, set_aside=now.tally.set_aside + taken.num_rows)
    findings = (*now.findings, *_taken(taken))
    kept = _places_that_came_in(findings, sheets)
    return Mended(
        settled=replace(now, rows=rows, tally=tally, findings=findings),
        left_behind=_left_behind(sent.rows, set(_identities(now.rows)), kept),
    )


def _identities(rows: pa.Table) -> Held:
    return dict(_pairs(rows))


def _pairs(rows: pa.Table) -> list[tuple[str, str]]:
    return list(zip(rows["row_key"].to_pylist(), rows["row_hash"].to_pylist(), strict=True))


def _mask(which: Collection[bool] | object) -> pa.BooleanArray:
    import pyarrow as pa

    return pa.array(which, pa.bool_())


def _taken(rows: pa.Table) -> list[Finding]:
    return [
        Finding(
            CATALOG["number_taken"],
            sheet=row["sheet"],
            row=row["sheet_row"],
            found=" / ".join(filter(None, row["row_key"].split(_PARTED))),
        )
        for row in rows.select(["sheet", "sheet_row", "row_key"]).to_pylist()
    ]


def _places_that_came_in(
    findings: Collection[Finding], sheets: Collection[ReturnedSheet]
) -> set[tuple[str, int]]:
    """Sheet and number in the source of every row that came back and was not set aside."""
    aside = {(f.sheet, f.row) for f in findings if f.kind.severity is Severity.SETS_ROW_ASIDE}
    return {
        (sheet.mapping.sheet, number)
        for sheet in sheets
        for row, number in sheet.places.items()
        if (sheet.mapping.sheet, row) not in aside
    }


def _left_behind(sent: pa.Table, keys: Collection[str], kept: Collection[object]) -> pa.Table:
    """The rows as sent whose row came back under another key.

    A row that was deleted from the workbook did not come back: what is saved of it stays.
    """
    places = zip(sent["sheet"].to_pylist(), sent["sheet_row"].to_pylist(), strict=True)
    gone = [
        key not in keys and place in kept
        for key, place in zip(sent["row_key"].to_pylist(), places, strict=True)
    ]
    return sent.filter(_mask(gone)).select(["row_key", "row_hash"])
