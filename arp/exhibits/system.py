"""System impact: what police, EMS and fire were not sent to, what that frees, and what remains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.exhibits import by_month, own, police
from arp.exhibits.composed import page, section
from arp.exhibits.exhibit import Drawing, Exhibit, Menu
from arp.measures.indicator import Question
from arp.measures.monthly import together
from arp.measures.prices import police_hour, worth
from arp.views import bar_charts, estimate_words, impact_words, sentences, signal_words

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look
    from arp.measures.monthly import Monthly

TILES = (
    "calls_diverted",
    "no_police_sent",
    "diversion_share_total",
    "police_hours_on_eligible",
    "hours_freed",
)
PRIORITY = {"police_p1_response_p50": "half of calls", "police_p1_response_p90": "nine in ten"}
MONTHLY = (*dict.fromkeys((*TILES, *impact_words.AGENCIES, *PRIORITY)), "cost_per_response")
GAP, TYPES, FREED = "response_gap_vs_police", "police_only_on_eligible", "hours_freed"
TRANSPORTS, WORTH = "ed_transports_avoided", "cost_avoided"
SIDES = {impact_words.PROGRAM: "Program", impact_words.POLICE: "Police alone"}
SHARE, ALL_OF_THEM = "police_share", 1.0  # of diverted calls, how many would have had police
CHOICES = (SHARE,)
PRICES = ("settings", "Set the city’s own prices")


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page.

    Args:
        look: what it is composed of.
        choices: the share of diverted calls that would have had police.
    """
    whole = look.readings((*MONTHLY, GAP, TYPES, TRANSPORTS, WORTH))
    months = look.monthly(MONTHLY)
    types = look.readings((TYPES, GAP, TRANSPORTS), by=("call_type",))
    exhibits = (
        *_calls(look, whole, months, types),
        *_times(look, whole, months, types),
        _freed(look, whole, choices),
        *_worth(whole, months, types),
        *police.exhibits(look),
    )
    return page(
        look,
        "system",
        impact_words.answer(whole),
        impact_words.proof(whole),
        (section(exhibits), own.section(look, Question.SYSTEM)),
        whole=whole,
        tiles=TILES,
        months=months,
    )


def share_chosen(choices: Mapping[str, str]) -> float:
    """The share that is taken for granted: between 0 and 1; all of them where none is chosen."""
    try:
        share = float(choices.get(SHARE, ""))
    except ValueError:
        return ALL_OF_THEM
    return share if 0.0 <= share <= 1.0 else ALL_OF_THEM


def _calls(
    look: Look, whole: pd.DataFrame, months: Mapping[str, Monthly], types: pd.DataFrame
) -> tuple[Exhibit, ...]:
    """Which calls the agencies were not sent to, and which police still answer alone."""
    only = types[types["indicator"] == TYPES]
    return (
        Exhibit(
            key="agencies",
            question="How many calls are diverted from police, EMS and fire?",
            finding=impact_words.by_agency(whole),
            readings=_together(months, tuple(impact_words.AGENCIES)),
            drawing=by_month.lines(look, impact_words.AGENCIES, "calls"),
            note="Handled by a phone team or an unarmed team, with no unit of that agency sent.",
        ),
        by_month.control(
            "How often are no police sent to an eligible call?",
            months["no_police_sent"],
            whole,
            note="It includes calls to which nobody came.",
        ),
        Exhibit(
            key="types",
            question="Which eligible calls do police still answer alone?",
            finding=impact_words.most_police_only(only),
            readings=impact_words.most_first(only),
            drawing=Drawing(bar_charts.ranges, {"group": "call_type", "unit": "share"}),
            of=sentences.of_whole(sentences.reading(whole, TYPES)),
            note=f"Call types with {impact_words.ENOUGH} calls or more, most such calls first.",
        ),
    )


def _times(
    look: Look, whole: pd.DataFrame, months: Mapping[str, Monthly], types: pd.DataFrame
) -> tuple[Exhibit, ...]:
    """How quick the program is beside police, and what police time goes to."""
    words = {"group": "call_type", "sides": SIDES, "unit": "minutes"}
    return (
        Exhibit(
            key="gap",
            question="Is the program as quick as police on the same calls?",
            finding=impact_words.beside_police(whole),
            readings=types[types["indicator"] == GAP],
            drawing=Drawing(bar_charts.two_sides, words),
            note="Same call types, areas and parts of the day; police weighted to the program’s "
            "mix.",
        ),
        by_month.control(
            "How many police hours go to eligible calls?",
            months["police_hours_on_eligible"],
            whole,
        ),
        Exhibit(
            key="priority",
            question="Do police reach top-priority calls sooner?",
            finding=signal_words.named(months["police_p1_response_p50"]),
            readings=_together(months, tuple(PRIORITY)),
            drawing=by_month.lines(look, PRIORITY, series=[months[key] for key in PRIORITY]),
            of=sentences.of_whole(sentences.reading(whole, "police_p1_response_p50")),
            note=impact_words.NO_PROOF,
        ),
    )


def _freed(look: Look, whole: pd.DataFrame, choices: Mapping[str, str]) -> Exhibit:
    """How many police hours that may free, by what is taken for granted."""
    row = sentences.reading(whole, FREED)
    own = look.hours_freed(None) if sentences.known(row) else None
    asked = look.hours_freed(share_chosen(choices)) if own else None
    price = police_hour(look.settings("costs"))
    value = worth(own, price) if own and price else None
    told = impact_words.estimates((own, asked)) if own else whole[whole["indicator"] == FREED]
    return Exhibit(
        key="freed",
        question="How many police hours may the program free?",
        finding=impact_words.freed(own, asked, row),
        readings=told,
        drawing=Drawing(bar_charts.ranges, {"group": "assumption", "unit": "hours"}),
        note=f"An estimate. {impact_words.each(own)} {impact_words.worth(value)}" if own else "",
        menus=(Menu(SHARE, "Share that would have had police", (), "percent"),) if own else (),
        links=(PRICES,) if own and not price else (),
    )


def _worth(
    whole: pd.DataFrame, months: Mapping[str, Monthly], types: pd.DataFrame
) -> tuple[Exhibit, ...]:
    """What else that avoids, and what all of it is worth."""
    trips, parts = types[types["indicator"] == TRANSPORTS], whole[whole["indicator"] == WORTH]
    return (
        Exhibit(
            key="trips",
            question="How many hospital trips may the program avoid?",
            finding=estimate_words.transports(sentences.reading(whole, TRANSPORTS)),
            readings=impact_words.most_first(trips, "n"),
            drawing=Drawing(bar_charts.ranges, {"group": "call_type", "unit": "transports"}),
            of=sentences.of_whole(sentences.reading(whole, TRANSPORTS)),
            note=estimate_words.NO_ALIKE,
        ),
        Exhibit(
            key="worth",
            question="What are these savings worth, beside what the program costs?",
            finding=estimate_words.cost(parts),
            readings=parts,
            listed=estimate_words.made_of(parts),
            links=(PRICES,) if estimate_words.lacks_a_price(parts) else (),
        ),
        by_month.control(
            "What does one response cost?",
            months["cost_per_response"],
            whole,
            note="Only from the city’s own figures.",
        ),
    )


def _together(months: Mapping[str, Monthly], keys: Sequence[str]) -> pd.DataFrame:
    return together(months[key] for key in keys)
