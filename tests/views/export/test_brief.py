import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from arp.exhibits.exhibit import Section
from arp.views.export.brief import brief
from tests.views.export.drawn_handout import EXHIBITS, page
from tests.views.export.opened_by_office import drawn, pages

AT = datetime(2026, 11, 22, 10, 30, 5, 123_456, tzinfo=UTC)
LONG = "How many of all the calls that an unarmed team may take were taken by one of them? "


def made(of, **told):
    return brief(of, **{"method": "2026-11-22", "made_at": AT, **told})


def words(pdf, folder):
    file = folder / "brief.pdf"
    file.write_bytes(pdf)
    return pages(file)


@pytest.fixture(scope="module")
def usual():
    return made(page(), sample=True, leaving="Rounded to 5.")


def test_it_is_one_page_with_the_answer_the_tiles_and_where_they_are_from(usual, tmp_path):
    (only,) = words(usual, tmp_path)
    for said in (
        "26,863 responses",
        "26.1 min",
        "Jan 2025–Jun 2026",
        "data as of Nov 6, 2026",
        "Method of Nov 22, 2026",
        "made-up sample city",
        "Rounded to 5.",
        "Keep in mind.",
        "What cannot be told",
        "Upload a survey.",
    ):
        assert said in only


def test_two_to_four_charts_are_drawn_with_their_questions(usual, tmp_path):
    (only,) = words(usual, tmp_path)
    assert 2 <= sum(one.question in only for one in EXHIBITS if one.drawing and one.told) <= 4


def test_charts_that_are_named_are_those_drawn(tmp_path):
    (only,) = words(made(page(), charts=("curve", "shares")), tmp_path)
    assert only.index("How much goes to a few") >= 0
    assert "How many eligible calls are handled?" not in only


def test_it_is_tagged_for_screen_readers_in_english_with_words_for_every_chart(usual):
    assert b"/MarkInfo" in usual
    assert re.search(rb"/Lang ?\(en-US\)", usual)
    assert usual.count(b"/S/Figure") >= 2
    assert b"pdfuaid" in usual


@pytest.mark.parametrize("times", [1, 6, 40])
def test_however_much_there_is_to_say_it_is_one_page(times, tmp_path):
    said = [
        replace(one, key=f"{one.key}{at}", question=LONG * times, finding=LONG * times * 2)
        for at in range(3)
        for one in EXHIBITS
    ]
    table = replace(EXHIBITS[7], listed=EXHIBITS[7].listed.sample(60, replace=True))
    of = page((table, *said), answer=LONG * times, proof=LONG * times, tiles=())
    assert len(words(made(of), tmp_path)) == 1


def test_a_page_of_which_nothing_can_be_told_is_one_page_too(tmp_path):
    of = page(tiles=(), sections=(Section((EXHIBITS[-1],)),))
    (only,) = words(made(of), tmp_path)
    assert "Upload a survey." in only


def test_words_are_shown_as_they_are_and_read_as_no_markup(tmp_path):
    (only,) = words(made(page(answer='#panic("no") $x$ *b* <a> @b', proof="= h")), tmp_path)
    assert '#panic("no") $x$ *b* <a> @b' in only


def test_the_same_figures_make_the_same_file(usual):
    assert made(page(), sample=True, leaving="Rounded to 5.") == usual


def test_nothing_reaches_the_edge_of_the_paper(usual, tmp_path):
    file = tmp_path / "brief.pdf"
    file.write_bytes(usual)
    (picture,) = drawn(file, tmp_path)
    width, height = picture.size
    for edge in ((0, 0, 12, height), (width - 12, 0, width, height)):
        assert min(picture.crop(edge).tobytes()) > 240
