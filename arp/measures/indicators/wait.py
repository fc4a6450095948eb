"""Is it ready to expand? How long callers would wait for a free unit: a model, not a forecast."""

from datetime import date

from ibis import _

from arp.measures.formula import Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.wait import AT_MOST, KEY, wait_model

ENTRIES = (
    Indicator(
        key=KEY,
        name="Callers who would wait over 15 minutes for a free unit (a model)",
        question=Question.READY,
        why="Shows what one unit more, or one fewer, would mean for those who call.",
        words=(
            "Erlang C, from eligible calls in staffed hours, times the share of them that were "
            "routed, for each hour with a unit on duty; the mean time from dispatched to cleared "
            "of a unit's response; and units on duty, on average and rounded to whole units, with "
            "up to three more. Also the share who wait at all, the mean wait of all callers, and "
            "the fewest units that keep the share over 15 minutes within its target."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Worked(
            run=wait_model, among=_.eligible_staffed, by=("team", "month", "hour_of_week")
        ),
        needs=("eligible_staffed", "routed", "month"),
        to_measure_it=(
            "It needs eligible calls, who was sent, how long units were committed and the service "
            "schedule. Upload a dispatch (CAD) export with units, and enter eligible call types "
            "and the schedule under Settings or in the program workbook."
        ),
        source="Erlang C, as for telephone lines and dispatch desks; this project's use of it.",
        caveat=(
            "A model is not a forecast. It takes calls to come by chance at an even rate, time at "
            "work to be exponential, callers never to give up and any unit to take any call. The "
            "wait is for a free unit: travel comes after it. Averages hide rush hours."
        ),
        starting_target=AT_MOST,
        target_note="No published threshold; at most 20% over 15 minutes is a place to start.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
)
