"""The DuckDB that holds the facts: in memory while they are few, in a file of its own beyond."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "3GB"  # beyond it DuckDB works from disk: slower, and the server lives
NOT_PACKED_BY = "fsst,dict_fsst"  # on incident numbers it costs more than it saves (ADR 22)
MANY = 5_000_000  # calls and units: facts in memory take some 0.8 KB each, in a file a seventh


def connect(size: int = 0) -> duckdb.DuckDBPyConnection:
    """An empty DuckDB that fetches nothing from anywhere; `size` is how many rows it is made for.

    What it writes to disk lies in a folder of its own that only this user can read, and is gone
    when the process ends. Two databases never share one: they would overwrite each other's pages.
    """
    import duckdb

    folder = Path(mkdtemp(dir=_folders().name))
    return duckdb.connect(
        folder / "facts.duckdb" if size > MANY else ":memory:",
        config={
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(folder),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
            "disabled_compression_methods": NOT_PACKED_BY,
        },
    )


@cache
def _folders() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="arp-")
