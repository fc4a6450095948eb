"""System impact: what is taken for granted of the hours freed."""

import pytest

from arp.exhibits.pages import exhibit
from arp.exhibits.system import ALL_OF_THEM, share_chosen


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("0.5", 0.5),
        ("0", 0.0),
        ("1.0", 1.0),
        ("", ALL_OF_THEM),
        ("half", ALL_OF_THEM),
        ("1.5", ALL_OF_THEM),
        ("-1", ALL_OF_THEM),
        ("nan", ALL_OF_THEM),
    ],
)
def test_a_share_is_between_none_and_all(asked, share):
    assert share_chosen({"police_share": asked}) == share


def test_the_share_moves_the_estimate_and_not_the_other_figures(look):
    page, all_of_them = exhibit("system", "freed", look)
    half_page, half = exhibit("system", "freed", look, {"police_share": "0.5"})
    assert all_of_them.finding != half.finding
    assert page.answer == half_page.answer
