"""A digest as HTML for e-mail, and as plain text: the same sentences in both.

The HTML is one file without script, image or outside reference: tables and inline styles, which
every mail program draws; a mail program that knows dark mode gets its colors.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from arp.views.colors import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from arp.digest.digest import Digest, Line, Part

WIDTH = 78  # characters of a line of text
FONT = "font-family:'Public Sans',Segoe UI,Helvetica,Arial,sans-serif"
COLORS = {"good": "improving", "bad": "worsening", "signal": "no_direction", "plain": "quiet"}


def as_text(digest: Digest) -> str:
    """The digest as plain text: the subject is its first line."""
    blocks = [digest.subject, _underlined(digest.title, "="), _wrapped(digest.lead)]
    for part in digest.parts:
        blocks.append(_underlined(part.title, "-"))
        blocks += [_wrapped(part.said)] if part.said else []
        blocks += ["\n".join(_item(line) for line in part.lines)] if part.lines else []
    blocks.append("\n".join(_wrapped(said) for said in digest.foot))
    return "\n\n".join(_printable(block) for block in blocks) + "\n"


def _underlined(title: str, mark: str) -> str:
    return f"{title}\n{mark * min(len(title), WIDTH)}"


def _wrapped(said: str) -> str:
    return textwrap.fill(said, WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(line: Line) -> str:
    return textwrap.fill(
        f"* {line.word}: {line.said}",
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _printable(block: str) -> str:
    """Names of files and settings drive no mail program and turn no reading direction."""
    return "".join(mark if mark.isprintable() or mark == "\n" else " " for mark in block)


def as_html(digest: Digest) -> str:
    """The digest as one HTML file for e-mail: the subject is its title."""
    rows = [_row(_heading(digest.title, "h1", 24)), _row(_paragraph(digest.lead, 17))]
    rows += [_row(html) for part in digest.parts for html in _part(part)]
    foot = "".join(_paragraph(said, 13, "quiet") for said in digest.foot)
    rows.append(_row(foot, "padding:20px 24px 24px"))
    return _PAGE.format(
        subject=_text(digest.subject),
        dark=_dark_styles(),
        back=LIGHT.absent,
        ground=LIGHT.ground,
        text=LIGHT.text,
        font=FONT,
        rows="\n".join(rows),
    )


def _part(part: Part) -> Iterable[str]:
    yield _heading(part.title, "h2", 18)
    if part.said:
        yield _paragraph(part.said, 15)
    if part.lines:
        yield _table(part.lines)


def _table(lines: Iterable[Line]) -> str:
    """Each line as a row: its word, in the color of its meaning, and its sentence."""
    rule = f"border-top:1px solid {LIGHT.rule}"
    rows = "\n".join(
        f'<tr><th scope="row" align="left" valign="top" class="{line.tone} rule" style="{rule};'
        f'padding:8px 12px 8px 0;width:96px;font-size:14px;color:{_color(line.tone)}">'
        f"{_text(line.word)}</th>"
        f'<td valign="top" class="text rule" style="{rule};padding:8px 0;font-size:15px;'
        f'line-height:1.45;color:{LIGHT.text}">{_text(line.said)}</td></tr>'
        for line in lines
    )
    return (
        '<table width="100%" cellpadding="0" cellspacing="0" border="0" '
        f'style="border-collapse:collapse;{FONT}">\n{rows}\n</table>'
    )


def _heading(title: str, level: str, size: int) -> str:
    above = "28px" if level == "h1" else "16px"
    style = f"margin:{above} 0 4px;font-size:{size}px;line-height:1.25;font-weight:700"
    return f'<{level} class="text" style="{style};color:{LIGHT.text}">{_text(title)}</{level}>'


def _paragraph(said: str, size: int, color: str = "text") -> str:
    style = f"margin:4px 0;font-size:{size}px;line-height:1.45;color:{getattr(LIGHT, color)}"
    return f'<p class="{color}" style="{style}">{_text(said)}</p>'


def _row(html: str, style: str = "padding:0 24px 8px") -> str:
    return f'<tr><td style="{style}">{html}</td></tr>'


def _text(said: str) -> str:
    return escape(_printable(said).replace("\n", " "))


def _color(tone: str, palette: Palette = LIGHT) -> str:
    return str(getattr(palette, COLORS[tone]))


def _dark_styles() -> str:
    """For mail programs that know dark mode; the others keep the inline colors of the light one."""
    rules = [
        f".back{{background:{DARK.absent}!important}}",
        f".card{{background:{DARK.ground}!important}}",
        f".text{{color:{DARK.text}!important}}",
        f".quiet,.plain{{color:{DARK.quiet}!important}}",
        f".rule{{border-color:{DARK.rule}!important}}",
    ]
    rules += [
        f".{tone}{{color:{_color(tone, DARK)}!important}}" for tone in ("good", "bad", "signal")
    ]
    return f"@media (prefers-color-scheme:dark){{{''.join(rules)}}}"


_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{subject}</title>
<style>{dark}</style>
</head>
<body class="back" style="margin:0;padding:0;background:{back}">
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="background:{back}">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="card text" width="100%" cellpadding="0" cellspacing="0" \
border="0" style="max-width:680px;background:{ground};color:{text};text-align:left;{font}">
{rows}
</table>
</td></tr>
</table>
</body>
</html>
"""
