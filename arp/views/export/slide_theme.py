"""The theme of a presentation: the colors of meanings and the typeface, where designers restyle.

Slides, charts and tables name a place in the theme and never a color: whoever changes the theme's
colors or fonts has restyled every slide.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.views.colors import LIGHT
from arp.views.export.fonts import FAMILY

if TYPE_CHECKING:
    from pptx.dml.color import ColorFormat
    from pptx.presentation import Presentation

NAME = "Alternative response"
PLACES: Mapping[str, tuple[str, str]] = {  # meaning: its place in XML, and in python-pptx
    "text": ("dk1", "TEXT_1"),
    "ground": ("lt1", "BACKGROUND_1"),
    "quiet": ("dk2", "TEXT_2"),
    "rule": ("lt2", "BACKGROUND_2"),
    "program": ("accent1", "ACCENT_1"),
    "program_soft": ("accent2", "ACCENT_2"),
    "improving": ("accent3", "ACCENT_3"),
    "worsening": ("accent4", "ACCENT_4"),
    "usual": ("accent5", "ACCENT_5"),
    "no_direction": ("accent6", "ACCENT_6"),
}
LINKS: Mapping[str, str] = {"hlink": "program", "folHlink": "quiet"}
SANS = 'pitchFamily="34" charset="0"'  # a sans serif stands in where the typeface is not installed
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def dress(presentation: Presentation) -> None:
    """Give the presentation's theme its name, colors and fonts."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", NAME)
    elements = theme.find(f"{{{DRAWING}}}themeElements")
    for made in (_colors(), _fonts()):
        fresh = etree.fromstring(made)
        old = elements.find(fresh.tag)
        elements.replace(old, fresh)
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def paint(color: ColorFormat, meaning: str) -> None:
    """Give something the color of a meaning, by its place in the theme."""
    from pptx.enum.dml import MSO_THEME_COLOR

    color.theme_color = getattr(MSO_THEME_COLOR, PLACES[meaning][1])


def scheme(meaning: str) -> str:
    """The place of a meaning as XML names it: tx1, bg2, accent1."""
    place = PLACES[meaning][0]
    return {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(place, place)


def _colors() -> str:
    placed = {place: _hex(meaning) for meaning, (place, _) in PLACES.items()}
    placed |= {place: _hex(meaning) for place, meaning in LINKS.items()}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), *LINKS)
    inner = "".join(f'<a:{place}><a:srgbClr val="{placed[place]}"/></a:{place}>' for place in order)
    return f'<a:clrScheme xmlns:a="{DRAWING}" name="{NAME}">{inner}</a:clrScheme>'


def _fonts() -> str:
    one = f'<a:latin typeface="{FAMILY}" {SANS}/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme xmlns:a="{DRAWING}" name="{FAMILY}">'
        f"<a:majorFont>{one}</a:majorFont><a:minorFont>{one}</a:minorFont></a:fontScheme>"
    )


def _hex(meaning: str) -> str:
    color: Any = getattr(LIGHT, meaning)
    return str(color).removeprefix("#").upper()
