import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from arp.views.colors import LIGHT
from arp.views.export import slide_theme


def theme():
    presentation = Presentation()
    slide_theme.dress(presentation)
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    return etree.fromstring(part.blob)


@pytest.mark.parametrize(("meaning", "place"), slide_theme.PLACES.items())
def test_each_meaning_has_its_place_and_the_palettes_color(meaning, place):
    (color,) = theme().findall(f".//{{*}}{place[0]}/{{*}}srgbClr")
    assert f"#{color.get('val')}".lower() == getattr(LIGHT, meaning)


def test_headings_and_words_are_in_public_sans_or_another_sans_serif():
    found = theme().findall(".//{*}fontScheme//{*}latin")
    assert [one.get("typeface") for one in found] == ["Public Sans", "Public Sans"]
    assert {one.get("pitchFamily") for one in found} == {"34"}


def test_a_place_is_named_as_slides_map_it():
    assert [slide_theme.scheme(one) for one in ("text", "rule", "program")] == [
        "tx1",
        "bg2",
        "accent1",
    ]
