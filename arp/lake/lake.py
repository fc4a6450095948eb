"""A lake: a folder that holds everything a department has saved, snapshot by snapshot."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from arp.lake import commit as committing
from arp.lake import doctor as looking_after
from arp.lake import recovery as recovering
from arp.lake import undo as undoing
from arp.lake.change import Change, LedgerRow, Receipt
from arp.lake.ledger import Ledger, standing
from arp.lake.moved import Moved, moved
from arp.lake.person_key import person_key
from arp.lake.snapshot import Snapshot
from arp.lake.wholeness import LastWhole, last_whole, reads_whole
from arp.lake.writer import Progress, silent


class Lake:
    """One department's data, or the sample city's; never both.

    The folder is made by the first change that is saved. Readers see only what the newest row of
    the ledger names; one process writes at a time and the others wait.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).absolute()

    def snapshot(self, number: int | None = None) -> Snapshot | None:
        """The newest snapshot, or the one of that number; None when there is none.

        Raises:
            LakeDamaged: when the ledger does not read.
        """
        ledger = Ledger(self.path)
        row = ledger.newest() if number is None else ledger.row(number)
        return None if row is None else Snapshot.of(self.path, row)

    def reads_whole(self, number: int) -> bool:
        """Whether a snapshot that led to the newest can be opened: every file of it reads."""
        newest = self.snapshot()
        led = {row.snapshot for row in standing(self.history())}
        if newest is None or number not in led:
            return False
        earlier = self.snapshot(number)
        return earlier is not None and reads_whole(earlier, newest)

    def history(self) -> list[LedgerRow]:
        """Every change that was closed, newest first."""
        return Ledger(self.path).rows()

    @property
    def exists(self) -> bool:
        """Whether there is a ledger, be it readable or not."""
        return Ledger(self.path).exists

    @property
    def is_sample(self) -> bool:
        """Whether the first change was the made-up city."""
        first = Ledger(self.path).row(1)
        return first is not None and first.kind == "sample"

    def preview(self, change: Change) -> Receipt:
        """What saving the change now would do: its tallies, months and status. Writes nothing."""
        return committing.preview(change, self.snapshot())

    def moved(self, change: Change) -> list[Moved]:
        """Rows that saving the change now would replace though they are of quite another time."""
        snapshot = self.snapshot()
        return [each for table in change.tables for each in moved(change, table, snapshot)]

    def commit(
        self, change: Change, *, who: str, at: datetime, progress: Progress = silent
    ) -> Receipt:
        """Saves the change, all of it or nothing; on return it is on the disk.

        Rows replace those of the same feed and row_key; the same rows again change nothing.

        Raises:
            LakeNotWritable: when the folder may not be written.
            LakeFull: when the disk has no room.
            LakeDamaged: when the lake's own files do not read.
            ValueError: when the change is not what `Change` promises.
        """
        return committing.commit(self.path, change, who=who, at=at, progress=progress)

    def undo(
        self, upload_id: str, *, who: str, at: datetime, progress: Progress = silent
    ) -> Receipt:
        """Takes back one change; later changes stay. It is itself a change in the history.

        The receipt counts rows put back as new or replaced, and rows taken out as removed.

        Raises:
            UnknownUpload: when there is no such change, or it is taken back already.
            LakeNotWritable, LakeFull, LakeDamaged: as `commit`.
        """
        return undoing.undo(self.path, upload_id, who=who, at=at, progress=progress)

    def preview_undo(self, upload_id: str) -> Receipt:
        """What taking back one change now would do, counted as `undo` does. Writes nothing.

        Raises:
            UnknownUpload: when there is no such change, or it is taken back already.
            LakeDamaged: when the lake's own files do not read.
        """
        return undoing.preview(self.path, upload_id)

    def doctor(self) -> list[looking_after.Fault]:
        """Reads every file of the newest snapshot; what is wrong, or nothing when all is well."""
        return looking_after.doctor(self.path)

    def damage(self) -> list[looking_after.Fault]:
        """What the doctor finds that a figure may rest on, so that nothing may be shown."""
        return looking_after.damage(self.path)

    def last_whole(self) -> LastWhole | None:
        """The newest snapshot of which every file reads, and the changes after it; or None."""
        return last_whole(self.path)

    def recover(self, *, who: str, at: datetime, progress: Progress = silent) -> LedgerRow | None:
        """Goes back to the newest snapshot that reads whole; None when nothing is damaged.

        Damaged files are kept aside in the lake's folder; nothing is deleted.

        Raises:
            LakeDamaged: when no snapshot is whole.
            LakeNotWritable, LakeFull: as `commit`.
        """
        return recovering.recover(self.path, who=who, at=at, progress=progress)

    def person_key(self) -> bytes:
        """The lake's secret for hashing identifiers of people: 32 bytes, made on first use."""
        return person_key(self.path)
