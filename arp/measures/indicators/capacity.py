"""Is it ready to expand? How busy the units on duty are, and whether shifts are worked."""

from datetime import date

from ibis import _

from arp.measures.formula import Ratio, Share, Sum
from arp.measures.indicator import Better, Indicator, Question

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NEEDS_UNITS_AND_SCHEDULE = (
    "It needs the times units were dispatched and cleared, and the service schedule. Upload a "
    "dispatch (CAD) export with units, and enter the schedule under Settings or in the program "
    "workbook."
)

KNOWN_WORK = (_.scheduled_minutes > 0) & _.committed_minutes.notnull()
KNOWN_BUSY = (_.staffed_minutes > 0) & _.busy_minutes.notnull()
POSTS = (_.figure == "posts_vacant") & _.in_whole

ENTRIES = (
    Indicator(
        key="uhu",
        name="Unit-hour utilization",
        question=Question.READY,
        why="Shows how much of the time on duty units are committed, and how much is left.",
        words=(
            "Unit-hours committed within scheduled time, from dispatched to cleared, divided by "
            "scheduled unit-hours. Time beyond the units on duty is overtime and left out."
        ),
        unit="share",
        better=Better.BAND,
        grain="coverage",
        formula=Ratio(
            top=Sum(of=_.committed_minutes, among=KNOWN_WORK),
            bottom=Sum(of=_.scheduled_minutes, among=KNOWN_WORK),
        ),
        needs=("committed_minutes", "scheduled_minutes"),
        to_measure_it=NEEDS_UNITS_AND_SCHEDULE,
        source="EMS practice: ICMA about 25%; Henrico County: over 30% is not sustainable.",
        caveat="No standard exists for behavioral teams. Paperwork and the way back are not in it.",
        starting_target=0.40,
        target_note="No published standard; a band from 20% to 40% is a place to start.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="all_units_busy",
        name="Staffed time with no free unit",
        question=Question.READY,
        why="Shows how often the next caller would find every unit of a team committed.",
        words=(
            "Minutes in which all units of a team on duty were committed, divided by minutes in "
            "which the team had any unit on duty. Teams are not pooled: each is judged by its own "
            "units, then minutes are added up."
        ),
        unit="share",
        better=Better.LOWER,
        grain="coverage",
        formula=Ratio(
            top=Sum(of=_.busy_minutes, among=KNOWN_BUSY),
            bottom=Sum(of=_.staffed_minutes, among=KNOWN_BUSY),
        ),
        needs=("busy_minutes", "staffed_minutes"),
        to_measure_it=NEEDS_UNITS_AND_SCHEDULE,
        source="This project's definition.",
        caveat="By the schedule as planned: a shift that was not worked looks free.",
        starting_target=0.10,
        target_note="No published threshold; at most 10% is a place to start.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="eligible_when_busy",
        name="Eligible calls that come when no unit is free",
        question=Question.READY,
        why="Shows how many callers meet a program whose units are all committed.",
        words=(
            "Eligible calls in staffed hours queued while every unit on duty of the teams that "
            "could take them was committed, divided by eligible calls in staffed hours."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=~_.free, among=_.eligible_staffed),
        needs=("free", "eligible_staffed"),
        to_measure_it=NEEDS_UNITS_AND_SCHEDULE,
        source="This project's definition.",
        caveat="Reconstructed from the schedule and the times units were committed.",
        target_note="No published threshold was found; the city sets its own.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="vacancy_rate",
        name="Posts vacant",
        question=Question.READY,
        why="Shows whether there are people for the shifts: new hours need people to work them.",
        words=(
            "Posts vacant divided by posts authorized, in full-time equivalents, as uploaded by "
            "month. Over several months both are added up month by month: the vacancy of an "
            "average month, not of the last one."
        ),
        unit="share",
        better=Better.LOWER,
        grain="figures",
        formula=Ratio(
            top=Sum(of=_.numerator, among=POSTS), bottom=Sum(of=_.denominator, among=POSTS)
        ),
        needs=("figure", "numerator", "denominator", "in_whole"),
        to_measure_it=(
            "It needs how many posts are vacant of how many authorized. Upload them as a monthly "
            "figure (numerator and denominator); the blank template has a sheet for it."
        ),
        source="Phoenix Community Assistance Program 7%; Durham's 911 center 26%.",
        caveat="As true as the office that counted the posts. A post filled may be in training.",
        of_a_team=False,
        starting_target=0.15,
        target_note="No published threshold; at most 15% is a place to start.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="schedule_fill",
        name="Shifts actually staffed",
        question=Question.READY,
        why="Shows whether the hours that are promised are really worked.",
        words="Unit-hours delivered divided by unit-hours planned, as uploaded by month.",
        unit="share",
        better=Better.HIGHER,
        grain="figures",
        formula=Ratio(
            top=Sum(of=_.value, among=(_.figure == "unit_hours_delivered") & _.in_whole),
            bottom=Sum(of=_.value, among=(_.figure == "unit_hours_planned") & _.in_whole),
        ),
        needs=("figure", "value", "in_whole"),
        to_measure_it=(
            "It needs unit-hours planned and delivered. Upload them as monthly figures; the blank "
            "template has a sheet for them."
        ),
        source="Phoenix Community Assistance Program reports shifts filled.",
        caveat="As true as the office that added the hours up.",
        of_a_team=False,
        starting_target=0.90,
        target_note="No published threshold; at least 90% is a place to start.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
