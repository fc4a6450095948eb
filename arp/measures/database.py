"""A DuckDB in memory, with a limit, and folders of this process for what lies on the disk."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "3GB"  # beyond it DuckDB works from disk: slower, and the server lives


def connect() -> duckdb.DuckDBPyConnection:
    """An empty DuckDB that fetches nothing from anywhere.

    What it writes to disk beyond the limit lies in a folder of its own. Two databases never share
    one: they would overwrite each other's pages.
    """
    import duckdb

    return duckdb.connect(
        config={
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(_own_folder()),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
    )


class Folder:
    """A new folder, at `path`, that is deleted when nobody holds this any longer.

    A server that runs for months would else fill its disk.
    """

    def __init__(self) -> None:
        self.path = _own_folder()
        finalize(self, rmtree, self.path, ignore_errors=True)


def _own_folder() -> Path:
    """A new folder that only this user can read; it is gone when the process ends."""
    return Path(mkdtemp(dir=_folders().name))


@cache
def _folders() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="arp-")
