"""What a lake holds, counted by table, feed and month; and when it first came."""

from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa

from arp.lake import Lake
from arp.lake.held import arrived, held
from tests.lake.drawn import AT, FEED, call, calls, change, rows, save, undo


def test_rows_are_counted_by_feed_and_month_with_their_first_and_last_day(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    drawn = [
        call("1:fight", "2026-10") | {"received_at": datetime(2026, 10, 3, 23, 59)},
        call("2:fight", "2026-10") | {"queued_at": datetime(2026, 10, 12, 0, 1)},
        call("3:fall", "2026-11") | {"received_at": datetime(2026, 11, 1)},
        call("4:fall", "undated"),
    ]
    save(lake, pa.concat_tables([rows("calls", each) for each in drawn]))
    snapshot = lake.snapshot()
    assert snapshot is not None
    counted = held(snapshot)
    for end in ("first", "last"):
        counted[end] = counted[end].dt.strftime("%b %d").fillna("")
    assert counted[["table", "month", "rows", "first", "last"]].to_numpy().tolist() == [
        ["calls", "2026-10", 2, "Oct 03", "Oct 12"],
        ["calls", "2026-11", 1, "Nov 01", "Nov 01"],
        ["calls", "undated", 1, "", ""],
    ]


def test_a_month_arrives_with_the_first_upload_that_stands_but_for_a_feeds_past(
    tmp_path: Path,
) -> None:
    lake = Lake(tmp_path / "lake")
    days = iter(range(9))

    def saved(words: str, month: str) -> object:
        at = AT + timedelta(days=next(days))
        return lake.commit(change(calls(words, month)), who="Ana", at=at)

    saved("1:fight", "2026-07")
    taken_back = saved("2:fight", "2026-08")
    saved("3:fight", "2026-08")
    saved("4:fight", "2026-08")
    saved("5:fight", "2026-07")
    undo(lake, taken_back)
    assert arrived(lake.history()) == {(FEED, "2026-08"): AT + timedelta(days=2)}
