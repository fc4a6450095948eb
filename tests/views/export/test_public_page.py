import re
from html.parser import HTMLParser

import pytest

from arp.measures.aggregates import FIGURES
from arp.views import charts
from arp.views.export.public_page import public_page
from tests.views.export.drawn_handout import CANARY, EXHIBITS, exhibit, grouped, page
from tests.views.export.hostile import MARKDOWN

RULE = "Counts about people are rounded to 5."


def made(*pages, **told):
    said = {"title": "Our program in figures", "method": "2026-11-22", "rule": RULE, "sample": True}
    return public_page(pages or (page(),), **{**said, **told})


@pytest.fixture(scope="module")
def html():
    return made()


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def test_it_says_of_what_of_when_by_which_method_and_how_people_are_protected(html):
    for words in (
        "Jan 2025–Jun 2026",
        "data as of Nov 6, 2026",
        "Method of Nov 22, 2026",
        RULE,
        "made-up sample city",
        "1,204 of 2,262",
        "Upload a survey.",
    ):
        assert words in html


def test_every_chart_is_a_picture_with_words_and_has_its_table(html):
    drawn = [one for one in EXHIBITS if one.drawing is not None and one.told]
    tags = Tags(html).found
    labels = [told["aria-label"] for tag, told in tags if tag == "svg"]
    assert labels == [f"{one.question} {one.finding}" for one in drawn]
    assert all(told["role"] == "img" for tag, told in tags if tag == "svg")
    assert sum(tag == "table" for tag, _ in tags) >= len(drawn)


def test_every_indicator_that_is_shown_is_defined(html):
    from arp.measures.registry import INDICATORS

    of = page()
    keys = {key for one in of.exhibits for key in one.readings["indicator"]} | set(of.tiles)
    definitions = html[html.index('id="definitions"') :]
    for key in keys & set(INDICATORS):
        assert f"<dt>{INDICATORS[key].name}</dt>" in definitions


def test_it_asks_nothing_of_any_network_and_runs_nothing(html):
    tags = Tags(html).found
    assert not {"script", "link", "iframe", "img"} & {tag for tag, _ in tags}
    for tag, told in tags:
        for name in ("src", "href", "xlink:href", "action"):
            assert (told.get(name) or "#").startswith("#"), (tag, told)
    assert not re.search(r"url\((?!data:|#)", html)
    assert "@import" not in html


def test_headings_are_in_order_and_ids_are_named_once(html):
    tags = Tags(html).found
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    ids = [told["id"] for _, told in tags if "id" in told]
    assert len(ids) == len(set(ids))


def test_it_is_english_has_a_skip_link_and_both_grounds(html):
    assert '<html lang="en">' in html
    assert 'class="skip" href="#main"' in html
    assert "prefers-color-scheme:dark" in html
    assert "@media print" in html


def test_a_figure_that_is_withheld_is_nowhere_in_it():
    rows = grouped("team", ("CRT", 0.5, 90, 0.4, 0.6), ("CoR", None, 40))
    withheld = rows["status"] == "withheld"
    for at, column in enumerate(FIGURES):
        rows.loc[withheld, column] = float(CANARY + at)
    one = exhibit("shares", "How do they end?", rows, charts.shares, group="team")
    html = made(page((one,)))
    assert "Withheld to protect people." in html
    for at in range(len(FIGURES)):
        for printed in (f"{CANARY + at}", f"{CANARY + at:,}", f"{(CANARY + at) * 100:,}"):
            assert printed not in html


def test_words_are_shown_as_they_are_and_do_nothing():
    words = "".join(MARKDOWN) + "</style></svg>\\1"
    rows = grouped("team", (words, 0.5, 90, 0.4, 0.6))
    one = exhibit(words, words, rows, charts.shares, group="team")
    usual, hostile = made(page(EXHIBITS[2:3])), made(page((one,), answer=words), title=words)
    tags = [{tag for tag, _ in Tags(html).found} for html in (usual, hostile)]
    assert tags[1] <= tags[0]
    assert hostile.count("</svg>") == 1 and hostile.count("</style>") == 1
    assert not any(name.startswith("on") for _, told in Tags(hostile).found for name in told)


def test_it_is_small(html):
    assert len(html.encode()) < 2_000_000
