from arp.views.export import native_parts
from tests.views.export.test_native_chart import NAMED, chart_of


def test_a_range_is_read_from_the_cells_beside_its_value():
    chart = chart_of(NAMED["ranges"])
    places = chart._chartSpace.xpath("//c:errBars//c:f")
    assert [place.text for place in places] == ["Sheet1!$C$2:$C$3", "Sheet1!$D$2:$D$3"]


def test_a_change_is_a_rule_from_its_point_down_to_the_axis():
    bars = chart_of(NAMED["control"])._chartSpace
    assert bars.xpath("//c:errBars/c:errBarType/@val") == ["minus"]
    assert bars.xpath("//c:errBars/c:errValType/@val") == ["percentage"]


def test_of_many_months_only_some_are_named():
    chart = chart_of(NAMED["control"])
    assert chart._chartSpace.xpath("//c:dateAx/c:majorUnit/@val") == ["2"]


def test_every_row_of_bars_is_named():
    assert chart_of(NAMED["counts"])._chartSpace.xpath("//c:tickLblSkip/@val") == ["1"]


def test_a_shape_is_described_to_those_who_do_not_see_it():
    from pptx import Presentation

    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    native_parts.describe(slide.shapes.title, "The question")
    assert slide.shapes.title._element.xpath(".//p:cNvPr/@descr") == ["The question"]
