"""The cells of a workbook, read on a second core while the file is looked over.

Imports next to nothing: the reading begins before the rest of the reader is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa
    from fastexcel import ExcelReader

    Load = Callable[[str], pa.RecordBatch]  # a sheet's cells by its name

ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # how a file begins that is a zip


def begun(data: bytes) -> Load:
    """The cells of every sheet by its name, read from now on.

    A reader that fails does so when a sheet is asked for.
    """
    from concurrent.futures import ThreadPoolExecutor

    hand = ThreadPoolExecutor(max_workers=1)
    reader = hand.submit(reader_of, data)
    sheets = hand.submit(
        lambda: {
            name: hand.submit(cells, reader.result(), name) for name in reader.result().sheet_names
        }
    )
    return lambda name: sheets.result()[name].result()


def reader_of(data: bytes) -> ExcelReader:
    """The fast reader of an .xlsx workbook."""
    import fastexcel

    return fastexcel.read_excel(data)


def cells(reader: ExcelReader, name: str) -> pa.RecordBatch:
    """One sheet's cells as text, from its first cell to its last."""
    return reader.load_sheet_eager(name, header_row=None, dtypes="string")
