from datetime import UTC, datetime

import pytest

from arp.exhibits.handout import Screen
from arp.views.export import files
from tests.views.export.drawn_handout import EXHIBITS, page

ABOUT = files.About(
    title="Figures", made_at=datetime(2026, 11, 22, tzinfo=UTC), sample=True, leaving="Rounded."
)
BEGINS = {"pdf": b"%PDF", "pptx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}


@pytest.mark.parametrize("ending", files.OF_PAGES)
def test_pages_are_made_into_every_kind_of_file(ending):
    assert files.OF_PAGES[ending]([page(EXHIBITS[2:4])], ABOUT).startswith(BEGINS[ending])


def test_a_hand_out_holds_every_exhibit_of_every_page():
    made = files.handout([page(EXHIBITS[:2]), page(EXHIBITS[2:3])], ABOUT)
    assert [screen.exhibit.key for screen in made.screens] == ["control", "lines", "shares"]
    assert (made.sample, made.leaving, made.as_of) == (True, "Rounded.", "Nov 6, 2026")


def test_a_picture_says_everything_that_its_foot_says():
    drawn = files.chart("svg", Screen(exhibit=EXHIBITS[2], page=page()), ABOUT).decode()
    for words in (
        "How do contacts end?",
        "Jan 2025",
        "Method of Nov 22, 2026",
        "made-up",
        "Rounded",
    ):
        assert words in drawn
    assert files.chart("png", Screen(exhibit=EXHIBITS[2], page=page()), ABOUT).startswith(
        b"\x89PNG"
    )


def test_an_exhibit_without_a_chart_has_no_picture():
    with pytest.raises(ValueError, match="without a chart"):
        files.chart("svg", Screen(exhibit=EXHIBITS[7], page=page()), ABOUT)
