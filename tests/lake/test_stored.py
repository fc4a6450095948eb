"""A list of files has one seal; any other list, order aside, has another."""

from dataclasses import replace

import pytest

from arp.lake.stored import StoredFile, seal

FILE = StoredFile(path="/lake/calls/a.parquet", size=7, rows=2, shared={"month": "2026-10"})
OTHER = replace(FILE, path="/lake/calls/b.parquet")


def test_neither_the_order_nor_the_place_of_the_lake_counts() -> None:
    moved = replace(FILE, path="/elsewhere/calls/a.parquet")
    assert seal([FILE, OTHER]) == seal([OTHER, moved])


@pytest.mark.parametrize(
    "told",
    [
        [],
        [FILE, OTHER],
        [OTHER],
        [replace(FILE, size=8)],
        [replace(FILE, rows=3)],
        [replace(FILE, shared={"month": "2026-11"})],
        [replace(FILE, shared={})],
    ],
)
def test_whatever_else_a_log_says_is_noticed(told: list[StoredFile]) -> None:
    assert seal(told) != seal([FILE])
