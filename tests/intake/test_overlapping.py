"""Rows that two files of one drop both hold."""

from dataclasses import replace

from arp.intake.overlapping import rows_in_both
from tests.lake.drawn import calls, change


def named(name, words, feed="police-cad"):
    return replace(change(calls(words)), file_name=name, feed=feed)


def test_rows_that_another_file_holds_otherwise_are_counted_by_its_name():
    september = named("Sep.csv", "1:fight 2:noise 3:fall")
    october = named("Oct.csv", "2:fire 3:fall 4:noise")
    assert rows_in_both(october, [september]) == {"Sep.csv": 1}


def test_the_same_rows_twice_and_rows_of_another_feed_are_no_overlap():
    assert rows_in_both(named("a.csv", "1:fight"), [named("b.csv", "1:fight")]) == {}
    assert rows_in_both(named("a.csv", "1:fight"), [named("b.csv", "1:fire", feed="ems")]) == {}
