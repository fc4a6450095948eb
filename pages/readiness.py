"""Ready to expand? Seven gates with their evidence; then which calls are missed, why and when."""

from __future__ import annotations

from functools import partial

import streamlit as st

from arp.measures.indicator import Question
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
from pages import _card, _filters, _gates, _own, _present, _shell, _untold

SHOWN_WEEK = "week"  # in the link: which part of the week's demand and coverage is shown
MORE_UNITS = "more"  # in the link: with how many more units callers would wait
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


def part_of_week() -> None:
    """The choice between demand, coverage, capture and misses."""
    st.segmented_control(
        "Show",
        list(PARTS),
        default=MOST_ASKED,
        key=SHOWN_WEEK,
        label_visibility="collapsed",
        bind="query-params",
    )


def more_units() -> None:
    """The choice of how many more units the model of waiting has."""
    st.segmented_control(
        "Units more",
        list(wait_words.CHOICES),
        default=wait_words.CHOICES[0],
        key=MORE_UNITS,
        label_visibility="collapsed",
        bind="query-params",
    )


shown = _shell.need_data(_filters.shown())
found = _gates.gates(shown)
whole = _shell.readings(
    shown, list(dict.fromkeys((*_gates.keys(found), MISSED, LEVERS, WEEKLY, TYPES, PLACES, *CODED)))
)

_card.headline(
    gate_words.how_many(found),
    f"{gate_words.which(found)} Each gate is judged by itself: there is no score.".strip(),
)
for judged in [[gate] for gate in found] if _present.on() else [found]:
    _card.card(
        f"gate-{judged[0].name.lower()}" if _present.on() else "gates",
        judged[0].question if _present.on() else "What speaks for it, and what against?",
        "A safety gate is decided by the worse end of its interval, not by its value.",
        whole[whole["indicator"].isin(_gates.keys(judged))],
        shown=shown,
        control=partial(_gates.table, judged),
    )

with _untold.gathered():
    with _card.side_by_side():
        steps = _gates.funnel(shown)
        _card.card(
            "funnel",
            "Where do eligible calls go?",
            demand_words.funnel(steps),
            steps,
            shown=shown,
            drawing=_card.Drawing(bar_charts.funnel, {"steps": STEP_NAMES, "of": "step"}),
            note="Each step is counted inside the one before.",
        )
        _card.card(
            "coded",
            "How many calls are eligible, and how many change their type?",
            topics.beside(whole, CODED, _shell.registry(shown).indicators),
            topics.in_order(whole, CODED),
            shown=shown,
            drawing=_card.Drawing(
                bar_charts.ranges, {"group": "indicator", "unit": "share", "names": CODED}
            ),
            note="Eligibility is judged by the first type, as it was known at dispatch.",
        )
        missed = whole[whole["indicator"] == MISSED]
        _card.card(
            "missed",
            "Why are eligible calls missed?",
            demand_words.missed(missed),
            missed,
            shown=shown,
            drawing=_card.Drawing(bar_charts.counts_by_part, {"group": "missed_why"}),
            note="The first reason that fits; busy and free units are worked out from unit times.",
        )
        levers = whole[whole["indicator"] == LEVERS]
        _card.card(
            "levers",
            "What would reach them?",
            demand_words.levers(levers),
            levers,
            shown=shown,
            drawing=_card.Drawing(bar_charts.counts_by_part, {"group": "lever"}),
        )
        for group, (question, note) in GROUPS.items():
            captured = _shell.readings(shown, ("eligible_capture",), by=(group,))
            _card.card(
                f"capture-{group}",
                question,
                sentences.between_groups(captured, "eligible_capture", group, "share"),
                most_first(captured, "n"),
                shown=shown,
                drawing=_card.Drawing(bar_charts.ranges, {"group": group, "unit": "share"}),
                note=note,
            )
        places = candidate_rows.areas_and_hours(whole[whole["indicator"] == PLACES])
        _card.card(
            "places",
            "Where and when would one more unit help most?",
            candidate_rows.best_block(places),
            places,
            shown=shown,
            drawing=_card.Drawing(bar_charts.ranges, {"group": "place", "unit": "calls an hour"}),
            note="Unserved eligible calls in each hour that one more unit would be on duty.",
        )

    waits = _shell.readings(shown, ("wait_model",), by=("team",))
    asked = st.session_state.get(MORE_UNITS) or st.query_params.get(MORE_UNITS)
    more = str(asked) if asked in wait_words.CHOICES else wait_words.CHOICES[0]
    _card.card(
        "wait",
        "How long would callers wait with one unit more?",
        wait_words.waiting(waits, more),
        wait_words.over(waits),
        shown=shown,
        drawing=_card.Drawing(
            bar_charts.two_sides,
            {
                "group": "team",
                "of": "more_units",
                "sides": wait_words.sides(more),
                "unit": "share",
            },
        ),
        control=more_units,
        listed=wait_words.rests_on(waits),
        note=wait_words.note(waits),
    )
    week = whole[whole["indicator"] == WEEKLY]
    picked = st.session_state.get(SHOWN_WEEK) or st.query_params.get(SHOWN_WEEK)
    part = PARTS.get(str(picked), hours_of_week.MISSED)
    unit = tables.PART_UNITS[part]
    _card.card(
        "hours",
        "When do eligible calls come, and when is a team there?",
        demand_words.hours(week, part, unit),
        week,
        shown=shown,
        drawing=_card.Drawing(
            week_chart.by_hour_of_week,
            {"unit": unit, "part": part, "on_duty": hours_of_week.ON_DUTY},
        ),
        control=part_of_week,
    )
    types = whole[whole["indicator"] == TYPES]
    _card.card(
        "types",
        "Which call types could be looked at next?",
        candidate_rows.largest_type(types),
        types,
        shown=shown,
        listed=candidate_rows.call_types(types),
        note="Police time is the median of police unit-minutes a call.",
    )
_own.section(shown, Question.READY)
