"""Is it ready to expand? Which calls the teams could take, which they take, which they miss."""

from datetime import date

from ibis import _

from arp.measures.formula import Count, Parts, Share, Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.hours_of_week import demand_and_coverage
from arp.words.reasons import LEVER, MISSED_REASON

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NEEDS_A_LIST = (
    "It needs a dispatch (CAD) export of all calls, and the program's list of eligible call types. "
    "Upload the export, and enter the list under Settings or in the program workbook."
)
NEEDS_A_SCHEDULE = (
    "It needs a dispatch (CAD) export of all calls, the program's list of eligible call types and "
    "its service schedule. Enter list and schedule under Settings or in the program workbook."
)
NO_THRESHOLD = "No published threshold was found; the city sets its own."
ELIGIBLE = (
    "Eligible is a call in scope whose first call type stood, with its conditions, on a team's "
    "list on the day of the call, at any hour and in any area."
)

ENTRIES = (
    Indicator(
        key="eligible_calls",
        name="Eligible calls",
        question=Question.READY,
        why="Shows the demand that the program's own rules say a civilian team could meet.",
        words=f"Counts eligible calls. {ELIGIBLE}",
        unit="calls",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Count(where=_.eligible),
        needs=("eligible",),
        to_measure_it=NEEDS_A_LIST,
        source="Government Performance Lab, Measuring What Matters: eligible calls.",
        caveat="It moves when the list moves; the history keeps the list of its day.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="eligible_share",
        name="Eligible share of all calls",
        question=Question.READY,
        why="Shows how large a part of all 911 calls the program could ever take.",
        words=f"Eligible calls divided by calls in scope. {ELIGIBLE}",
        unit="share",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Share(of=_.eligible, among=_.in_scope & _.in_cad),
        needs=("eligible", "in_scope", "in_cad"),
        to_measure_it=NEEDS_A_LIST,
        source="City of Durham: 15% of police calls in nine types. Denver: from 2.8% to 15%.",
        caveat="Cities differ most in their lists: compare only with the list in hand.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="eligible_capture",
        name="Eligible calls we handle, in staffed hours",
        question=Question.READY,
        why="Shows how many of the calls that a team on duty could take it really takes.",
        words=(
            "Handled calls divided by eligible calls that came while a unit of an eligible team "
            "was scheduled for the place. Handled calls are counted inside the denominator."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.handled, among=_.eligible_staffed),
        needs=("handled", "eligible_staffed"),
        to_measure_it=NEEDS_A_SCHEDULE,
        source="Government Performance Lab: share of eligible calls that the team handles.",
        caveat=(
            "Only in staffed hours: beside it stands the share of all eligible calls, which is "
            "what a resident sees."
        ),
        starting_target=0.75,
        target_note="No published threshold; Denver 46%, Durham 50–55% (of all eligible calls).",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="eligible_capture_all",
        name="Eligible calls we handle, at any hour",
        question=Question.READY,
        why="Shows what part of the whole demand the program meets as it stands today.",
        words="Handled calls divided by all eligible calls, at any hour and in any area.",
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.handled, among=_.eligible),
        needs=("handled", "eligible"),
        to_measure_it=NEEDS_A_LIST,
        source="Denver STAR 44% (2022) and 46% (2023); Durham 20% (2023) and 50–55% (2025).",
        caveat="The rest is the upper bound of what an expansion could bring.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="missed_eligible",
        name="Eligible calls we missed, by reason",
        question=Question.READY,
        why="Shows what stands between the program and the calls that it could take.",
        words=(
            "Eligible calls that no team handled, by the first reason that fits: outside area, "
            "outside hours, canceled before any unit was sent, sent but did not arrive, declined, "
            "another agency put itself on the call, all units busy, a unit free but not routed, "
            "cannot tell. By team, calls that another team handled are no miss."
        ),
        unit="calls",
        better=Better.LOWER,
        grain="calls",
        formula=Parts(part="missed_why", values=MISSED_REASON.keys, among=_.eligible & _.missed),
        needs=("eligible", "missed"),
        to_measure_it=NEEDS_A_LIST,
        source="Comptroller of New York City, audit MG24-060A: missed calls had no reason.",
        caveat="“All units busy” and “not routed” are reconstructed from schedule and clocks.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="recoverable_calls",
        name="Missed calls within reach, by lever",
        question=Question.READY,
        why="Shows what more hours, more area, more units or better routing would each bring.",
        words=(
            "Missed eligible calls that only this one lever would reach, and those that need two "
            "or more. Calls that were canceled, declined, or that another agency took first are "
            "within reach of none."
        ),
        unit="calls",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Parts(part="lever", values=LEVER.keys, among=_.missed & _.staffed.notnull()),
        needs=("missed", "staffed"),
        to_measure_it=NEEDS_A_SCHEDULE,
        source="This project's definition.",
        caveat="A lever reaches a call; whether the call is then taken depends on the rest.",
        target_note="No published threshold; the city says how many a month make a case.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="coverage_share",
        name="Eligible calls that come when a team is on duty",
        question=Question.READY,
        why="Shows whether the schedule lies where the demand is.",
        words="Eligible calls in staffed hours and area divided by all eligible calls.",
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.staffed, among=_.eligible),
        needs=("staffed", "eligible"),
        to_measure_it=NEEDS_A_SCHEDULE,
        source="This project's definition.",
        caveat="By the schedule as planned, not as delivered.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="demand_vs_coverage",
        name="Demand and coverage by hour of the week",
        question=Question.READY,
        why="Shows in which hours of the week eligible calls come and nobody is on duty.",
        words=(
            "For each of the 168 hours of the week: eligible calls an hour, staffed unit-hours an "
            "hour, the share handled, and missed calls an hour. An hour that came fewer than four "
            "times has no figure."
        ),
        unit="calls",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Worked(run=demand_and_coverage, among=_.eligible, by=("hour_of_week",)),
        needs=("eligible", "handled", "staffed"),
        to_measure_it=NEEDS_A_SCHEDULE,
        source="This project's definition.",
        caveat="Small numbers an hour: look at blocks of hours, not at single cells.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
