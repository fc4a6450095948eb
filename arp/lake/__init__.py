"""The only place that touches the disk: snapshots, commit, undo, history."""

from arp.lake.change import Change, LedgerRow, Receipt, Tally
from arp.lake.doctor import Fault
from arp.lake.errors import LakeDamaged, LakeError, LakeFull, LakeNotWritable, UnknownUpload
from arp.lake.lake import Lake
from arp.lake.snapshot import Snapshot
from arp.lake.start import warm
from arp.lake.writer import Progress

__all__ = [
    "Change",
    "Fault",
    "Lake",
    "LakeDamaged",
    "LakeError",
    "LakeFull",
    "LakeNotWritable",
    "LedgerRow",
    "Progress",
    "Receipt",
    "Snapshot",
    "Tally",
    "UnknownUpload",
    "warm",
]
