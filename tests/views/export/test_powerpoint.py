from io import BytesIO

import pytest
from pptx import Presentation

from arp.views.export import native, provenance
from arp.views.export.powerpoint import powerpoint
from tests.views.export.drawn_handout import COMMITMENTS, EXHIBITS, handout
from tests.views.export.opened_by_office import as_pdf, drawn, pages


@pytest.fixture(scope="module")
def made():
    return powerpoint(handout(commitments=COMMITMENTS, sample=True, leaving="Rounded to 5."))


@pytest.fixture(scope="module")
def slides(made):
    return list(Presentation(BytesIO(made)).slides)


@pytest.fixture(scope="module")
def printed(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("deck")
    file = folder / "deck.pptx"
    file.write_bytes(made)
    return as_pdf(file, folder)


def charts(slides):
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def said(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_cover_and_what_was_promised_stand_before_a_slide_a_screen(slides):
    assert len(slides) == 2 + len(EXHIBITS)
    assert slides[0].shapes.title.text == "November review"
    assert "Rounded to 5." in said(slides[0])
    assert slides[1].shapes.title.text == "What did we promise?"
    titles = [slide.shapes.title.text for slide in slides[2:]]
    assert titles == [one.question for one in EXHIBITS]


def test_without_commitments_there_is_no_slide_of_them():
    alone = Presentation(BytesIO(powerpoint(handout(EXHIBITS[2:3]))))
    assert len(alone.slides) == 2


def test_it_is_wide_and_of_nobody():
    book = Presentation(BytesIO(powerpoint(handout(EXHIBITS[:1]))))
    assert book.slide_width / book.slide_height == pytest.approx(16 / 9, rel=0.001)
    assert book.core_properties.author == ""
    assert book.core_properties.title == "November review"


def test_every_chart_that_powerpoint_can_draw_is_its_own(slides):
    native_ones = [one for one in EXHIBITS if native.plot(one) is not None]
    assert len(charts(slides)) == len(native_ones) == 5


def test_the_others_are_pictures_and_every_one_is_described(slides):
    shown = [shape for slide in slides[2:] for shape in slide.shapes]
    pictures = [shape for shape in shown if "Picture" in shape.name]
    assert len(pictures) == 2
    for shape in [*pictures, *(shape for shape in shown if shape.has_chart)]:
        assert "What " in shape._element.xpath(".//p:cNvPr/@descr")[0]


def test_the_numbers_behind_a_chart_are_the_readings_own(slides):
    of_kinds = next(one for one in EXHIBITS if one.key == "ranges")
    chart = charts(slides)[4]
    assert list(chart.plots[0].series[0].values) == of_kinds.readings["value"].tolist()


def test_every_slide_of_a_screen_says_of_what_of_when_and_that_it_is_a_sample(slides):
    for slide in slides[2:]:
        for words in ("Jan 2025–Jun 2026", "data as of Nov 6, 2026", "Method of Nov 22, 2026"):
            assert words in said(slide)
        assert provenance.SAMPLE in said(slide)


def test_notes_hold_what_the_presenter_wrote_and_the_definitions(slides):
    notes = slides[2].notes_slide.notes_text_frame.text
    assert notes.startswith("Say control.")
    indicator = next(iter(provenance.indicators(handout().screens[0]).values()))
    assert indicator.words in notes


def test_opened_in_libreoffice_it_has_as_many_pages_as_slides_and_every_question(printed, slides):
    found = pages(printed)
    assert len(found) == len(slides)
    for slide, page in zip(slides, found, strict=True):
        assert " ".join(slide.shapes.title.text.split()) in page


def test_opened_in_libreoffice_charts_show_names_and_numbers(printed):
    found = " ".join(pages(printed))
    for words in ("target 60%", "nine in ten: 31.0 min", "engaged · 132", "66.0%", "A second team"):
        assert words in found


def test_opened_in_libreoffice_no_page_is_blank(printed, tmp_path):
    for page in drawn(printed, tmp_path):
        assert len(set(page.tobytes())) > 10
