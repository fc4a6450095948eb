"""A chart's picture without what only weighs: what is not seen, and what holds anyhow."""

from __future__ import annotations

import re

from arp.views.export import fonts

TYPE = "12px"  # of most words of a chart: said once, for the whole picture
_UNSEEN = re.compile(
    r'<(?:path|line|rect)\b[^>]* (?:display="none"|opacity="0")[^>]*/>'
    r'|<text\b[^>]* opacity="0"[^>]*>(?:(?!</text>).)*</text>'
    r'|<path d=(?:""|"M0,0h0v0h0Z")[^>]*/>',
    re.DOTALL,
)
# The ground of a group has no color of its own; that of a clip path cuts off what lies beyond it.
_GROUND = re.compile(r'(<clipPath[^>]*>\s*)?<path d="M0,0h[\d.]+v[\d.]+h-[\d.]+Z"/>')
_NO_CHILDREN = re.compile(r"<g>\s*</g>")
_TAG = re.compile(r"<[^>]+>")
_NEEDLESS = re.compile(
    r' (?:role|class|aria-[a-z]+|pointer-events)="[^"]*"'  # the picture speaks as a whole
    r'| (?:opacity="1"|stroke-width="1"|[xy]2="0"|text-anchor="start"|transform="translate\(0,0\)")'
)
_PLACES = re.compile(r' (?:d|transform|[xy]2?)="[^"]*"')
_FINE = re.compile(r"(\.\d)\d+")  # finer than anybody sees


def light(svg: str) -> str:
    """The same picture for the eye, at about two thirds of its weight.

    Args:
        svg: as vl_convert draws it, in the typeface of hand-outs.
    """
    svg = _GROUND.sub(lambda found: found[0] if found[1] else "", _UNSEEN.sub("", svg))
    while _NO_CHILDREN.search(svg):
        svg = _NO_CHILDREN.sub("", svg)
    words = (f' font-family="{fonts.FAMILY}, sans-serif"', f' font-size="{TYPE}"')
    return _TAG.sub(lambda tag: _lighter(tag[0], words), svg).replace(
        "<svg", f"<svg{''.join(words)}", 1
    )


def _lighter(tag: str, words: tuple[str, ...]) -> str:
    tag = _NEEDLESS.sub("", tag)
    for said in words:
        tag = tag.replace(said, "")
    return _PLACES.sub(lambda place: _FINE.sub(r"\1", place[0]), tag)
