"""Is it ready to expand? The judgments: stable, safe, and the seven gates. There is no score."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.readiness import backup_ceiling, safety_floor, scorecard, trend_stability

LOCAL = "No published standard exists: targets are the city's own, dated, with who set them."
NEEDS_TARGETS = (
    "It needs the figures it rests on and the city's own targets for them. Upload calls and "
    "contact records, and set targets under Settings or in the program workbook."
)


def _judgment(**texts: Any) -> Indicator:
    """A judgment from other figures: 1 is met, 0 is not met."""
    return Indicator(
        question=Question.READY,
        unit="met or not",
        better=Better.HIGHER,
        grain="responses",
        needs=("handled",),
        to_measure_it=NEEDS_TARGETS,
        of_a_team=False,
        target_note=LOCAL,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
        **texts,
    )


ENTRIES = (
    _judgment(
        key="backup_ceiling",
        name="Safety gate: back-up by call type",
        why="Shows for which call types back-up is surely as rare as the city demands.",
        words=(
            "For each call type: met where the upper end of the 95% interval of back-up requested "
            "lies under the city's ceiling."
        ),
        formula=Worked(run=backup_ceiling, among=_.handled),
        source="This project's definition; the ceiling is the city's own.",
        caveat="The upper end decides, so a type with few calls is hardly ever met.",
    ),
    _judgment(
        key="safety_floor",
        name="Safety gate: harm",
        why="Shows whether anybody was seriously hurt, and whether responders felt safe.",
        words=(
            "Met where there was no serious injury of a responder in the last 12 months, and "
            "emergency back-up and the lower end of the interval of responders who felt safe meet "
            "the city's targets."
        ),
        formula=Worked(run=safety_floor, among=_.handled),
        source="This project's definition; the floor is the city's own.",
        caveat="Self-reported by responders.",
    ),
    _judgment(
        key="trend_stability",
        name="Stable month after month",
        why="Shows whether the process is steady enough to be enlarged; unstable means fix first.",
        words=(
            "Met where eligible calls handled, median response, back-up requested and responders "
            "who felt safe have at least 12 known months since the last change and no signal of "
            "concern in the last 6."
        ),
        formula=Worked(run=trend_stability, among=_.handled),
        source="XmR charts as in NHS Making Data Count.",
        caveat="Stable is not the same as good.",
    ),
    _judgment(
        key="readiness_scorecard",
        name="Readiness: seven gates",
        why="Shows what speaks for growing the program, what speaks against, what nobody can tell.",
        words=(
            "Seven gates: safety, reliability, unmet demand, capacity, dispatch, follow-through, "
            "data. A gate is not met if any of its figures misses its target; else it cannot be "
            "told if any is not measured, too few, not mature or has no target; met only if all "
            "are."
        ),
        formula=Worked(run=scorecard, among=_.handled),
        source="This project's definition; no published standard for readiness exists.",
        caveat="There is no score: one gate that is not met is not made good by six that are.",
    ),
)
