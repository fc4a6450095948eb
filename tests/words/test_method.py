"""The method's history: in order, naming real indicators, and as new as what is shown."""

from arp import METHOD_DATE
from arp.measures.registry import INDICATORS
from arp.words.method import METHOD_CHANGES, last_change


def test_the_date_of_the_method_is_that_of_its_last_change():
    days = [change.on for change in METHOD_CHANGES]
    assert days == sorted(days)
    assert f"{days[-1]}" == METHOD_DATE


def test_every_change_says_what_changed_and_names_only_indicators():
    for change in METHOD_CHANGES:
        assert change.what.endswith(".")
        assert set(change.keys) <= set(INDICATORS)


def test_every_indicator_has_a_last_change():
    assert all(last_change(key).on for key in INDICATORS)
