"""Response times: how long people wait, who waits longest, when, and where the time goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits import by_month, maps
from arp.exhibits.composed import page, remarks, section
from arp.exhibits.exhibit import Drawing, Exhibit, names
from arp.views import charts, plotted, sentences, signal_words, tables, week_chart

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

WAITS = tuple(by_month.WAITS)
STEPS = {
    "response": "Call to arrival",
    "first_unit": "To the first unit of any agency",
    "call_processing": "Taking the call",
    "queue_wait": "Waiting for a unit",
    "travel": "Travel",
    "on_scene": "On scene",
}
WAITED = ("call_processing", "queue_wait", "travel")  # what a wait is made of
GROUPS = {"team": "team", "area": "area", "call_type": "call type"}
FIGURES = (*WAITS, "response_mean", "response_within_target", "timestamp_valid_rate")
ENDS = tuple(f"{step}_{end}" for step in STEPS for end in ("p50", "p90"))
WHOLE_WIDTH = 0
HOW_TO_READ = "The tick: half of the calls. The bar: nine in ten."


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page; it has no choices."""
    whole = look.readings(list(dict.fromkeys((*FIGURES, *ENDS))))
    months = look.monthly(FIGURES)
    half, most = (sentences.reading(whole, key) for key in WAITS)
    over_months = by_month.waits(
        look,
        "Does the wait change over the months?",
        signal_words.named(months["response_p50"]),
        months,
        whole,
        key="months",
        note=signal_words.foot(months["response_p50"]),
    )
    groups = (_group(look, group, title) for group, title in GROUPS.items())
    return page(
        look,
        "response_times",
        sentences.wait_headline(half, most),
        remarks(look, whole),
        (
            section((over_months,), "", WHOLE_WIDTH),
            section((_steps(whole), *groups, maps.waits(look))),
            section((_hours(look), _longest(look)), "", WHOLE_WIDTH),
        ),
        whole=whole,
        tiles=FIGURES,
        months=months,
    )


def _steps(whole: pd.DataFrame) -> Exhibit:
    return Exhibit(
        key="steps",
        question="Where does the time go?",
        finding=sentences.longest_step(whole, {step: STEPS[step] for step in WAITED}),
        readings=whole[whole["indicator"].isin(ENDS)],
        drawing=Drawing(charts.waits_by_step, {"steps": STEPS}),
        note=HOW_TO_READ,
    )


def _group(look: Look, group: str, title: str) -> Exhibit:
    groups = look.readings(WAITS, by=(group,))
    return Exhibit(
        key=group,
        question=f"Who waits longest, by {title}?",
        finding=sentences.between_groups(
            plotted.most_calls(groups, "response_p50"), "response_p50", group, "minutes"
        ),
        readings=groups,
        drawing=Drawing(charts.waits_by_group, {"group": group}),
        note=f"{HOW_TO_READ}{' Teams do not add up to the whole.' if group == 'team' else ''}",
    )


def _hours(look: Look) -> Exhibit:
    hours = look.readings(WAITS[:1], by=("hour_of_week",))
    return Exhibit(
        key="hours",
        question="When do people wait longest?",
        finding=sentences.busiest_hour(hours, "minutes"),
        readings=hours,
        drawing=Drawing(week_chart.by_hour_of_week, {"unit": "minutes"}),
    )


def _longest(look: Look) -> Exhibit:
    longest = look.readings(("longest_response",))
    return Exhibit(
        key="longest",
        question="Which calls waited longest?",
        finding="To review one by one: a long wait can also be a time stamp pressed late.",
        readings=longest,
        listed=tables.numbers(longest, names(longest, look.registry.indicators)),
    )
