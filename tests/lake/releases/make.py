"""Writes a small lake with the code as it is: `python -m tests.lake.releases.make FOLDER`.

Run it at each release and keep the folder, named by the day. The data are the made-up workbooks
of data/sample: saved, the settings changed, one file undone and saved again.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from arp.intake.reading.reader import read
from arp.intake.road import understand
from arp.lake import Lake, Receipt
from arp.words.tables import TABLES

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
TODAY, AT = date(2026, 11, 22), datetime(2026, 11, 22, 12, tzinfo=UTC)


def save(lake: Lake, path: Path) -> Receipt:
    """Walks the whole road, taking the first choice of each question."""
    answers: dict[str, str] = {}
    workbook = read(path.name, path.read_bytes())
    while (found := understand(workbook, lake=lake, answers=answers, today=TODAY)).change is None:
        answers |= {ask.key: ask.choices[0].value for ask in found.questions}
    return lake.commit(found.change, who="Ana", at=AT)


def figures(lake: Lake, number: int | None = None) -> dict[str, dict[str, int]]:
    """How many rows of each table and month the lake holds."""
    snapshot = lake.snapshot(number)
    assert snapshot is not None
    counted: dict[str, dict[str, int]] = {}
    for table in TABLES:
        months = snapshot.read(table, ["month"])["month"].value_counts().to_pylist()
        counted[table] = {each["values"]: each["counts"] for each in months}
    return counted


def main(folder: Path) -> None:
    lake = Lake(folder / "lake")
    exports = sorted(SAMPLE.glob("*.xlsx"))
    first, *_ = [save(lake, path) for path in exports]
    lake.undo(str(first.upload_id), who="Ben", at=AT)
    save(lake, exports[0])
    (lake.path / "writer.lock").unlink(missing_ok=True)
    told = {str(row.snapshot): figures(lake, row.snapshot) for row in lake.history()}
    for log in lake.path.rglob("*.json"):  # tables write down where they were made
        log.write_text(log.read_text().replace(folder.resolve().as_uri(), "file://"))
    (folder / "figures.json").write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
