"""One slide of each kind: a chart, a picture, a table, words; the cover and what was promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from arp.views import colors
from arp.views.export import native, native_chart, native_parts, picture, provenance, slide_table
from arp.views.export import slide_layouts as layouts
from arp.views.export.slide_master import layout
from arp.views.large import large

if TYPE_CHECKING:
    import pandas as pd
    from pptx.presentation import Presentation

    from arp.exhibits.handout import Handout, Screen

PIXELS = 96  # of a chart's plot, in an inch of its placeholder
LARGE = 1.25  # times its type on the screen
LONG = ((420, 0.78), (260, 0.88))  # letters of a text, and how much smaller its type is then
FOOT_LONG = ((560, 0.8), (430, 0.9))
WORDS_LONG = ((420, 0.6), (220, 0.75))


def cover(presentation: Presentation, handout: Handout) -> None:
    """The first slide: what it is, as of when, by which method, and who may see it."""
    slide = presentation.slides.add_slide(layout(presentation, layouts.COVER))
    slide.shapes.title.text = handout.title
    of = f"Data as of {handout.as_of} · {provenance.method(handout.method)}"
    periods = list(dict.fromkeys(screen.page.period for screen in handout.screens))
    said = "\n".join([", ".join(periods), of]) if periods else of
    _write(slide, layouts.FINDING, said)
    _write(slide, layouts.FOOT, handout.leaving)
    _write(slide, layouts.SAMPLE, provenance.SAMPLE_MEANS if handout.sample else "")


def add(presentation: Presentation, screen: Screen, handout: Handout) -> None:
    """The slide of a screen; a long table goes on, on slides of its own."""
    exhibit = screen.exhibit
    plot, drawn = native.plot(exhibit), exhibit.drawing is not None and exhibit.told
    listed = exhibit.listed if exhibit.listed is not None and len(exhibit.listed) else None
    if plot is not None and listed is not None and slide_table.fits(listed, layouts.BOTH):
        slide = _begin(presentation, layouts.BOTH, screen, handout)
        native_chart.insert(_placeholder(slide, layouts.CONTENT), plot, _alt(screen))
        slide_table.insert(_placeholder(slide, layouts.SECOND), listed)
        return
    if plot is not None:
        slide = _begin(presentation, layouts.CHART, screen, handout)
        native_chart.insert(_placeholder(slide, layouts.CONTENT), plot, _alt(screen))
    elif drawn:
        slide = _begin(presentation, layouts.PICTURE, screen, handout)
        _picture(_placeholder(slide, layouts.CONTENT), screen)
    elif listed is None:
        _begin(presentation, layouts.WORDS, screen, handout)
    if listed is not None:
        _tables(presentation, listed, screen, handout, begun=plot is not None or drawn)


def commitments(presentation: Presentation, handout: Handout) -> None:
    """What was promised, the open ones first, as a table."""
    from arp.views.export.promised import promised

    for at, part in enumerate(slide_table.parts(promised(handout.commitments), layouts.TABLE)):
        slide = presentation.slides.add_slide(layout(presentation, layouts.TABLE))
        slide.shapes.title.text = "What did we promise?" + (" (continued)" if at else "")
        open_ones = [one for one in handout.commitments if one.done_on is None]
        done = len(handout.commitments) - len(open_ones)
        _write(slide, layouts.FINDING, f"{len(open_ones)} open, {done} done.")
        _write(slide, layouts.FOOT, f"As of {handout.as_of}.")
        _write(slide, layouts.SAMPLE, provenance.SAMPLE if handout.sample else "")
        slide_table.insert(_placeholder(slide, layouts.CONTENT), part)


def notes(screen: Screen, handout: Handout) -> str:
    """What the presenter reads: own note, finding, then how each figure is worked out."""
    lines = [screen.note, screen.exhibit.question, screen.exhibit.finding]
    lines.append(provenance.foot(screen, handout))
    for name, unit, words, caveat in provenance.definitions(provenance.indicators(screen)):
        kept = f" Keep in mind: {caveat}" if caveat else ""
        lines.append(f"{name} ({unit}). {words}{kept}")
    return "\n\n".join(line for line in lines if line)


def _begin(presentation: Presentation, name: str, screen: Screen, handout: Handout) -> Any:
    """A slide with its question, finding, foot and notes."""
    exhibit = screen.exhibit
    slide = presentation.slides.add_slide(layout(presentation, name))
    slide.shapes.title.text = exhibit.question
    _write(slide, layouts.FINDING, exhibit.finding, WORDS_LONG if name == layouts.WORDS else LONG)
    _write(slide, layouts.FOOT, provenance.foot(screen, handout), FOOT_LONG)
    _write(slide, layouts.SAMPLE, provenance.SAMPLE if handout.sample else "")
    slide.notes_slide.notes_text_frame.text = notes(screen, handout)
    return slide


def _tables(
    presentation: Presentation,
    listed: pd.DataFrame,
    screen: Screen,
    handout: Handout,
    *,
    begun: bool,
) -> None:
    for at, part in enumerate(slide_table.parts(listed, layouts.TABLE)):
        slide = _begin(presentation, layouts.TABLE, screen, handout)
        if at or begun:
            slide.shapes.title.text = f"{screen.exhibit.question} (continued)"
        slide_table.insert(_placeholder(slide, layouts.CONTENT), part, listed)


def _picture(placeholder: Any, screen: Screen) -> None:
    """A sharp picture of the chart, whole and centered in its placeholder."""
    from PIL import Image

    drawing, place = screen.exhibit.drawing, placeholder
    if drawing is None:
        return
    wide, high = (inches * PIXELS for inches in layouts.box(layouts.CONTENT, layouts.PICTURE)[2:])
    spec = drawing.specification(screen.exhibit.readings, colors.LIGHT)
    drawn = _drawn(spec, wide, high)
    width, height = Image.open(BytesIO(drawn)).size
    left, top, room_wide, room_high = place.left, place.top, place.width, place.height
    shape = placeholder.insert_picture(BytesIO(drawn))
    shape.crop_left = shape.crop_right = shape.crop_top = shape.crop_bottom = 0
    times = min(room_wide / width, room_high / height)
    shape.width, shape.height = int(width * times), int(height * times)
    shape.left, shape.top = left, top + (room_high - shape.height) // 2
    native_parts.describe(shape, _alt(screen))


def _drawn(spec: Mapping[str, Any], wide: float, high: float) -> bytes:
    """The chart as PNG, about as wide and as high as its place, in pixels."""
    from PIL import Image

    if isinstance(spec.get("height"), int | float):
        grown = large(dict(spec), times=LARGE)
        return picture.bare_png(grown, width=int(wide * 0.9), height=int(high * 0.82))
    drawn = picture.bare_png(spec, width=int(wide * 0.9))
    width, height = Image.open(BytesIO(drawn)).size
    if width / height >= wide / high:
        return drawn
    # Higher than its place: drawn again at the width that it can have.
    narrower = max(400, int(width / 3 * (wide / high) / (width / height)))
    return picture.bare_png(spec, width=int(narrower * 0.9), height=int(high * 0.86))


def _alt(screen: Screen) -> str:
    return f"{screen.exhibit.question} {screen.exhibit.finding}"


def _placeholder(slide: Any, number: int) -> Any:
    return next(one for one in slide.placeholders if one.placeholder_format.idx == number)


def _write(slide: Any, number: int, text: str, smaller: Sequence[tuple[int, float]] = LONG) -> None:
    """Write into a placeholder; one without words is taken away: it would ask for some."""
    from pptx.util import Pt

    place = _placeholder(slide, number)
    if not text:
        place._element.getparent().remove(place._element)
        return
    place.text_frame.text = text
    times = next((times for letters, times in smaller if len(text) > letters), 1.0)
    if times < 1:
        size = _size(slide.slide_layout.name, number) * times
        for paragraph in place.text_frame.paragraphs:
            paragraph.font.size = Pt(round(size * 2) / 2)


def _size(name: str, number: int) -> float:
    return next(place.size for place in layouts.LAYOUTS[name] if place.number == number)
