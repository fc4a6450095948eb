"""Home: how much, how fast, and whether the person is reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits import by_month
from arp.exhibits.composed import page, remarks, section
from arp.views import sentences

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

WAITS = tuple(by_month.WAITS)
FIGURES = ("program_responses", "calls_in_scope", *WAITS, "contact_made_rate")


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page; it has no choices."""
    whole, months = look.readings(FIGURES), look.monthly(FIGURES)
    counted = sentences.first_known(whole, list(sentences.COUNTED))
    exhibits = (
        by_month.control(
            f"How many {sentences.COUNTED[counted]}s each month?", months[counted], whole
        ),
        by_month.waits(
            look,
            "How long do people wait?",
            sentences.wait(*(sentences.reading(whole, key) for key in WAITS)),
            months,
            whole,
        ),
        by_month.control("How often is the person reached?", months["contact_made_rate"], whole),
    )
    return page(
        look,
        "home",
        sentences.headline(whole),
        remarks(look, whole),
        (section(exhibits),),
        whole=whole,
        tiles=FIGURES,
        months=months,
    )
