import hmac

import pyarrow as pa
import pytest

from arp.intake.checking.values import Reader, read_number, read_time_of_day, several
from arp.words.tables import TABLES


def read(name, cells, reader=None):
    table, _, field = name.partition(".")
    reader = reader or Reader()
    reading = reader.read(TABLES[table].field(field), pa.array(cells, pa.string()))
    return reading.values.to_pylist(), reading.unread.to_pylist()


def test_identifiers_come_back_byte_for_byte():
    ids = ["0025000", "12345678901234567890", " 7", "é-1", None]
    assert read("calls.incident_number", ids) == (ids, [False] * 5)


def test_labels_keep_their_own_text_but_for_the_ends():
    values, _ = read("calls.call_type_initial", [" Client declined  to engage ", "NA"])
    assert values == ["Client declined  to engage", None]


def test_words_are_read_by_their_spellings_and_unknown_ones_are_unread():
    values, unread = read("encounters.contact_result", ["UTL", "refused ", "Weird", None, "N/A"])
    assert values == ["no contact", "declined", None, None, None]
    assert unread == [False, False, True, False, False]


def test_several_words_are_stored_in_declared_order():
    values, _ = read("calls.hazard_flags", ["Violent; WPN", "medical", "blue"])
    assert values == ["weapon; violence", "medical", None]


def test_a_blank_flag_is_unknown_and_never_no():
    values, unread = read("encounters.felt_safe", ["Y", "no", "1", None, "-", "maybe"])
    assert values == [True, False, True, None, None, None]
    assert unread == [False, False, False, False, False, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,204", 1204), ("58%", 0.58), ("$3.50", 3.5), ("12 min", None), ("—", None), ("inf", None)],
)
def test_numbers_are_read_and_what_is_none_is_not(text, number):
    assert read_number(text) == (None if number is None else pytest.approx(number))


def test_a_broken_number_is_no_whole_one():
    assert read("unit_responses.sequence", ["2", "2.0", "2.5"])[0] == [2, 2, None]


def test_months_are_read_however_they_are_written():
    values, _ = read(
        "figures.month", ["2026-10", "Oct 2026", "October 2026", "2026-10-01 00:00:00"]
    )
    assert values == ["2026-10"] * 4


def test_a_persons_number_is_stored_as_a_keyed_hash_or_not_at_all():
    hashed = hmac.new(b"key", b"C9", "sha256").hexdigest()
    assert read("encounters.person_key", ["C9 ", None], Reader(person_key=b"key"))[0] == [
        hashed,
        None,
    ]
    assert read("encounters.person_key", ["C9"])[0] == [None]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("7:00", "07:00"),
        ("07:00:00", "07:00"),
        ("7 AM", "07:00"),
        ("12 am", "00:00"),
        ("12:30 p.m.", "12:30"),
        ("24:00", "00:00"),
        ("23:59", "23:59"),
        ("24:01", None),
        ("7:60", None),
        ("13 PM", None),
        ("07:00:30", None),
        ("dawn", None),
        ("0.25", None),
    ],
)
def test_a_time_of_day_is_read_to_the_minute(written, time):
    assert read_time_of_day(written) == time


def test_several_words_are_parted_by_what_parts_them_and_blank_parts_are_none():
    assert several("Mon; Tue,Wed | Thu;") == ["Mon", "Tue", "Wed", "Thu"]
