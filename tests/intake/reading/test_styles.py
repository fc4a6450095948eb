"""Which cell styles show a date, and which show zeros that are not there."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from arp.intake.reading.styles import Styles
from tests.intake.ugly import MAIN


def styles_of(code: str, *, built_in: int = 0) -> Styles:
    """Two styles: the first shows numbers as they are, the second as the format says."""
    formats = "" if built_in else f'<numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
    used = built_in or 170
    return Styles.of(
        ElementTree.fromstring(
            f'<styleSheet {MAIN}>{formats}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{used}"/></cellXfs></styleSheet>'
        )
    )


@pytest.mark.parametrize(
    ("code", "dates", "padded"),
    [
        ("m/d/yyyy h:mm", {1}, set()),
        ("[h]:mm:ss", {1}, set()),
        ("[$-409]d-mmm", {1}, set()),
        ("0000000", set(), {1}),
        ("00000;-00000", set(), {1}),
        ("0", set(), set()),
        ("0.00", set(), set()),
        ("#,##0", set(), set()),
        ("General", set(), set()),
        ("[Red]0.0", set(), set()),
        ("0 &quot;days&quot;", set(), set()),
    ],
)
def test_a_format_says_what_its_numbers_look_like(
    code: str, dates: set[int], padded: set[int]
) -> None:
    styles = styles_of(code)

    assert (styles.dates, styles.padded) == (dates, padded)


@pytest.mark.parametrize(("number", "dates"), [(14, {1}), (22, {1}), (9, set()), (49, set())])
def test_formats_that_are_built_in_are_known_by_number(number: int, dates: set[int]) -> None:
    assert styles_of("", built_in=number).dates == dates
