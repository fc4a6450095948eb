from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation

from arp.views.export import native, slide_layouts, slide_master, slide_theme
from arp.views.export.native_chart import insert, table
from tests.views.export.drawn_handout import EXHIBITS, exhibit, grouped

NAMED = {one.key: one for one in EXHIBITS}


def chart_of(one):
    presentation = Presentation()
    slide_theme.dress(presentation)
    slide_master.lay_out(presentation)
    slide = presentation.slides.add_slide(slide_master.layout(presentation, slide_layouts.CHART))
    place = next(
        shape
        for shape in slide.placeholders
        if shape.placeholder_format.idx == slide_layouts.CONTENT
    )
    return insert(place, native.plot(one), "Words")


def sheet(chart):
    return openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def test_edit_data_opens_a_sheet_with_the_same_numbers():
    chart = chart_of(NAMED["counts"])
    rows = [[cell.value for cell in row] for row in sheet(chart).iter_rows(min_row=2)]
    assert [row[1] for row in rows] == list(chart.plots[0].series[0].values) == [900, 300]


def test_a_label_that_begins_like_a_formula_is_text_in_the_sheet_and_in_the_chart():
    chart = chart_of(NAMED["counts"])
    cell = sheet(chart)["A2"]
    assert cell.data_type == "s"
    assert str(chart.plots[0].categories[0]).startswith("'=CRT")


@pytest.mark.parametrize("text", ["{=1+1}", "http://evil.example", "=1+1"])
def test_no_name_of_a_series_or_row_is_a_formula_or_a_link(text):
    from arp.views import bar_charts

    rows = grouped("team", (text, 0.5, 90, 0.4, 0.6))
    one = exhibit("x", "Who?", rows, bar_charts.ranges, group="team", unit="share")
    for row in sheet(chart_of(one)).iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert cell.hyperlink is None


def test_what_intervals_reach_stands_in_the_sheet_too():
    plot = native.plot(NAMED["ranges"])
    assert list(table(plot).columns) == ["", "Estimate", "Estimate: above", "Estimate: below"]


def test_months_are_dates_so_that_a_gap_is_as_wide_as_its_months():
    chart = chart_of(NAMED["control"])
    assert sheet(chart)["A2"].is_date
    assert chart._chartSpace.xpath("//c:dateAx")
    assert list(chart.plots[0].series[0].values)[5] is None


def test_colors_are_places_in_the_theme_and_none_is_fixed():
    for key in ("control", "ranges", "lines"):
        chart = chart_of(NAMED[key])
        assert chart._chartSpace.xpath("//a:schemeClr")
        assert not chart._chartSpace.xpath("//a:srgbClr")
