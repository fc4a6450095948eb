"""Ready to expand? Seven gates with their evidence; then which calls are missed, why and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.exhibits import maps, own
from arp.exhibits.composed import page, picked, section
from arp.exhibits.exhibit import Drawing, Exhibit, Menu, Section
from arp.measures.indicator import Question
from arp.measures.registry import INDICATORS
from arp.measures.studies import hours_of_week
from arp.measures.studies.funnel import STEPS
from arp.views import (
    bar_charts,
    candidate_rows,
    demand_words,
    gate_words,
    sentences,
    tables,
    topics,
    wait_words,
    week_chart,
)
from arp.views.impact_words import most_first

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look
    from arp.measures.judge.judging import Gate

SHOWN_WEEK = "week"  # in the link: which part of the week's demand and coverage is shown
MORE_UNITS = "more"  # in the link: with how many more units callers would wait
CHOICES = (SHOWN_WEEK, MORE_UNITS)
GATES = "gates"  # the exhibit of all gates together
MISSED, LEVERS = "missed_eligible", "recoverable_calls"  # two gates rest on them, too
WEEKLY, TYPES, PLACES = "demand_vs_coverage", "candidate_call_types", "candidate_areas_hours"
STEP_NAMES = {step: step.capitalize() for step in STEPS}
PARTS = {part.capitalize(): part for part in hours_of_week.PARTS}
MOST_ASKED = hours_of_week.MISSED.capitalize()
CODED = {"eligible_share": "Eligible, of all calls", "recode_rate": "Given another type later"}
GROUPS = {
    "team": ("Which team handles how many of its calls?", "Teams do not add up to the whole."),
    "call_type": ("Which kinds of calls are handled?", "In staffed hours only."),
}
WHOLE_WIDTH = 0


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page, with all gates in one exhibit.

    Args:
        look: what it is composed of.
        choices: which part of the week is shown, and how many more units wait.
    """
    return _composed(look, choices, apart=False)


def compose_apart(look: Look, choices: Mapping[str, str]) -> Page:
    """The same with an exhibit for each gate, as it is presented."""
    return _composed(look, choices, apart=True)


def _composed(look: Look, choices: Mapping[str, str], *, apart: bool) -> Page:
    found = look.gates()
    keys = (*indicators_of(found), MISSED, LEVERS, WEEKLY, TYPES, PLACES, *CODED)
    whole = look.readings(list(dict.fromkeys(keys)))
    which = f"{gate_words.which(found)} Each gate is judged by itself: there is no score."
    return page(
        look,
        "readiness",
        gate_words.how_many(found),
        which.strip(),
        (
            _gates(found, whole, apart=apart),
            section(
                (
                    *_where_calls_go(look, whole),
                    *_captured(look),
                    maps.captured(look),
                    _places(whole),
                )
            ),
            section(
                (
                    maps.captured_by_month(look),
                    _waits(look, choices),
                    _week(whole, choices),
                    _types(whole),
                ),
                "",
                WHOLE_WIDTH,
            ),
            own.section(look, Question.READY),
        ),
    )


def indicators_of(gates: Sequence[Gate]) -> list[str]:
    """The indicators that gates rest on, as far as there are such indicators."""
    named = dict.fromkeys(one.figure.key for gate in gates for one in gate.figures)
    return [key for key in named if key in INDICATORS]


def _gates(found: Sequence[Gate], whole: pd.DataFrame, *, apart: bool) -> Section:
    if not apart:
        every = _gate(found, whole, GATES, gate_words.QUESTION, gate_words.worse_end(found), "")
        return section((every,), "", WHOLE_WIDTH)
    return section((_gate_alone(gate, whole) for gate in found), "", WHOLE_WIDTH)


def _gate_alone(gate: Gate, whole: pd.DataFrame) -> Exhibit:
    decided, worse_end = gate_words.decided(gate), gate_words.worse_end([gate])
    return _gate([gate], whole, key_of(gate), gate.question, decided, worse_end)


def key_of(gate: Gate) -> str:
    """The exhibit of one gate."""
    return f"gate-{gate.name.lower().replace(' ', '-')}"


def _gate(
    gates: Sequence[Gate], whole: pd.DataFrame, key: str, question: str, finding: str, note: str
) -> Exhibit:
    return Exhibit(
        key=key,
        question=question,
        finding=finding,
        readings=whole[whole["indicator"].isin(indicators_of(gates))],
        listed=gate_words.printed(gates),
        note=note,
    )


def _where_calls_go(look: Look, whole: pd.DataFrame) -> tuple[Exhibit, ...]:
    steps = look.funnel()
    missed, levers = whole[whole["indicator"] == MISSED], whole[whole["indicator"] == LEVERS]
    return (
        Exhibit(
            key="funnel",
            question="Where do eligible calls go?",
            finding=demand_words.funnel(steps),
            readings=steps,
            drawing=Drawing(bar_charts.funnel, {"steps": STEP_NAMES, "of": "step"}),
            note="Each step is counted inside the one before.",
        ),
        Exhibit(
            key="coded",
            question="How many calls are eligible, and how many change their type?",
            finding=topics.beside(whole, CODED, look.registry.indicators),
            readings=topics.in_order(whole, CODED),
            drawing=Drawing(
                bar_charts.ranges, {"group": "indicator", "unit": "share", "names": CODED}
            ),
            note="Eligibility is judged by the first type, as it was known at dispatch.",
        ),
        Exhibit(
            key="missed",
            question="Why are eligible calls missed?",
            finding=demand_words.missed(missed),
            readings=missed,
            drawing=Drawing(bar_charts.counts_by_part, {"group": "missed_why"}),
            note="The first reason that fits; busy and free units are worked out from unit times.",
        ),
        Exhibit(
            key="levers",
            question="What would reach the missed calls?",
            finding=demand_words.levers(levers),
            readings=levers,
            drawing=Drawing(bar_charts.counts_by_part, {"group": "lever"}),
        ),
    )


def _captured(look: Look) -> list[Exhibit]:
    made = []
    for group, (question, note) in GROUPS.items():
        captured = look.readings(("eligible_capture",), by=(group,))
        made.append(
            Exhibit(
                key=f"capture-{group}",
                question=question,
                finding=sentences.between_groups(captured, "eligible_capture", group, "share"),
                readings=most_first(captured, "n"),
                drawing=Drawing(bar_charts.ranges, {"group": group, "unit": "share"}),
                note=note,
            )
        )
    return made


def _places(whole: pd.DataFrame) -> Exhibit:
    places = candidate_rows.areas_and_hours(whole[whole["indicator"] == PLACES])
    return Exhibit(
        key="places",
        question="Where and when would one more unit help most?",
        finding=candidate_rows.best_block(places),
        readings=places,
        drawing=Drawing(bar_charts.ranges, {"group": "place", "unit": "calls an hour"}),
        note="Unserved eligible calls in each hour that one more unit would be on duty.",
    )


def _waits(look: Look, choices: Mapping[str, str]) -> Exhibit:
    waits = look.readings(("wait_model",), by=("team",))
    more = picked(choices, MORE_UNITS, wait_words.CHOICES)
    words = {"group": "team", "of": "more_units", "sides": wait_words.sides(more), "unit": "share"}
    return Exhibit(
        key="wait",
        question="How long would callers wait with one unit more?",
        finding=wait_words.waiting(waits, more),
        readings=wait_words.over(waits),
        drawing=Drawing(bar_charts.two_sides, words),
        listed=wait_words.rests_on(waits),
        note=wait_words.note(waits),
        menus=(Menu(MORE_UNITS, "Units more", wait_words.CHOICES, "segments"),),
    )


def _week(whole: pd.DataFrame, choices: Mapping[str, str]) -> Exhibit:
    week = whole[whole["indicator"] == WEEKLY]
    options = (MOST_ASKED, *(name for name in PARTS if name != MOST_ASKED))
    part = PARTS[picked(choices, SHOWN_WEEK, options)]
    unit = tables.PART_UNITS[part]
    words = {"unit": unit, "part": part, "on_duty": hours_of_week.ON_DUTY}
    return Exhibit(
        key="hours",
        question="When do eligible calls come, and when is a team there?",
        finding=demand_words.hours(week, part, unit),
        readings=week,
        drawing=Drawing(week_chart.by_hour_of_week, words),
        menus=(Menu(SHOWN_WEEK, "Show", options, "segments"),),
    )


def _types(whole: pd.DataFrame) -> Exhibit:
    types = whole[whole["indicator"] == TYPES]
    return Exhibit(
        key="types",
        question="Which call types does no team take yet?",
        finding=candidate_rows.largest_type(types),
        readings=types,
        listed=candidate_rows.call_types(types),
        note="Police time is the median of police unit-minutes a call.",
    )
