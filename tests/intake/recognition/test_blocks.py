"""A place is kept as a block or not at all; addresses only where the feed's setting says so."""

from datetime import UTC, date, datetime

import pytest

from arp.intake.recognition.remembered import Setting, settings_rows
from arp.intake.road import read, understand
from arp.lake.change import Change
from arp.lake.lake import Lake

TODAY = date(2026, 11, 22)
HEADER = "Call number,Call type,Received"
ADDRESSES = ["1204 N Roxboro St", "12 Elm St Apt 4", "9TH ST & MAIN ST", "Jane Doe's house"] * 3
KEPT = {"1200 block of N Roxboro St", "0 block of Elm St", "9TH ST & MAIN ST", None}


def month(header, places):
    lines = [f"{HEADER},{header}"]
    for number, place in enumerate(places):
        lines.append(f"26-{number:04},Welfare check,2026-10-{number + 1:02} 14:00,{place}")
    return read("cad.csv", "\n".join(lines).encode())


@pytest.fixture
def by_block(tmp_path):
    """A lake whose feed “cad” keeps addresses by their block."""
    setting = Setting(section="feeds", value={"feed": "cad", "by_block": True}, why="a test")
    lake = Lake(tmp_path / "lake")
    rows = settings_rows([setting])
    change = Change(kind="settings", feed="settings", tables={"settings": rows})
    lake.commit(change, who="a test", at=datetime(2026, 11, 1, tzinfo=UTC))
    return lake


def understood(book, lake=None, **answers):
    return understand(book, lake=lake, answers=answers, today=TODAY)


def places(found):
    return set(found.change.tables["calls"].column("place").to_pylist())


def kinds(found):
    return {finding.kind.key: finding for finding in found.findings}


@pytest.mark.parametrize("header", ["Address", "Incident location", "Block address"])
def test_exact_addresses_are_left_out_by_default(header):
    exact = [f"{number * 7 + 1201} Elm St" for number in range(12)]
    found = understood(month(header, exact))
    assert places(found) == {None}
    assert kinds(found)["personal_column_left_out"].found == "exact addresses"


def test_the_setting_of_a_feed_keeps_them_by_block_and_says_so(by_block):
    found = understood(month("Address", ADDRESSES), by_block)
    assert places(found) == KEPT
    told = kinds(found)
    assert "personal_column_left_out" not in told
    assert (told["address_by_block"].n, told["place_not_kept"].n) == (6, 3)


def test_the_column_shows_no_house_number_in_its_first_values(by_block):
    found = understood(month("Address", ADDRESSES), by_block)
    column = found.mappings[0].column_of("calls", "place")
    assert column.samples[:2] == ("1200 block of N Roxboro St", "0 block of Elm St")


@pytest.mark.parametrize("header", ["Home address", "Caller address", "Client address"])
def test_where_a_person_lives_is_left_out_whatever_the_setting(by_block, header):
    assert places(understood(month(header, ADDRESSES), by_block)) == {None}


def test_the_setting_is_that_of_one_feed(by_block):
    found = understood(month("Address", ADDRESSES), by_block, feed="ems")
    assert places(found) == {None}


def test_a_few_exact_addresses_among_blocks_are_rounded_without_any_setting():
    blocks = [f"{number}00 block of Elm St" for number in range(1, 10)]
    found = understood(month("Block address", [*blocks, "City park", "Pier 3", "1204 Oak Ave"]))
    assert places(found) == {*blocks, "City park", "Pier 3", "1200 block of Oak Ave"}
    assert kinds(found)["address_by_block"].n == 1


def test_a_column_of_addresses_that_is_told_to_be_the_place_is_not_kept_exactly():
    mixed = ["100 block of Elm St"] * 8 + ["1204 Oak Ave", "Jane Doe's house"]
    found = understood(month("Address", mixed), **{"column:Address": "calls.place"})
    assert places(found) == {"100 block of Elm St", "1200 block of Oak Ave", None}


def test_next_month_the_layout_is_known_and_the_block_is_kept_again(by_block):
    first = understood(month("Address", ADDRESSES), by_block)
    by_block.commit(first.change, who="a test", at=datetime(2026, 11, 2, tzinfo=UTC))
    again = understood(month("Address", ADDRESSES), by_block)
    assert again.mappings[0].remembered
    assert places(again) == KEPT
