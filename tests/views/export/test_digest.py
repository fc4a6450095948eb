"""A digest as HTML and text: the same words, nothing computed, nothing fetched."""

import re
from html import unescape

import pytest

from arp.digest.digest import Digest, Line, Part, Tone
from arp.views.colors import DARK, LIGHT, contrast
from arp.views.export.digest import COLORS, WIDTH, as_html, as_text

HOSTILE = '<img src=x onerror=alert(1)> "Ana" & =HYPERLINK("http://x")\u202e\x1b[31m'


def digest(said="Response time (median): 60.0 minutes (n = 210).", **told):
    parts = (
        Part("Signals", "", tuple(Line("Concern", said, tone) for tone in Tone)),
        Part("Data problems", "No data problem was found."),
    )
    blank = {
        "subject": "HEART, Dec 2025: 1 concern",
        "title": "What changed in Dec 2025",
        "lead": "1 concern.",
        "parts": parts,
        "foot": ("Data as of Jan 6, 2026.", "For the department only."),
        "month": "2025-12",
    }
    return Digest(**(blank | told))


def words(html):
    """The words of a page as a reader sees them, head left out."""
    body = html[html.index("<body") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_subject_is_the_title_of_the_page_and_the_first_line_of_the_text():
    assert "<title>HEART, Dec 2025: 1 concern</title>" in as_html(digest())
    assert as_text(digest()).splitlines()[0] == "HEART, Dec 2025: 1 concern"


def test_html_and_text_say_the_same_in_the_same_order():
    said = digest()
    text = " ".join(re.sub(r"^[=-]{3,}$|^\* ", "", as_text(said), flags=re.M).split())
    text = text.removeprefix(said.subject).strip().replace("Concern: ", "Concern ")
    assert words(as_html(said)) == text


@pytest.mark.parametrize("where", ["subject", "title", "lead", "said"])
def test_no_name_is_read_as_html_and_none_drives_a_terminal(where):
    html, text = as_html(digest(**{where: HOSTILE})), as_text(digest(**{where: HOSTILE}))
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert not {"\u202e", "\x1b"} & (set(html) | set(text))


def test_the_page_is_one_file_that_runs_and_fetches_nothing():
    html = as_html(digest())
    for word in ("<script", "<img", "<link", "src=", "href=", "url(", "@import"):
        assert word not in html
    assert len(html.encode()) < 100_000


def test_a_hundred_long_lines_stay_under_the_size_at_which_mail_programs_cut():
    many = (Part("Data problems", "", tuple(Line("Rows", "word " * 40) for _ in range(100))),)
    assert len(as_html(digest(parts=many)).encode()) < 100_000


def test_text_is_wrapped_for_mail_programs():
    long = digest(said="many words of one sentence " * 12)
    assert max(map(len, as_text(long).splitlines())) <= WIDTH


def test_the_meaning_of_a_line_is_a_word_and_its_color_is_read_on_either_ground():
    for name in COLORS.values():
        assert contrast(getattr(LIGHT, name), LIGHT.ground) >= 4.5
        assert contrast(getattr(DARK, name), DARK.ground) >= 4.5
    assert words(as_html(digest())).count("Concern") == len(Tone)


def test_dark_mode_changes_every_color_that_is_set():
    html = as_html(digest())
    style = re.search(r"<style>(.*?)</style>", html).group(1)
    for name in ("text", "quiet", "rule", "ground", "absent"):
        assert getattr(LIGHT, name) in html
        assert getattr(DARK, name) in style
