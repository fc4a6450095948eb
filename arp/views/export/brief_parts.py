"""What the one-page brief tells of a page: tiles, charts, a table, what cannot be told, caveats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.exhibits.handout import Screen
from arp.views import colors, formats, sentences, signal_words
from arp.views.export import native, picture, provenance, slide_table
from arp.views.export.plots_of_months import MEANINGS

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit, Page
    from arp.views.export.brief import Shape

WIDE = 340  # pixels of a chart's plot; its place is half a page wide
FLAT = 0.6  # times the height that a chart has on the screen
MOST_BARS = 7  # more would not be readable at this size
ALIKE = 2  # charts of one kind, before others are taken
MOST_TILES = 8
TILES_ACROSS = 5
LONGEST = {"answer": 160, "proof": 420, "finding": 260, "foot": 200, "untold": 330}  # letters


@dataclass(frozen=True)
class Drawn:
    """An exhibit with its chart as a picture, made once however often the page is tried."""

    exhibit: Exhibit
    svg: str
    ratio: float  # of its height to its width


def drawn(page: Page, most: int, wanted: Sequence[str]) -> list[Drawn]:
    """At most so many exhibits as pictures, the more important first.

    Args:
        page: whose they are.
        most: how many.
        wanted: the keys of those that are drawn; those that carry the page where none are named.
    """
    drawable = [one for one in page.exhibits if one.drawing is not None and one.told]
    if wanted:
        named = {one.key: one for one in drawable}
        return [_picture(named[key]) for key in wanted if key in named][:most]
    carrying = sorted(drawable, key=lambda one: (_bars(one) > MOST_BARS, _nth(one, drawable)))
    return [_picture(one) for one in carrying[:most]]


def told(page: Page, shape: Shape, charts: Sequence[Drawn]) -> dict[str, Any]:
    """Everything that the template shows of a page, in words, numbers as printed and pictures.

    Args:
        page: what is told of.
        shape: how much of it.
        charts: its exhibits as pictures, the more important first.
    """
    shown = charts[: shape.charts]
    tiles = list(_tiles(page))
    return {
        "answer": cut(page.answer, LONGEST["answer"]),
        "proof": cut(page.proof, LONGEST["proof"]),
        "tiles": tiles,
        "across": len(tiles) if len(tiles) <= TILES_ACROSS else -(-len(tiles) // 2),
        "listed": _table(page, shape),
        "charts": [_chart(one) for one in shown],
        "untold": list(_untold(page, shape.untold)),
        "caveats": cut(_caveats(page, [one.exhibit for one in shown]), shape.caveats),
    }


def cut(text: str, letters: int) -> str:
    """A text of at most so many letters, cut between words; “…” says that there was more."""
    if len(text) <= letters:
        return text
    return f"{text[: letters - 1].rsplit(' ', 1)[0][: letters - 2]} …"


def _tiles(page: Page) -> Iterator[dict[str, Any]]:
    for key in page.tiles[:MOST_TILES]:
        row, entry = sentences.reading(page.whole, key), page.indicators[key]
        if sentences.hidden(row):
            continue
        known = row is not None and sentences.known(row)
        value = row["value"] if known and row is not None else None
        said = [sentences.proof(row) if known and row is not None else sentences.why_not(row)]
        said += [page.said[key]] if known and page.said.get(key) else []
        badge = signal_words.badge(page.months[key]) if known and key in page.months else None
        yield {
            "name": entry.name,
            "value": formats.brief(value, entry.unit),
            "said": [cut(one, 110) for one in said],
            "signal": badge.words if badge else "",
            "meaning": MEANINGS.get(badge.signal, "quiet") if badge else "quiet",
        }


def _bars(exhibit: Exhibit) -> int:
    """How many bars it has; a chart of months or a picture has none."""
    plot = native.plot(exhibit)
    return 0 if plot is None or plot.form == "lines" else len(plot.categories)


def _nth(exhibit: Exhibit, drawable: Sequence[Exhibit]) -> bool:
    """Whether enough charts of the same kind come before it."""
    of_kind = [one.key for one in drawable if _builder(one) is _builder(exhibit)]
    return of_kind.index(exhibit.key) >= ALIKE


def _builder(exhibit: Exhibit) -> object:
    return exhibit.drawing.builder if exhibit.drawing else None


def _picture(exhibit: Exhibit) -> Drawn:
    drawing = exhibit.drawing
    if drawing is None:
        raise ValueError("An exhibit without a chart has no picture.")
    spec: Mapping[str, Any] = drawing.specification(exhibit.readings, colors.LIGHT)
    high = spec.get("height")
    flat = int(high * FLAT) if isinstance(high, int | float) else None
    svg = picture.bare_svg(spec, width=WIDE, height=flat)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    return Drawn(exhibit, svg, float(size[2]) / float(size[1]) if size else 0.6)


def _chart(one: Drawn) -> dict[str, str | float]:
    exhibit = one.exhibit
    foot = ". ".join(part for part in (exhibit.of, exhibit.note) if part)
    return {
        "question": exhibit.question,
        "finding": cut(exhibit.finding, LONGEST["finding"]),
        "svg": one.svg,
        "ratio": one.ratio,
        "alt": f"{exhibit.question} {exhibit.finding}",
        "foot": cut(foot, LONGEST["foot"]),
    }


def _table(page: Page, shape: Shape) -> dict[str, Any] | None:
    """The table that answers a page without tiles: its first exhibit's, where that is a list."""
    first = next(page.exhibits, None)
    if page.tiles or first is None or first.listed is None or first.listed.empty:
        return None
    listed = first.listed.head(shape.rows)
    return {
        "columns": list(map(str, listed.columns)),
        "rows": listed.astype(str).values.tolist(),
        "across": slide_table.widths(listed, 10.0),
        "right": slide_table.numeric(listed),
        "heads": slide_table.heads(listed),
    }


def _untold(page: Page, most: int) -> Iterator[str]:
    """The questions without an answer, by the reason; how many more there are."""
    reasons = page.untold
    for why, questions in list(reasons.items())[:most]:
        yield cut(f"{' '.join(questions)} {why}", LONGEST["untold"])
    more = sum(len(questions) for questions in list(reasons.values())[most:])
    if more:
        yield f"{formats.counted(more, 'more question has', 'more questions have')} no answer yet."


def _caveats(page: Page, drawn: Sequence[Exhibit]) -> str:
    """What to keep in mind of the figures that are shown, each said once."""
    said: dict[str, str] = {}
    for key in page.tiles:
        entry = page.indicators[key]
        said |= {entry.name: entry.caveat} if entry.caveat else {}
    for exhibit in drawn:
        said |= provenance.caveats(Screen(exhibit=exhibit, page=page))
    kept = " ".join(f"{name}: {words}" for name, words in said.items())
    return f"Keep in mind. {kept}" if kept else ""
