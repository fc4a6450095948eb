import pyarrow as pa

from arp.intake.recognition.content import content_of, contents_of, says_nothing
from arp.words.tables import TABLES

CALLS = TABLES["calls"]


def looks(values):
    return content_of(pa.array(values, pa.string()))


def test_dates_fit_a_clock_and_not_a_label_or_a_number():
    content = looks(["10/5/2026 14:05", "10/6/2026 14:05", None])
    assert content.fits(CALLS.field("received_at")) == 1
    assert content.fits(CALLS.field("call_type_initial")) == 0
    assert content.fits(CALLS.field("incident_number")) == 0


def test_serial_numbers_fit_a_clock_nearly_as_well():
    assert looks(["43101.0256", "43102.5"]).fits(CALLS.field("received_at")) > 0.9


def test_dates_without_a_time_fit_a_clock_less():
    bare, timed = looks(["10/5/2026", "10/6/2026"]), looks(["10/5/2026 1:00", "10/6/2026 2:00"])
    clock = CALLS.field("received_at")
    assert bare.fits(clock) < timed.fits(clock)


def test_sentences_are_free_text_and_fit_no_label():
    content = looks([f"Caller number {n} says that the man is back on the porch" for n in range(9)])
    assert content.free_text
    assert content.fits(CALLS.field("call_type_initial")) == 0


def test_an_empty_column_fits_what_its_header_says():
    assert looks([None, "N/A"]).fits(CALLS.field("cleared_at")) > 0.8


def test_words_for_nothing_are_nothing_but_none_is_an_answer():
    cells = pa.array(["N/A", " - ", "null", None, "None", "Not applicable"])
    assert says_nothing(cells).to_pylist() == [True, True, True, True, False, False]


def test_phrases_hardly_two_alike_are_remarks_once_there_are_several():
    phrases = [f"Left with friend {n}" for n in range(12)]
    assert looks(phrases).are_remarks
    assert not looks(phrases[:9]).are_remarks
    assert not looks(phrases + phrases).are_remarks


def test_columns_looked_at_together_are_seen_as_each_is_alone():
    columns = [
        ["10/5/2026 14:05", "13/6/2026", None],
        [None, "N/A"],
        ["WELFARE CHECK", "TRESPASS", "WELFARE CHECK"],
        [],
        ["43101.0256", "00:05.0", "yes", "12:30", "2026-10"],
    ]
    cells = [pa.array(values, pa.string()) for values in columns]
    assert contents_of(cells) == tuple(map(content_of, cells))
    assert [content.distinct for content in contents_of(cells)] == [2, 0, 2, 0, 5]
    assert contents_of([]) == ()
