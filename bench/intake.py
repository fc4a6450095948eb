"""A month and a year of calls, from the bytes of a workbook to a committed snapshot."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.clock import Timing, line, timed

HEADERS = (
    *("Incident Number", "Initial Call Type", "Final Call Type", "Priority"),
    *("Received", "Queued", "Dispatched", "Enroute", "On Scene", "Cleared"),
    *("Beat", "Agency", "Primary Unit", "Disposition"),
)
TYPES = ("WELFARE CHECK", "TRESPASS", "ALARM", "TRAFFIC STOP", "MEDICAL", "NOISE")


def workbook(rows: int) -> bytes:
    """A made-up, seeded CAD export of that many calls and 14 columns."""
    import xlsxwriter

    random.seed(rows)
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Calls")
    clock = book.add_format({"num_format": "m/d/yyyy h:mm:ss"})
    sheet.write_row(0, 0, HEADERS)
    at = datetime(2026, 1, 1)
    for row in range(1, rows + 1):
        at += timedelta(seconds=80)
        sheet.write_row(row, 0, (f"26-{row:07d}", random.choice(TYPES), random.choice(TYPES)))
        sheet.write_number(row, 3, random.randint(1, 5))
        for column in range(6):
            sheet.write_datetime(row, 4 + column, at + timedelta(minutes=4 * column), clock)
        beat, unit = f"B{random.randint(1, 9)}", f"P{random.randint(100, 160)}"
        sheet.write_row(row, 10, (beat, random.choice(("POLICE", "FIRE")), unit, "RTF"))
    book.close()
    return file.getvalue()


def to_snapshot(name: str, data: bytes) -> None:
    """Walk the whole road into a lake of its own."""
    from arp.intake.reading.reader import read
    from arp.intake.road import understand
    from arp.lake.lake import Lake

    folder = Path(tempfile.mkdtemp())
    try:
        lake = Lake(folder)
        understood = understand(read(name, data), lake=lake, today=date(2026, 11, 1))
        if understood.change is None:
            raise SystemExit(f"the bench's own workbook was not understood: {understood}")
        lake.commit(understood.change, who="bench", at=datetime(2026, 11, 1, tzinfo=UTC))
    finally:
        shutil.rmtree(folder)


def with_pandas(data: bytes, engine: str) -> None:
    import pandas as pd

    pd.read_excel(io.BytesIO(data), engine=engine)


def libreoffice(data: bytes) -> Timing | None:
    """Seconds LibreOffice needs to open the workbook, its own start not counted."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("  LibreOffice is not here: that comparison is left out")
        return None
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "month.xlsx", Path(folder) / "empty.csv"
        path.write_bytes(data)
        empty.write_text("a\n")

        def convert(source: Path, into: str) -> None:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                [office, profile, "--headless", "--convert-to", into, "--outdir", folder, source],
                check=True,
                capture_output=True,
            )

        opened = timed(lambda: convert(path, "ods:calc8"))
        start = timed(lambda: convert(empty, "ods:calc8"))
        csv = timed(lambda: convert(path, "csv"))
    fastest = min(opened.seconds, csv.seconds)
    return Timing(fastest - start.seconds, opened.peak_mib)


def main() -> None:
    print("\nFrom workbook to committed snapshot")
    month = workbook(30_000)
    ours = timed(lambda: to_snapshot("month.xlsx", month))
    openpyxl = timed(lambda: with_pandas(month, "openpyxl"), runs=1, warm_up=False)
    line("month, 30,000 × 14: pandas + openpyxl, reading only", openpyxl)
    line("month: whole road", ours, openpyxl, "≤ 0.20")
    office = libreoffice(month)
    if office:
        line("month: LibreOffice opens it", office)
        line("month: whole road", ours, office, "< 1")
    year = workbook(300_000)
    long = timed(lambda: to_snapshot("year.xlsx", year), runs=1, warm_up=False)
    calamine = timed(lambda: with_pandas(year, "calamine"), runs=1, warm_up=False)
    line("year, 300,000 × 14: whole road", long, ours, "about 10; under 2,048 MiB")
    line("year: pandas + calamine, reading only", calamine)
