"""The lake's secret, with which identifiers of people are hashed before they are stored."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from arp.lake.durable import sync_file, sync_folder
from arp.lake.writer import only_writer, silent

_NAME = "person.key"


def person_key(lake: Path) -> bytes:
    """The same 32 random bytes each time; made on first use, readable by this account only.

    Raises:
        LakeNotWritable: when it is not there yet and the folder may not be written.
    """
    path = lake / _NAME
    if not path.exists():
        with only_writer(lake, silent):
            if not path.exists():  # another process may have made it while this one waited
                _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Writes the key under another name first: a reader finds all of it or nothing."""
    unfinished = path.with_suffix(".unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(32))
    sync_file(unfinished)
    unfinished.replace(path)
    sync_folder(path.parent)
