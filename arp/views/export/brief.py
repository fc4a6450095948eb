"""The one-page brief of a page, as a PDF that screen readers can read (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from arp.views import colors
from arp.views.export import brief_parts, fonts, provenance

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page

TEMPLATE = Path(__file__).parent / "brief.typ"
STANDARD: Literal["ua-1"] = (
    "ua-1"  # tagged, with titles, language and words for every picture: ISO 14289-1
)


@dataclass(frozen=True)
class Shape:
    """How much of the page a brief tells, and how small."""

    charts: int
    high: float  # inches of a chart
    size: float = 1.0  # times the usual type
    caveats: int = 1_200  # letters
    untold: int = 4  # reasons
    rows: int = 40  # of a table


SHAPES = (  # the first that is one page is taken
    Shape(4, 2.3),
    Shape(4, 1.9, 0.96),
    Shape(4, 1.7, 0.92, 500, 3),
    Shape(2, 2.3),
    Shape(2, 1.9, 0.96),
    Shape(2, 1.7, 0.92, 500, 3),
    Shape(2, 1.4, 0.88, 300, 2, 26),
    Shape(0, 1.4, 0.88, 300, 2, 20),
    Shape(0, 1.4, 0.8, 200, 1, 10),
)


def brief(
    page: Page,
    *,
    method: str,
    sample: bool = False,
    leaving: str = "",
    made_at: datetime,
    charts: Sequence[str] = (),
) -> bytes:
    """The page's answer, its figures, two to four charts and what cannot be told, on one page.

    Args:
        page: what it is made of.
        method: the day of the method, "2026-11-22".
        sample: of the made-up city: said at its top.
        leaving: what is said of figures about people.
        made_at: when it was made, as the file says of itself.
        charts: the keys of the exhibits drawn; those that carry the page where none are named.
    """
    drawn = brief_parts.drawn(page, SHAPES[0].charts, charts)
    for shape in SHAPES:
        told = brief_parts.told(page, shape, drawn) | _around(page, method, sample, leaving, shape)
        pages, made = _compiled(told, made_at)
        if pages == 1:
            return made
    raise ValueError("The words of this page do not fit on one sheet of paper.")


def _around(page: Page, method: str, sample: bool, leaving: str, shape: Shape) -> dict[str, Any]:
    """What the document says of itself, its colors, and the foot."""
    return {
        "title": page.answer,
        "author": "",
        "description": page.proof,
        "font": fonts.FAMILY,
        "colors": {
            name: getattr(colors.LIGHT, name)
            for name in colors.Palette.__dataclass_fields__
            if name != "scale"
        },
        "sample": provenance.SAMPLE_MEANS if sample else "",
        "size": shape.size,
        "high": shape.high,
        "of": _of(page, method),
        "leaving": leaving,
    }


def _of(page: Page, method: str) -> str:
    part = f"Showing {page.part}" if page.part else ""
    said = (page.period, part, f"data as of {page.as_of}", provenance.method(method))
    return f"{' · '.join(words for words in said if words)}."


def _compiled(told: dict[str, Any], made_at: datetime) -> tuple[int, bytes]:
    """How many pages it has, and the PDF."""
    import json

    import typst

    compiler = typst.Compiler(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(fonts.FOLDER)],
        ignore_system_fonts=True,
        sys_inputs={"brief": json.dumps(told, ensure_ascii=False)},
    )
    pages = int(json.loads(compiler.query("<pages>", field="value", one=True)))
    if pages > 1:
        return pages, b""
    made = compiler.compile(
        format="pdf", pdf_standards=STANDARD, timestamp=made_at.replace(microsecond=0)
    )
    return pages, made if isinstance(made, bytes) else b""
