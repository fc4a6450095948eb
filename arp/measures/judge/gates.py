"""The seven gates of readiness as data: which figures each rests on and what decides them.

No published standard exists. What a figure must reach is the city's own target; only what a gate
says by its very definition (no serious injury) is declared here. Source: METRICS.md §4B,
readiness_scorecard.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decides(StrEnum):
    """What of a figure is held against the target, and how."""

    UPPER_BOUND = "the upper end of the interval is under the target"
    LOWER_BOUND = "the lower end of the interval is at least the target"
    AT_MOST = "the value is at most the target"
    AT_LEAST = "the value is at least the target"
    WITHIN = "the value lies within the target's band"
    STABLE = "no month of the last six is a signal of concern"


class Taken(StrEnum):
    """Over which time a figure is taken."""

    WHOLE = "over the whole period"
    A_MONTH = "a month, on average"
    TWELVE_MONTHS = "in the last 12 months"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure that a gate rests on."""

    key: str  # the indicator's
    decides: Decides
    part: tuple[str, str] | None = None  # of an indicator in parts: which group has which value
    as_share: bool = False  # whether a part's count is taken as its share of the whole
    taken: Taken = Taken.WHOLE
    fixed: float | None = None  # the target where the gate's definition is the target
    name: str = ""  # what it is called; blank is the indicator's own name


@dataclass(frozen=True)
class GateEntry:
    """One gate: its name, the question it answers and its figures."""

    name: str
    question: str
    figures: tuple[Figure, ...]


STABILITY = "trend_stability"
STABLE_FIGURES = ("eligible_capture", "response_p50", "backup_requested_rate", "felt_safe_rate")

GATES = (
    GateEntry(
        "Safety",
        "Is the work safe for those who respond?",
        (
            Figure(key="backup_requested_rate", decides=Decides.UPPER_BOUND),
            Figure(key="urgent_backup_rate", decides=Decides.AT_MOST),
            Figure(key="felt_safe_rate", decides=Decides.LOWER_BOUND),
            Figure(
                key="responder_injuries_serious",
                decides=Decides.AT_MOST,
                taken=Taken.TWELVE_MONTHS,
                fixed=0,
            ),
        ),
    ),
    GateEntry(
        "Reliability",
        "Do teams come in time, on the shifts that were planned, month after month?",
        (
            Figure(key="response_p50", decides=Decides.AT_MOST),
            Figure(key="response_p90", decides=Decides.AT_MOST),
            Figure(key="schedule_fill", decides=Decides.AT_LEAST),
            Figure(key=STABILITY, decides=Decides.STABLE, name="Stable month after month"),
        ),
    ),
    GateEntry(
        "Unmet demand",
        "Would more hours, area or units reach enough calls?",
        (Figure(key="recoverable_calls", decides=Decides.AT_LEAST, taken=Taken.A_MONTH),),
    ),
    GateEntry(
        "Capacity",
        "Are the units there are used well, and is one free when a call comes?",
        (
            Figure(key="uhu", decides=Decides.WITHIN),
            Figure(key="all_units_busy", decides=Decides.AT_MOST),
        ),
    ),
    GateEntry(
        "Dispatch",
        "Are eligible calls recognized and sent to the program?",
        (
            Figure(key="dispatch_recall", decides=Decides.AT_LEAST),
            Figure(
                key="missed_eligible",
                part=("missed_why", "not routed"),
                as_share=True,
                decides=Decides.AT_MOST,
                name="Missed calls that were not routed",
            ),
        ),
    ),
    GateEntry(
        "Follow-through",
        "Are people followed up and connected to care?",
        (
            Figure(key="followup_attempted_48h", decides=Decides.AT_LEAST),
            Figure(key="followup_reached_48h", decides=Decides.AT_LEAST),
            Figure(key="connected_to_care", decides=Decides.AT_LEAST),
        ),
    ),
    GateEntry(
        "Data",
        "Is the data complete enough to decide on?",
        (
            Figure(key="outcome_link_rate", decides=Decides.AT_LEAST),
            Figure(
                key="field_completeness",
                part=("field", "index"),
                decides=Decides.AT_LEAST,
            ),
        ),
    ),
)
