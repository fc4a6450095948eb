"""A month in which every private cell sings: where a song is heard, something got out."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

SECRET = "Qzxcanary"  # begins every private text; it stands in no other text
UNREADABLE = "Wvkcanary"  # a cell at fault: the one who sent it is shown it, and nobody else
HEADER = ["CAD Event Number", "Initial Call Type", "Received", "Dispatched", "On Scene", "Unit ID"]
PRIVATE = ["Narrative", "Caller Name", "Callback Number", "Incident Address", "Client DOB", "Field"]
ROWS = 30


def rows() -> list[list[str]]:
    """The month: thirty calls, each with a secret in every private column."""
    found = []
    for number in range(ROWS):
        day = f"2026-10-{number % 28 + 1:02}"
        on_scene = f"{UNREADABLE} pending" if number == 3 else f"{day} 14:{number:02}:00"
        private = [
            f"{SECRET} called about her brother, who left the house at night again {number}",
            f"{SECRET}, Jane",
            f"919-555-{number:04} {SECRET}",
            f"{1200 + number} {SECRET} St",
            f"4/12/1985 {SECRET}",
            f"{SECRET}{number}@example.org",
        ]
        times = [f"{day} 13:50:00", f"{day} 13:55:00", on_scene]
        found.append([f"26-{number:05}", "WELFARE CHECK", *times, "CRT1", *private])
    return found


def csv_file() -> bytes:
    import csv

    out = io.StringIO()
    csv.writer(out).writerows([[*HEADER, *PRIVATE], *rows()])
    return out.getvalue().encode()


def xlsx_file() -> bytes:
    """The same as a workbook, with a secret in a comment, its properties and a hidden sheet."""
    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.Workbook()
    book.properties.creator = SECRET
    sheet = book.active
    for row in [[*HEADER, *PRIVATE], *rows()]:
        sheet.append(row)
    sheet["B2"].comment = Comment(f"{SECRET} asked", SECRET)
    hidden = book.create_sheet("Notes")
    hidden.sheet_state = "hidden"
    hidden.append([f"{SECRET} must not be told that we know where she lives and with whom"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def unfinished_file() -> bytes:
    """A file that breaks off within a secret: it is refused."""
    return csv_file() + f'26-99999,"{SECRET} and'.encode()


def heard(texts: Iterable[bytes], song: str = SECRET) -> bool:
    """Whether a song is in any of these, in either encoding and any case."""
    songs = [song.casefold().encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    return any(one in text.lower() for text in texts for one in songs)


def everything_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file, and of every table beside them its cells as text."""
    import pyarrow.parquet as pq

    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found[str(path)] = path.read_bytes() + path.name.encode()
        if path.suffix == ".parquet":
            found[f"{path} read"] = repr(pq.read_table(path).to_pydict()).encode()
    return found
