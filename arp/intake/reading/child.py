"""The throw-away process that opens a file: bytes on its input, a parcel on its output.

Run by path and isolated, so that only the reader is imported. Whatever a hostile file does to
it, memory or time run out here and not in the server.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Bytes. A year of 300,000 rows × 14 columns takes 0.4 GiB, one of nothing but different texts
# 1 GiB; what is left of 2 GiB is for the parent. What kills a reader asks for far more.
MOST_MEMORY = 1536 << 20
MOST_CPU_SECONDS = 60
UNREADABLE, TOO_HEAVY = 3, 4  # exit statuses: the reader gave up on the file, or on its size
CAREFUL = "--careful"  # look the file over before reading it, not meanwhile


class _PyarrowAlone:
    """Pyarrow loads pandas and NumPy where they are installed: 0.4 s and 0.1 s for nothing."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name in ("pandas", "numpy"):
            raise ImportError(name)


def main() -> int:
    """Reads one file from standard input; 0 when a parcel was written."""
    _limit()
    sys.meta_path.insert(0, _PyarrowAlone)
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    try:
        _read(sys.stdin.buffer.read())
    except MemoryError:
        return TOO_HEAVY
    except BaseException:  # a reader's panic is no Exception, and its text may quote a cell
        return UNREADABLE
    return 0


def _read(data: bytes) -> None:
    """Writes what the file holds, or why it is refused."""
    from arp.intake.reading import ahead

    ready = data.startswith(ahead.ZIP) and CAREFUL not in sys.argv
    load = ahead.begun(data) if ready else None
    # Loaded only now: the cells are read meanwhile.
    from arp.intake.reading import opening, parcel
    from arp.words.findings import Refused

    out = sys.stdout.buffer
    try:
        opened = opening.opened(data, load)
    except Refused as refused:
        parcel.pack_refusal(out, refused.finding)
    else:
        parcel.pack(out, *opened)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits: there the parent alone watches
        return
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS refuses some: there the parent watches too
            continue


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # a refusal does not wait for a reader that is still at it
