"""The parts of the public page: a page of figures, a card, a chart as a picture, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from arp.exhibits.handout import Screen
from arp.measures.readings import WITHHELD
from arp.views import colors, formats, sentences, signal_words, tables
from arp.views.export import picture, provenance, slide_table
from arp.views.export.light_svg import light

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Exhibit, Page, Section

WIDE = 340  # pixels of a chart's plot: read on a phone as it is, and larger on a desk
SHOWN_AT_ONCE = 8  # rows of a table; longer ones are opened by the reader
_NAMED = re.compile(r'(id="|url\(#|href="#)([\w-]+)')
_SIZED = re.compile(r'^<svg([^>]*?) width="[\d.]+" height="[\d.]+"')


def page(of: Page) -> Iterator[str]:
    """A page: its answer, its proof, its tiles, a card an exhibit, and what cannot be told."""
    yield f'<section><h2 id="page-{escape(of.name)}">{escape(of.answer)}</h2>'
    yield paragraph(of.proof)
    if of.tiles:
        yield f'<dl class="tiles">{"".join(_tiles(of))}</dl>'
    for section in of.sections:
        yield from _section(section, of)
    if of.untold:
        yield "<h3>What cannot be told</h3><ul>"
        for why, questions in of.untold.items():
            yield f"<li>{escape(' '.join(questions))} {escape(why)}</li>"
        yield "</ul>"
    yield "</section>"


def paragraph(words: str, kind: str = "") -> str:
    """Words as a paragraph; nothing where there are none."""
    of_kind = f' class="{kind}"' if kind else ""
    return f"<p{of_kind}>{escape(words)}</p>" if words else ""


def figures(readings: pd.DataFrame) -> pd.DataFrame:
    """The readings without any figure of what is withheld."""
    from arp.measures.aggregates import FIGURES

    if not len(readings):
        return readings
    kept = readings.copy()
    columns = [name for name in FIGURES if name in kept]
    kept.loc[kept["status"] == WITHHELD, columns] = float("nan")
    return kept


def _section(section: Section, of: Page) -> Iterator[str]:
    shown = [one for one in section.exhibits if one.told]
    if not shown:
        return
    level = 4 if section.title else 3
    yield f"<h3>{escape(section.title)}</h3>" if section.title else ""
    yield '<div class="cards">'
    for exhibit in shown:
        yield from _card(exhibit, of, level)
    yield "</div>"


def _card(exhibit: Exhibit, of: Page, level: int) -> Iterator[str]:
    screen = Screen(exhibit=exhibit, page=of)
    yield f"<article><h{level}>{escape(exhibit.question)}</h{level}>"
    yield paragraph(exhibit.finding)
    if exhibit.drawing is not None:
        yield _figure(exhibit, f"{of.name}-{exhibit.key}")
    if exhibit.listed is not None and len(exhibit.listed):
        yield _table(exhibit.listed, exhibit.question)
    else:
        named = {key: (one.name, one.unit) for key, one in provenance.indicators(screen).items()}
        printed = tables.numbers(figures(provenance.shown(screen)), named)
        yield _folded(printed, f"The numbers: {exhibit.question}")
    yield paragraph(screen.foot, "quiet")
    kept = " ".join(f"{name}: {said}" for name, said in provenance.caveats(screen).items())
    yield paragraph(f"Keep in mind. {kept}" if kept else "", "quiet")
    yield "</article>"


def _tiles(of: Page) -> Iterator[str]:
    for key in of.tiles:
        row, entry = sentences.reading(of.whole, key), of.indicators[key]
        if sentences.hidden(row):
            continue
        known = row is not None and sentences.known(row)
        value = formats.brief(row["value"] if known and row is not None else None, entry.unit)
        said = [sentences.proof(row) if known and row is not None else sentences.why_not(row)]
        said += [of.said[key]] if known and of.said.get(key) else []
        badge = signal_words.badge(of.months[key]) if known and key in of.months else None
        said += [badge.words] if badge else []
        yield f'<div><dt>{escape(entry.name)}</dt><dd class="value">{escape(value)}</dd>'
        yield "".join(f'<dd class="quiet">{escape(words)}</dd>' for words in said if words)
        yield "</div>"


def _figure(exhibit: Exhibit, name: str) -> str:
    """The chart as one picture that is read out as its question and finding.

    Shades of a scale are no colors of the palette: they keep their light ground in the dark.
    """
    if exhibit.drawing is None:
        return ""
    spec = exhibit.drawing.specification(figures(exhibit.readings), colors.LIGHT)
    drawn = light(picture.bare_svg(spec, width=WIDE))
    drawn = _NAMED.sub(rf"\g<1>{re.sub(r'[^A-Za-z0-9]', '-', name)}-\g<2>", drawn)
    alt = escape(f"{exhibit.question} {exhibit.finding}")
    drawn = _SIZED.sub(rf'<svg role="img" aria-label="{_literal(alt)}"\1', drawn)
    ground = ' class="on-light"' if "rgb(" in drawn else ""
    return f"<figure{ground}>{drawn}</figure>"


def _literal(text: str) -> str:
    """A text that a pattern puts in as it is."""
    return text.replace("\\", r"\\")


def _folded(printed: pd.DataFrame, caption: str) -> str:
    """A table that the reader opens; a short one is open."""
    if printed.empty:
        return ""
    opened = " open" if len(printed) <= SHOWN_AT_ONCE else ""
    return f"<details{opened}><summary>Numbers</summary>{_table(printed, caption)}</details>"


def _table(printed: pd.DataFrame, caption: str) -> str:
    numeric = slide_table.numeric(printed)
    kinds = [' class="number"' if number else "" for number in numeric]
    head = "".join(
        f'<th scope="col"{kind}>{escape(str(name))}</th>'
        for name, kind in zip(printed.columns, kinds, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(_cells(row, kinds))}</tr>" for row in printed.astype(str).values.tolist()
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: list[str], kinds: list[str]) -> Iterator[str]:
    for text, kind in zip(row, kinds, strict=True):
        yield f"<td{kind}>{escape(text)}</td>"
