from dataclasses import replace

import pandas as pd
from pptx import Presentation

from arp.exhibits.handout import Screen
from arp.views.export import slide_layouts, slide_master, slides
from tests.views.export.drawn_handout import EXHIBITS, handout, page

NAMED = {one.key: one for one in EXHIBITS}
TABLE = pd.DataFrame({"Team": ["CRT"], "Needed": ["2 units"]})
WIDE_TABLE = pd.DataFrame({f"Column {at}": ["1"] for at in range(6)})


def made(exhibit, **told):
    presentation = Presentation()
    slide_master.lay_out(presentation)
    whole = handout(**told)
    slides.add(presentation, Screen(exhibit=exhibit, page=page()), whole)
    return list(presentation.slides)


def test_a_small_table_stands_beside_its_chart():
    (slide,) = made(replace(NAMED["counts"], listed=TABLE))
    assert slide.slide_layout.name == slide_layouts.BOTH
    assert [shape.has_table for shape in slide.shapes].count(True) == 1


def test_a_large_table_follows_its_chart_on_a_slide_of_its_own():
    chart, table = made(replace(NAMED["counts"], listed=WIDE_TABLE))
    assert chart.slide_layout.name == slide_layouts.CHART
    assert table.shapes.title.text.endswith("(continued)")


def test_what_cannot_be_told_is_a_slide_of_words():
    (slide,) = made(NAMED["untold"])
    assert slide.slide_layout.name == slide_layouts.WORDS


def test_a_picture_keeps_its_proportions_and_stays_in_its_place():
    (slide,) = made(NAMED["week"])
    shape = next(shape for shape in slide.shapes if hasattr(shape, "image"))
    wide, high = shape.image.size
    assert abs(shape.width / shape.height - wide / high) < 0.02
    left, top, width, height = slide_layouts.box(slide_layouts.CONTENT, slide_layouts.PICTURE)
    assert shape.left >= left * 914_400 - 1
    assert shape.top + shape.height <= (top + height) * 914_400 + 1


def test_no_placeholder_asks_for_words():
    (slide,) = made(NAMED["counts"], sample=False)
    empty = [one for one in slide.placeholders if one.has_text_frame and not one.text_frame.text]
    assert empty == []


def test_long_words_are_smaller():
    (slide,) = made(replace(NAMED["counts"], finding="word " * 120))
    finding = next(
        one for one in slide.placeholders if one.placeholder_format.idx == slide_layouts.FINDING
    )
    assert finding.text_frame.paragraphs[0].font.size.pt < 15
