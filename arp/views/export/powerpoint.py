"""A hand-out as a presentation that designers can edit: a slide a screen, charts native."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from arp.exhibits.handout import Handout


def powerpoint(handout: Handout) -> bytes:
    """The hand-out as .pptx, 16:9: a cover, what was promised, then a slide a screen.

    Charts are PowerPoint's own, with the readings' numbers behind them; what PowerPoint cannot
    draw (a map, a heat map, a curve) is a picture. Colors and fonts are those of the
    presentation's theme. The notes hold the presenter's note, the definitions and their caveats.
    A long table takes more than one slide.
    """
    from arp.views.export import slides

    presentation = _blank(handout.title)
    slides.cover(presentation, handout)
    if handout.commitments:
        slides.commitments(presentation, handout)
    for screen in handout.screens:
        slides.add(presentation, screen, handout)
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def _blank(title: str) -> Presentation:
    """A presentation without slides, in the house's theme and layouts."""
    from pptx import Presentation as new

    from arp.views.export import slide_master, slide_theme

    presentation = new()
    slide_theme.dress(presentation)
    slide_master.lay_out(presentation)
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by = title, "", ""
    about.language = "en-US"
    return presentation
