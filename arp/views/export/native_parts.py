"""Parts of native charts that python-pptx has no word for, written as the XML of the format.

Source: ECMA-376, Part 1, chapter 21.2 (DrawingML charts).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.views.export.slide_theme import paint, scheme

if TYPE_CHECKING:
    from arp.views.export.plots import Plot, Series, Word

_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def describe(shape: Any, alt: str) -> None:
    """Say what a shape shows to those who do not see it."""
    for properties in shape._element.xpath(".//p:cNvPr"):
        properties.set("descr", alt)


def place_plot(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Where the plot stands within its chart, in shares of it; its labels stand outside."""
    area = chart._chartSpace.chart.plotArea
    for old in area.xpath("c:layout"):
        area.remove(old)
    values = {"x": left, "y": top, "w": width, "h": height}
    inner = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in values.items())
    area.insert(
        0,
        _parsed(
            f'<c:layout {_SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode '
            f'val="edge"/><c:yMode val="edge"/>{inner}</c:manualLayout></c:layout>'
        ),
    )


def every_months(axis: Any, step: int) -> None:
    """Name only every so many months, level and not turned."""
    element = axis._element
    for old in element.xpath("c:baseTimeUnit | c:majorUnit | c:majorTimeUnit"):
        element.remove(old)
    for name, value in (
        ("baseTimeUnit", "months"),
        ("majorUnit", step),
        ("majorTimeUnit", "months"),
    ):
        element.append(_parsed(f'<c:{name} {_SPACES} val="{value}"/>'))
    for body in element.xpath("c:txPr/a:bodyPr"):
        body.set("rot", "0")
        body.set("vert", "horz")


def every_row(axis: Any) -> None:
    """Name each row, however many there are."""
    before = axis._element.xpath("c:noMultiLvlLbl")[0]
    before.addprevious(_parsed(f'<c:tickLblSkip {_SPACES} val="1"/>'))


def write_beside(point: Any, word: Word, meaning: str, size: float) -> None:
    """Write a word beside a point of a line; lifted where it would touch a neighbor's."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    label = point.data_label
    frame = label.text_frame
    frame.text = word.text
    frame.word_wrap = False
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(size), meaning not in ("usual", "quiet")
    paint(font.color, word.meaning or meaning)
    label.position = getattr(XL_LABEL_POSITION, word.place.upper())
    if word.lift:
        where = label._dLbl.xpath("c:idx")[0]
        where.addnext(
            _parsed(
                f'<c:layout {_SPACES}><c:manualLayout><c:x val="0"/>'
                f'<c:y val="{-word.lift * 0.86:.4f}"/></c:manualLayout></c:layout>'
            )
        )


def intervals(drawn: Any, series: Series, plot: Plot) -> None:
    """The intervals of a series, read from its workbook; or a rule from each point to the axis."""
    if series.rules:
        made = _error_bars('<c:errValType val="percentage"/>', '<c:val val="100"/>', "minus", "y")
    elif any(value is not None for value in (*series.above, *series.below)):
        plus = _numbers(series.above, f"{series.name}: above", plot)
        minus = _numbers(series.below, f"{series.name}: below", plot)
        ends = f"<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus>"
        made = _error_bars('<c:errValType val="cust"/>', ends, "both", "")
    else:
        return
    drawn._element.xpath("c:cat")[0].addprevious(_parsed(made))


def _error_bars(kind: str, ends: str, way: str, direction: str) -> str:
    along = f'<c:errDir val="{direction}"/>' if direction else ""
    plain = int(way == "minus")
    color = scheme("quiet" if plain else "text")
    return (
        f'<c:errBars {_SPACES}>{along}<c:errBarType val="{way}"/>{kind}<c:noEndCap val="{plain}"/>'
        f'{ends}<c:spPr><a:ln w="15875"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
        "</a:ln></c:spPr></c:errBars>"
    )


def _numbers(values: Sequence[float | None], name: str, plot: Plot) -> str:
    """Numbers with the cells of the chart's workbook in which they stand."""
    from arp.views.export.native_chart import table

    column = _letters(list(table(plot).columns).index(name))
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
        "</c:numCache></c:numRef>"
    )


def _letters(column: int) -> str:
    """The letters of a column of a sheet, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _parsed(xml: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(xml)
