import pytest
from pptx import Presentation

from arp.views.export import slide_master
from arp.views.export.slide_layouts import LAYOUTS


@pytest.fixture(scope="module")
def presentation():
    made = Presentation()
    slide_master.lay_out(made)
    return made


def test_a_presentation_has_these_layouts_and_no_others(presentation):
    assert [layout.name for layout in presentation.slide_layouts] == list(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_has_the_placeholders_that_are_declared(presentation, name):
    layout = slide_master.layout(presentation, name)
    found = {shape.placeholder_format.idx: shape.name for shape in layout.placeholders}
    assert found == {place.number: place.name for place in LAYOUTS[name]}


def test_a_layout_that_is_not_there_is_a_fault(presentation):
    with pytest.raises(LookupError, match="no layout"):
        slide_master.layout(presentation, "Zebra")


def test_every_slide_carries_its_number(presentation):
    assert presentation.slide_master._element.xpath("//a:fld/@type") == ["slidenum"]
