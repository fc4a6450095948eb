"""The slide master and its layouts, made out of their declarations in `slide_layouts`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from arp.views.export.slide_layouts import CONTENT_BOX, COVER, HIGH, LAYOUTS, TITLE, WIDE, Place
from arp.views.export.slide_theme import scheme

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_EMU = 914_400  # in an inch


def lay_out(presentation: Presentation) -> None:
    """Give a new presentation its size, its master and these layouts, and no others."""
    presentation.slide_width = int(WIDE * _EMU)
    presentation.slide_height = int(HIGH * _EMU)
    master: Any = presentation.slide_master
    _fill(master, [TITLE, _body_of_master()], _decoration())
    _set_styles(master)
    layouts = list(presentation.slide_layouts)
    for spare in layouts[len(LAYOUTS) :]:
        presentation.slide_layouts.remove(spare)
    for layout, (name, places) in zip(layouts, LAYOUTS.items(), strict=False):
        _make(layout, name, places)


def layout(presentation: Presentation, name: str) -> SlideLayout:
    """A layout by its name."""
    found = presentation.slide_layouts.get_by_name(name)
    if found is None:
        raise LookupError(f"This presentation has no layout {name!r}.")
    return found


def _make(layout: Any, name: str, places: Iterable[Place]) -> None:
    element = layout._element
    for attribute in ("type", "preserve"):
        element.attrib.pop(attribute, None)
    element.set("preserve", "1")
    element.set("userDrawn", "1")
    element.cSld.set("name", name)
    _fill(layout, places, [])
    if name == COVER:
        element.set("showMasterSp", "0")
        element.cSld.insert(0, _parsed(_ground("program")))


def _fill(of: Any, places: Iterable[Place], others: Iterable[str]) -> None:
    """Replace every shape of a master or layout."""
    tree = of._element.cSld.spTree
    for shape in tree.xpath("./p:sp | ./p:pic | ./p:grpSp | ./p:cxnSp"):
        tree.remove(shape)
    for at, made in enumerate([*others, *(_placeholder(place) for place in places)], start=2):
        shape = _parsed(made)
        shape.nvSpPr.cNvPr.set("id", str(at))
        tree.append(shape)


def _parsed(xml: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def _ground(meaning: str) -> str:
    return (
        f'<p:bg {SPACES}><p:bgPr><a:solidFill><a:schemeClr val="{scheme(meaning)}"/></a:solidFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )


def _placeholder(place: Place) -> str:
    number = "" if place.kind in ("title", "ctrTitle") else f' idx="{place.number}"'
    style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:lnSpc><a:spcPct val="96000"/>'
        '</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="en-US" sz="{int(place.size * 100)}" b="{int(place.bold)}">'
        f'<a:solidFill><a:schemeClr val="{scheme(place.meaning)}"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr>"
    )
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="2" name="{place.name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{number}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{_frame(place.box)}</p:spPr><p:txBody>"
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{place.hint or place.name}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def _body_of_master() -> Place:
    return Place(number=1, name="Words", kind="body", box=CONTENT_BOX, size=18, hint="Words")


def _decoration() -> list[str]:
    """A short bar above the question, and the number of the slide."""
    bar = (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="2" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_frame((0.6, 0.36, 0.7, 0.07))}<a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom><a:solidFill><a:schemeClr val="{scheme("program")}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    number = (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="3" name="Number of the slide"/><p:cNvSpPr '
        f'txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame((12.13, 6.92, 0.6, 0.32))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr '
        'lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/>'
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US" '
        f'sz="1050"><a:solidFill><a:schemeClr val="{scheme("quiet")}"/></a:solidFill></a:rPr>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
    )
    return [bar, number]


def _set_styles(master: Any) -> None:
    """Titles and words in the theme's fonts, without bullets, left-aligned."""
    from pptx.oxml.ns import qn

    styles = master._element.find(qn("p:txStyles"))
    for tag, size, bold in (("p:titleStyle", 28, 1), ("p:bodyStyle", 18, 0)):
        font = "mj" if tag == "p:titleStyle" else "mn"
        fresh = _parsed(
            f'<{tag} {SPACES}><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr lang="en-US" sz="{size}00" b="{bold}" kern="1200"><a:solidFill>'
            f'<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+{font}-lt"/>'
            f'<a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
            f"</{tag}>"
        )
        styles.replace(styles.find(qn(tag)), fresh)


def _frame(box: tuple[float, float, float, float]) -> str:
    left, top, width, height = (int(inches * _EMU) for inches in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
