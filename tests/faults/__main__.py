"""Everything that can go wrong with the disk, at length: `python -m tests.faults`, `make faults`.

Prints its counts at the end. What it finds broken ends it with an assertion that names the case.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import damage, disks, imports, kills, steps

PARTS: dict[str, Callable[[Path], Counter[str]]] = {
    "Imports killed at random moments": lambda folder: kills.run(folder, kills=200),
    "Changes ended at each of their steps": steps.run,
    "Imports onto disks that fill up": lambda folder: disks.full(folder, most=40),
    "A disk that may not be written": disks.read_only,
    "Files damaged": lambda folder: damage.run(folder, most=600),
    "Imports at the same moment": lambda folder: imports.run(folder, rounds=60),
}


def main() -> int:
    """Runs every part; 0 when all of them came out as promised."""
    told: dict[str, Counter[str]] = {}
    for title, part in PARTS.items():
        print(f"{title} …", file=sys.stderr, flush=True)
        began = time.monotonic()
        with TemporaryDirectory() as folder:
            try:
                told[title] = part(Path(folder))
            except disks.CannotMount as why:
                told[title] = Counter({f"left out: {why}": 1})
        print(f"{time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    for title, counts in told.items():
        print(f"{title}: {counts.total():,}")
        for outcome, count in sorted(counts.items()):
            print(f"  {count:>6,}  {outcome}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
