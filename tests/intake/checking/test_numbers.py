import pytest

from arp.intake.checking.numbers import read_number, read_span


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,204", 1204),
        ("58%", 0.58),
        ("$12.50", 12.5),
        ("12 min", None),
        ("—", None),
        ("nan", None),
    ],
)
def test_a_number_is_read_alone(written, meant):
    assert read_number(written) == meant


@pytest.mark.parametrize(
    ("written", "unit", "seconds"),
    [
        ("12", "minutes", 720),
        ("0.5", "hours", 1800),
        ("0:12:30", "minutes", 750),
        ("-0:05:00", "", -300),
        ("12:30", "mm:ss", 750),
        ("12:30", "h:mm", 45_000),
        ("12:30", "minutes", None),  # nobody has said which
        ("12", "", None),
        ("soon", "minutes", None),
    ],
)
def test_a_span_is_read_in_its_unit(written, unit, seconds):
    assert read_span(written, unit) == seconds
