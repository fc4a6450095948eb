"""Whether an earlier snapshot can be opened beside the newest, which is known to read."""

from pathlib import Path

from arp.lake.lake import Lake
from tests.lake.drawn import calls, save


def test_an_earlier_snapshot_reads_until_a_file_that_only_it_has_is_damaged(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    save(lake, calls("1:fire 2:noise"))
    assert lake.reads_whole(1)
    own = set(lake.snapshot(1).files("calls")) - set(lake.snapshot().files("calls"))
    for path in own:
        Path(path).write_bytes(b"not a table")
    assert own
    assert not lake.reads_whole(1)
    assert lake.reads_whole(2)


def test_a_snapshot_that_is_not_there_does_not_read(tmp_path):
    lake = Lake(tmp_path / "lake")
    assert not lake.reads_whole(1)
    save(lake, calls("1:fight"))
    assert not lake.reads_whole(7)
