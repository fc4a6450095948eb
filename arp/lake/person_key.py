"""The lake's secret, with which identifiers of people are hashed before they are stored."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from arp.lake.durable import sync_file, sync_folder
from arp.lake.errors import LakeDamaged
from arp.lake.stored import digest
from arp.lake.writer import only_writer, silent

KEY = "person.key"
_LENGTH = 32


def person_key(lake: Path) -> bytes:
    """The same 32 random bytes each time; made on first use, readable by this account only.

    Raises:
        LakeNotWritable: when it is not there yet and the folder may not be written.
        LakeDamaged: when it is not as it was made.
    """
    path = lake / KEY
    if not path.exists():
        with only_writer(lake, silent):
            if not path.exists():  # another process may have made it while this one waited
                _make(path)
    return _key(path.read_bytes())


def require_key(lake: Path) -> None:
    """Looks at the key, if there is one yet.

    Raises:
        LakeDamaged: when it is not as it was made.
    """
    path = lake / KEY
    if path.exists():
        _key(path.read_bytes())


def _key(content: bytes) -> bytes:
    """The key that is followed by its digest; releases before the digest wrote the key alone."""
    key, check = content[:_LENGTH], content[_LENGTH:]
    if len(key) < _LENGTH or check not in (b"", _check(key)):
        raise LakeDamaged(
            f"The file {KEY} is damaged, with which numbers of people are hashed: a file with such "
            f"numbers cannot be saved. Put {KEY} back from a backup."
        )
    return key


def _check(key: bytes) -> bytes:
    return bytes.fromhex(digest(key))


def _make(path: Path) -> None:
    """Writes the key under another name first: a reader finds all of it or nothing."""
    unfinished = path.with_suffix(".unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        key = secrets.token_bytes(_LENGTH)
        file.write(key + _check(key))
    sync_file(unfinished)
    unfinished.replace(path)
    sync_folder(path.parent)
