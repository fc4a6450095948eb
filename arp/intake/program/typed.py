"""A section as somebody typed it into a table, made into the sheet of a program workbook.

So what is typed walks the same road as what is uploaded: the same reading, the same checks.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from arp.intake.reading.cells import text_of
from arp.intake.sheet import Sheet, Workbook
from arp.words.grammar import Table
from arp.words.settings import VALIDITY

Row = Mapping[Hashable, object]  # title → what was typed; missing, None or not a number is blank
_SET_BY, _WHY = (field.title for field in VALIDITY if field.name in ("set_by", "why"))


def typed_workbook(
    section: Table, rows: Sequence[Row], *, held: Sequence[Row], set_by: str, why: str
) -> Workbook:
    """The rows of a section as the only sheet of a program workbook.

    A row that is not among those held is new: it carries who set it now, and why. Rows are
    numbered as they stand under the header, from 1.

    Args:
        section: whose rows they are.
        rows: as they were typed.
        held: as they were before.
        set_by: who typed them.
        why: for what reason.
    """
    import pyarrow as pa

    titles = [field.title for field in (*section.fields, *VALIDITY)]
    before = {_texts(row, titles) for row in held}
    lines: list[tuple[str | None, ...]] = [tuple(titles)]
    for row in rows:
        texts = _texts(row, titles)
        is_new = any(texts) and texts not in before
        lines.append(_texts({**row, _SET_BY: set_by, _WHY: why}, titles) if is_new else texts)
    columns = [pa.array(cells, pa.string()) for cells in zip(*lines, strict=True)]
    names = [str(position) for position in range(len(titles))]
    sheet = Sheet(name=section.title, cells=pa.table(columns, names=names), first_row=0)
    return Workbook(file_name="", sha256="", format="xlsx", size=0, sheets=(sheet,))


def _texts(row: Row, titles: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(_text(row.get(title)) for title in titles)


def _text(value: object) -> str | None:
    """A typed value as a cell's text; a missing number or date is not itself."""
    return text_of(value) if value == value else None
