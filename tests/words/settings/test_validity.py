"""Settings of one name follow each other in time."""

from datetime import date

from arp.words.settings.validity import UNTIL_FURTHER_NOTICE, last_days

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


def test_each_ends_on_the_day_before_the_next_begins():
    assert last_days([(FEB, None), (None, None), (MAR, None)]) == [
        date(2026, 2, 28),
        date(2026, 1, 31),
        UNTIL_FURTHER_NOTICE,
    ]


def test_an_earlier_end_of_its_own_stays():
    assert last_days([(None, JAN), (MAR, None)]) == [JAN, UNTIL_FURTHER_NOTICE]


def test_two_that_begin_on_one_day_do_not_end_each_other():
    assert last_days([(None, None), (None, None)]) == [UNTIL_FURTHER_NOTICE] * 2
    assert last_days([(JAN, None), (JAN, None), (FEB, None)])[:2] == [date(2026, 1, 31)] * 2
