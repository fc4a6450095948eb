"""Reading: a file's bytes to a workbook of text cells, in a child process that may die of it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from threading import BoundedSemaphore, Event, Thread

from arp.intake.reading import child, gate, parcel
from arp.intake.reading.limits import check_file_size
from arp.intake.reading.memory import resident_bytes
from arp.intake.sheet import Workbook
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

MOST_SECONDS = 120
_GLANCE_SECONDS = 0.2  # between two looks at the child's memory
_AT_ONCE = BoundedSemaphore(2)  # children: ten killers at once would take ten times the memory


class Canceled(Exception):
    """The user no longer wants the file; its child process is ended and nothing is left of it."""


def read(file_name: str, data: bytes, *, canceled: Event | None = None) -> Workbook:
    """The file as a workbook of text cells, whatever its name says it is.

    Sheets without any content and charts are left out; hidden sheets are not.

    Raises:
        Refused: with one finding that says what is wrong, where and what to do.
        Canceled: soon after `canceled` was set by another thread.
    """
    check_file_size(len(data))
    with _AT_ONCE:
        made = _through_child(data, canceled or Event())
    try:
        format, sheets, findings = parcel.unpack(made)
    except ValueError:  # the child broke off in the middle
        raise Refused(Finding(CATALOG["unreadable"])) from None
    return Workbook(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format,
        size=len(data),
        sheets=sheets,
        findings=gate.notes_on_name(file_name, format) + findings,
    )


def _through_child(data: bytes, canceled: Event, *, careful: bool = False) -> bytes:
    """The parcel that a child process makes of the bytes.

    A child that gave up or died may have read what a look beforehand refuses: another one looks
    first, so that the user hears the reason.

    Raises:
        Refused: when the child gives up, takes too long or too much memory, or dies.
        Canceled: when nobody waits for it any more.
    """
    if canceled.is_set():
        raise Canceled
    process = subprocess.Popen(
        [sys.executable, "-I", child.__file__, *([child.CAREFUL] if careful else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a reader's complaint may quote a cell
        env=os.environ | {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2"},
    )
    done = Event()
    Thread(target=_watch, args=(process, done, canceled), daemon=True).start()
    too_long = False
    try:
        made, _ = process.communicate(data, timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        too_long = True
        process.kill()
        process.communicate()
    finally:
        done.set()
        process.kill()  # of no effect on a child that has ended
    if process.returncode == 0:
        return made
    if canceled.is_set() or not (careful or too_long):
        return _through_child(data, canceled, careful=True)
    gave_up = process.returncode == child.UNREADABLE
    raise Refused(Finding(CATALOG["damaged_file" if gave_up else "unreadable"]))


def _watch(process: subprocess.Popen[bytes], done: Event, canceled: Event) -> None:
    """Ends a child that nobody waits for, or that outgrows its memory where the system lets it."""
    while not done.wait(_GLANCE_SECONDS):
        if canceled.is_set() or resident_bytes(process.pid) > child.MOST_MEMORY:
            process.kill()
            return
