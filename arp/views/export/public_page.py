"""What residents read: one HTML file that asks nothing of any network.

Charts are pictures in the file, each with its numbers as a table beneath. Colors follow the
reader's light or dark setting. Everything that is not of this module is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from arp.views.colors import DARK, LIGHT, Palette
from arp.views.export import provenance, public_parts
from arp.views.export.public_parts import paragraph

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.measures.indicator import Indicator

STYLE = Path(__file__).parent / "public_page.css"
TYPEFACE = Path(__file__).parents[3] / "static" / "fonts" / "public-sans-latin-wght-normal.woff2"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


def public_page(
    pages: Sequence[Page],
    *,
    title: str,
    method: str,
    rule: str,
    sample: bool = False,
) -> str:
    """The page as HTML.

    Args:
        pages: as they are for those outside the department: small numbers withheld, others
            rounded. What is withheld has no figure here, whatever its reading holds.
        title: of the whole.
        method: the day of the method, "2026-11-22".
        rule: how figures about people are kept back.
        sample: of the made-up city: said at the top.
    """
    body = "".join(_body(pages, title, method, rule, sample))
    description = escape(" ".join(page.answer for page in pages)[:300])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="description" content="{description}">\n<title>{escape(title)}</title>\n'
        f"<style>{_style()}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(pages: Sequence[Page], title: str, method: str, rule: str, sample: bool) -> Iterator[str]:
    yield '<a class="skip" href="#main">Skip to the figures</a>\n<header>'
    yield f"<h1>{escape(title)}</h1>"
    if sample:
        yield paragraph(provenance.SAMPLE_MEANS, "sample")
    said = list(_provenance(pages, method, rule))
    yield "".join(paragraph(words, "quiet") for words in said)
    links = [(f"page-{page.name}", page.answer) for page in pages]
    links.append(("definitions", "How each figure is calculated"))
    items = "".join(f'<li><a href="#{escape(to)}">{escape(of)}</a></li>' for to, of in links)
    yield f'<nav aria-label="Contents"><ul>{items}</ul></nav></header>\n<main id="main">'
    for page in pages:
        yield from public_parts.page(page)
    yield from _definitions(_indicators(pages))
    yield "</main>\n<footer>"
    yield "".join(paragraph(words, "quiet") for words in said)
    yield "</footer>"


def _provenance(pages: Sequence[Page], method: str, rule: str) -> Iterator[str]:
    """Of when, of what and by which method; how figures about people are kept back."""
    periods = " and ".join(dict.fromkeys(page.period for page in pages))
    days = " and ".join(dict.fromkeys(page.as_of for page in pages))
    part = " ".join(dict.fromkeys(f"Showing {page.part}." for page in pages if page.part))
    yield f"{periods} · data as of {days} · {provenance.method(method)}. {part}".strip()
    if rule:
        yield rule


def _indicators(pages: Sequence[Page]) -> dict[str, Indicator]:
    """Every indicator that is shown, tiles first, each once."""
    from arp.exhibits.handout import Screen

    tiles = {key: page.indicators[key] for page in pages for key in page.tiles}
    screens = [Screen(exhibit=one, page=page) for page in pages for one in page.exhibits]
    return tiles | provenance.all_indicators(screens)


def _definitions(of: dict[str, Indicator]) -> Iterator[str]:
    yield '<section><h2 id="definitions">How each figure is calculated</h2>'
    yield '<dl class="definitions">'
    for one in sorted(of.values(), key=lambda entry: entry.name):
        kept = f"Keep in mind: {one.caveat}" if one.caveat else ""
        source = f"Source: {one.source}" if one.source else ""
        yield f"<dt>{escape(one.name)}</dt>"
        for words in (one.why, f"{one.words} Unit: {one.unit}.", kept, source):
            yield f"<dd>{escape(words)}</dd>" if words else ""
    yield "</dl></section>"


def _style() -> str:
    """The typeface, the colors of both grounds, then the style."""
    import base64

    face = base64.b64encode(TYPEFACE.read_bytes()).decode()
    font = (
        '@font-face{font-family:"Public Sans";font-weight:100 900;font-display:swap;'
        f"src:url(data:font/woff2;base64,{face}) format('woff2')}}"
    )
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
    drawn = "".join(
        f'figure:not(.on-light) svg [{how}="{getattr(LIGHT, name)}"]{{{how}:var(--{_css(name)})}}'
        for name in _names()
        for how in ("fill", "stroke")
    )
    return f"{font}:root{{{_variables(LIGHT)}}}{dark}{drawn}{STYLE.read_text('utf-8')}"


def _variables(palette: Palette) -> str:
    return "".join(f"--{_css(name)}:{getattr(palette, name)};" for name in _names())


def _names() -> list[str]:
    return [name for name in Palette.__dataclass_fields__ if name != "scale"]


def _css(name: str) -> str:
    return name.replace("_", "-")
