"""A file that is read while its page goes on, and that can be given up."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from threading import Event, Thread
from time import monotonic

from arp.intake.reading.reader import Canceled, read
from arp.intake.sheet import Workbook
from arp.words.findings import Finding, Refused


class Reading:
    """One file on its way through a child process, begun when this is made."""

    def __init__(self, file_name: str, data: bytes) -> None:
        self._begun = monotonic()
        self._canceled = Event()
        self._future: Future[Workbook] = Future()
        Thread(target=self._read, args=(file_name, data), daemon=True).start()

    @property
    def seconds(self) -> int:
        """Whole seconds since it was begun."""
        return int(monotonic() - self._begun)

    def wait(self, seconds: float) -> bool:
        """Waits so long at most; whether the reading is over."""
        return bool(wait_for([self._future], seconds).done)

    def cancel(self) -> None:
        """Ends the child process soon; of no effect on a file that is read."""
        self._canceled.set()

    def outcome(self) -> Workbook | Finding | None:
        """The workbook, or why it is refused; None where the reading was given up."""
        try:
            return self._future.result()
        except Refused as refusal:
            return refusal.finding
        except Canceled:
            return None

    def _read(self, file_name: str, data: bytes) -> None:
        try:
            self._future.set_result(read(file_name, data, canceled=self._canceled))
        except BaseException as fault:
            self._future.set_exception(fault)  # whoever asks for the outcome gets it
