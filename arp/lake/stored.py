"""A file of a table as the log describes it, and whether it is still as it was written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.lake.errors import ASK_THE_DOCTOR, LakeDamaged

if TYPE_CHECKING:
    from typing_extensions import Buffer


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """One Parquet file of a version, as the log describes it.

    `shared` are the columns in which all rows of the file have one value (of those that
    `TableFolder.alike` names).
    """

    path: str
    size: int
    rows: int
    shared: Mapping[str, Any] = field(default_factory=dict, hash=False, compare=False)

    @property
    def name(self) -> str:
        """The file's name, which is unlike that of any other file."""
        return Path(self.path).name


def digest(content: Buffer) -> str:
    """The first part of a file's name says what the file holds: a flipped byte is found by it."""
    return blake2b(content, digest_size=16).hexdigest()


def seal(files: Iterable[StoredFile]) -> str:
    """One word for a list of files: that of a log which says anything else is another.

    The ledger keeps it for every table, so that a log which still reads but no longer tells the
    truth is found before anything is read by it.
    """
    told = (json.dumps([f.name, f.size, f.rows, dict(f.shared)], sort_keys=True) for f in files)
    return digest("\n".join(sorted(told)).encode())


def file_fault(file: StoredFile) -> str | None:
    """Reads a whole file; says what is wrong with it, or nothing.

    The name of a file begins with the digest of what was written into it, so a single flipped
    byte is found, wherever it is.
    """
    path = Path(file.path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return f"the file {path.name} is missing"
    except OSError:
        return f"the file {path.name} cannot be read"
    if len(content) != file.size:
        return f"the file {path.name} has {len(content):,} bytes instead of {file.size:,}"
    if not is_named_by(path, content):
        return f"the file {path.name} is not as it was written"
    return None


def is_named_by(path: Path, content: Buffer) -> bool:
    """Whether this is what was written into the file of that name."""
    return path.name.startswith(digest(content))


def require_whole(files: Iterable[StoredFile]) -> None:
    """Reads these files before anything is done that rests on them.

    Raises:
        LakeDamaged: when one is not as it was written.
    """
    for file in files:
        fault = file_fault(file)
        if fault is not None:
            raise LakeDamaged(
                f"The lake is damaged: {fault}. Nothing was changed. {ASK_THE_DOCTOR}"
            )
