"""Remembered layouts: listed with their versions, mended, forgotten."""

from datetime import UTC, date, datetime

import pytest

from arp.intake.layouts import forgotten, known_layouts, mended
from arp.intake.road import read, understand
from arp.lake.lake import Lake

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
HEADER = "Incident Number,Received,Dispatched,Nature\n"


@pytest.fixture
def lake(tmp_path):
    return Lake(tmp_path / "lake")


def understood(lake, name="calls.csv", header=HEADER, month=10, **answers):
    days = [f"{month}/{day}/2026" for day in range(13, 29)]
    rows = "".join(f"{n}-{month},{day} 13:50,{day} 13:55,Fight\n" for n, day in enumerate(days))
    book = read(name, (header + rows).encode())
    said = {"scope": "all"} | answers
    return understand(book, lake=lake, answers=said, today=date(2026, 11, 3))


def save(lake, change):
    return lake.commit(change, who="Ana", at=AT)


def test_a_layout_is_listed_with_its_columns_and_the_file_that_taught_it(lake):
    assert known_layouts(lake) == []
    save(lake, understood(lake).change)
    (layout,) = known_layouts(lake)
    assert layout.feed == "calls"
    assert layout.columns["Received"] == ("calls.received_at",)
    assert [(v.who, v.file_name, v.at) for v in layout.versions] == [("Ana", "calls.csv", AT)]


def test_the_same_layout_next_month_is_no_new_version(lake):
    save(lake, understood(lake).change)
    save(lake, understood(lake, month=9).change)
    assert [len(layout.versions) for layout in known_layouts(lake)] == [1]


def test_a_mended_layout_reads_the_next_file_otherwise_and_has_one_version_more(lake):
    save(lake, understood(lake).change)
    (layout,) = known_layouts(lake)
    save(lake, mended(lake, layout.name, {"Dispatched": ("calls.received_at",)}, "Ben"))
    (layout,) = known_layouts(lake)
    assert layout.columns["Received"] == ()
    assert layout.columns["Dispatched"] == ("calls.received_at",)
    assert len(layout.versions) == 2
    mapping = understood(lake).mappings[0]
    assert mapping.remembered
    assert mapping.column_of("calls", "received_at").header == "Dispatched"


def test_a_forgotten_layout_is_not_known_and_the_others_are(lake):
    save(lake, understood(lake).change)
    other = "Event Number,Call Received,Sent,Type\n"
    save(lake, understood(lake, "fire.csv", other, feed="fire-cad").change)
    first, second = known_layouts(lake)
    receipt = save(lake, forgotten(lake, first.name))
    assert receipt.tallies["settings"].removed == 1
    assert known_layouts(lake) == [second]
    assert not understood(lake).mappings[0].remembered


def test_the_last_layout_can_be_forgotten_and_the_forgetting_undone(lake):
    save(lake, understood(lake).change)
    (layout,) = known_layouts(lake)
    gone = save(lake, forgotten(lake, layout.name))
    assert known_layouts(lake) == []
    lake.undo(gone.upload_id, who="Ana", at=AT)
    assert [one.columns for one in known_layouts(lake)] == [layout.columns]


def test_a_layout_that_is_not_known_cannot_be_forgotten(lake):
    with pytest.raises(KeyError):
        forgotten(lake, "calls:0")
