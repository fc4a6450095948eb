"""What happened: whether the person was reached, and how each contact ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits import by_month
from arp.exhibits.composed import page, part_of, section
from arp.exhibits.exhibit import Drawing, Exhibit
from arp.views import charts, sentences

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

MIXES = {
    "contact_result": "Was the person reached?",
    "destination": "Where did the person go?",
    "disposition_label": "How did it end, in the city’s own words?",
}
REACHED = "contact_made_rate"
ALL_COUNT = (
    "Every contact or attempt counts, those that were canceled on the way too. "
    "What was not written down is unknown, and shown as such."
)


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page; it has no choices."""
    whole = look.readings((REACHED, "disposition_mix"))
    mix = whole[whole["indicator"] == "disposition_mix"]
    months = look.monthly((REACHED,))
    return page(
        look,
        "contacts",
        sentences.reached(sentences.reading(whole, REACHED)),
        ALL_COUNT,
        (
            section(_mix(mix, group, question) for group, question in MIXES.items()),
            section(
                (
                    by_month.control("Is the person reached more often?", months[REACHED], whole),
                    _teams(look),
                )
            ),
        ),
    )


def _mix(mix: pd.DataFrame, group: str, question: str) -> Exhibit:
    parts = part_of(mix, group)
    return Exhibit(
        key=group,
        question=question,
        finding=sentences.mix(parts, group),
        readings=parts,
        drawing=Drawing(charts.shares, {"group": group}),
    )


def _teams(look: Look) -> Exhibit:
    teams = look.readings((REACHED,), by=("team",))
    return Exhibit(
        key="reached-team",
        question="Which team reaches people how often?",
        finding=sentences.between_groups(teams, REACHED, "team", "share"),
        readings=teams,
        drawing=Drawing(charts.shares, {"group": "team"}),
        note="Each bar is a share of that team's own contacts.",
    )
