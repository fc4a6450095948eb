"""What makes a row itself: its key, its hash and its month; repeats merged or set aside."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Kind, Table

if TYPE_CHECKING:
    import pyarrow as pa

_PARTED = "\x1f"
_HASH_LENGTH = 32  # hexadecimal digits of SHA-256 that are kept: chance does not meet twice
_ROWS_AT_ONCE = 16_384  # texts of so many rows stay near the processor; all at once takes double


@dataclass(frozen=True, kw_only=True)
class Identified:
    """Rows with one row a key, and what became of the others."""

    rows: pa.Table
    merged: int
    set_aside: int
    findings: tuple[Finding, ...]
    by_content: bool  # whether rows without a number are told apart by what they hold


def identify(rows: pa.Table, table: Table, *, by_content: bool | None = None) -> Identified:
    """The rows with row_key, row_hash and month, each key once.

    Exact repeats are merged. A row without a number where the layout has one is set aside, and so
    is a later row that says something else under the same number. A layout without any number
    tells its rows apart by their content, and so does one that only leans on another table's
    number the rows that have none (contacts without a call). Of some rows of a layout that cannot
    be seen: `by_content` says then what was true of the whole.
    """
    import pyarrow.compute as pc

    rows = rows.append_column("row_hash", row_hashes(rows, table))
    keys, has_numbers = _keys(rows, table)
    if by_content is None:
        by_content = not has_numbers or _leans_on_others(rows, table)
    if by_content:
        keys = pc.coalesce(keys, rows.column("row_hash").combine_chunks())
    rows = rows.append_column("row_key", keys)
    known = rows.filter(rows.column("row_key").is_valid()) if keys.null_count else rows
    nameless = rows.filter(rows.column("row_key").is_null())
    first, later = _first_and_later(known)
    repeats = later.filter(later.column("same"))
    contradicting = later.filter(_not(later.column("same")))
    return Identified(
        rows=first,
        merged=repeats.num_rows,
        set_aside=nameless.num_rows + contradicting.num_rows,
        findings=(
            *_without_number(nameless, table),
            *_contradicting(contradicting),
            *_merged(repeats),
        ),
        by_content=by_content,
    )


def row_hashes(rows: pa.Table, table: Table) -> pa.StringArray:
    """A hash of each row's known values by field name, the same in every process and release.

    Unknown values and fields declared later leave it as it is; where a row stood does too.
    """
    import pyarrow as pa

    hashes = [
        _hashed(_joined(rows.slice(first, _ROWS_AT_ONCE), table))
        for first in range(0, rows.num_rows, _ROWS_AT_ONCE)
    ]
    return pa.concat_arrays([*hashes, pa.nulls(0, pa.string())])


def _joined(rows: pa.Table, table: Table) -> pa.StringArray:
    """What each row's hash is of."""
    import pyarrow as pa
    import pyarrow.compute as pc

    # The name is in every hash; without it Arrow would skip a row of which nothing is known.
    pieces: list[pa.Array | str] = [pa.repeat(table.name, rows.num_rows)]
    for field in table.stored_fields:
        values, named = rows.column(field.name), f"{_PARTED}{field.name}="
        if values.null_count == len(values):
            continue
        text = _as_text(values.combine_chunks())
        if text.null_count:  # joined first, so that a blank is skipped with its name
            pieces.append(pc.binary_join_element_wise(named, text, ""))
        else:
            pieces += [named, text]
    return pc.binary_join_element_wise(*pieces, "", null_handling="skip")


def month_names(rows: pa.Table, table: Table) -> pa.StringArray:
    """The month of each row's first known clock, “2026-10”; null where no clock is known."""
    import pyarrow as pa
    import pyarrow.compute as pc

    clocks = [rows.column(name).combine_chunks() for name in table.clocks]
    if not clocks:
        return pa.nulls(rows.num_rows, pa.string())
    first = pc.coalesce(*clocks)
    return first if pa.types.is_string(first.type) else _spelled(first)


def _spelled(instants: pa.TimestampArray) -> pa.StringArray:
    """The month of each instant as “2026-10”, spelled once for each month."""
    import pyarrow.compute as pc

    floored = pc.floor_temporal(instants, unit="month").dictionary_encode()
    return pc.strftime(floored.dictionary, format="%Y-%m").take(floored.indices)


def _as_text(values: pa.Array) -> pa.StringArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_timestamp(values.type):
        values = pc.divide(pc.cast(values, pa.int64()), 1_000_000)  # seconds since 1970
    return values if pa.types.is_string(values.type) else pc.cast(values, pa.string())


def _as_key(values: pa.Array) -> pa.StringArray:
    """Values as a reader of the key understands them: a time as 2026-10-05 14:05:11."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_timestamp(values.type):
        values = pc.cast(values, pa.timestamp("s"))
    return pc.cast(values, pa.string())


def _hashed(texts: pa.StringArray) -> pa.StringArray:
    """The hash of each text, in order. The processor's own SHA-256 takes half of DuckDB's time."""
    import pyarrow as pa

    known = texts.cast(pa.binary()).to_pylist()
    return pa.array([sha256(text).hexdigest()[:_HASH_LENGTH] for text in known], pa.string())


def _keys(rows: pa.Table, table: Table) -> tuple[pa.Array, bool]:
    """Each row's key (null where it has none), and whether the layout has numbers at all."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = pa.nulls(rows.num_rows, pa.string())
    for names in table.keys:
        values = []
        for name in names:
            text = _as_key(rows.column(name).combine_chunks())
            # How many times a unit was sent may be unknown; the unit is still itself.
            may_be_blank = table.field(name).kind is Kind.WHOLE
            values.append(pc.fill_null(text, "") if may_be_blank else text)
        keys = pc.coalesce(keys, pc.binary_join_element_wise(*values, _PARTED))
    return keys, keys.null_count < len(keys) or rows.num_rows == 0


def _leans_on_others(rows: pa.Table, table: Table) -> bool:
    """Whether the layout lacks the table's own number and has only that of another table."""
    own = table.keys[0]
    return len(own) == 1 and len(table.keys) > 1 and rows.column(own[0]).null_count == len(rows)


def _first_and_later(rows: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The first row of each key; the later ones, with whether they are the `same` as it.

    Later rows also say the first one's number in the sheet, as `first_row`.
    """
    import numpy as np
    import pyarrow as pa

    keys = rows.column("row_key").combine_chunks().dictionary_encode()
    if len(keys.dictionary) == len(keys):
        return rows, _with_first(rows.slice(0, 0), rows.slice(0, 0))
    codes = keys.indices.to_numpy()
    _, first_index = np.unique(codes, return_index=True)
    first_of = first_index[codes]
    is_first = first_of == np.arange(len(codes))
    later = np.flatnonzero(~is_first)
    firsts = rows.take(pa.array(first_of[later]))
    return rows.filter(pa.array(is_first)), _with_first(rows.take(pa.array(later)), firsts)


def _with_first(later: pa.Table, firsts: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    same = pc.equal(later.column("row_hash"), firsts.column("row_hash"))
    return later.append_column("same", same).append_column("first_row", firsts["sheet_row"])


def _not(values: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow.compute as pc

    return pc.invert(values)


def _without_number(rows: pa.Table, table: Table) -> list[Finding]:
    needed = [f for f in map(table.field, table.keys[0]) if f.kind is not Kind.WHOLE]
    return [
        Finding(
            CATALOG["missing_identity"],
            sheet=row["sheet"],
            row=row["sheet_row"],
            column=next(field.title.lower() for field in needed if row[field.name] is None),
        )
        for row in rows.to_pylist()
    ]


def _contradicting(rows: pa.Table) -> list[Finding]:
    return [
        Finding(
            CATALOG["contradicting_repeat"],
            sheet=sheet,
            row=row,
            found=key.replace(_PARTED, " / "),
            other=f"{first:,}",
        )
        for sheet, row, key, first in zip(
            *_places(rows),
            rows.column("row_key").to_pylist(),
            rows.column("first_row").to_pylist(),
            strict=True,
        )
    ]


def _merged(rows: pa.Table) -> list[Finding]:
    counts = rows.group_by("sheet").aggregate([([], "count_all")]).to_pylist()
    return [
        Finding(CATALOG["exact_repeats_merged"], sheet=count["sheet"], n=count["count_all"])
        for count in sorted(counts, key=lambda count: str(count["sheet"]))
    ]


def _places(rows: pa.Table) -> tuple[list[str], list[int]]:
    return rows.column("sheet").to_pylist(), rows.column("sheet_row").to_pylist()
