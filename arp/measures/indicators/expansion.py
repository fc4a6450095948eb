"""Is it ready to expand? How the program stands beside police, and what could be added next."""

from datetime import date

from ibis import _

from arp.measures.formula import Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.candidates import candidate_areas_hours, candidate_call_types
from arp.measures.studies.police_gap import response_gap

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NO_THRESHOLD = "No published threshold was found; the city sets its own."

ENTRIES = (
    Indicator(
        key="response_gap_vs_police",
        name="Program beside police, same calls",
        question=Question.READY,
        why="Shows whether callers wait longer for the program than they would for police.",
        words=(
            "Median response of the program less the median response of police over eligible "
            "calls that police answered alone, only where both came to calls of the same type, "
            "area and four-hour part of the day; police calls are weighted to the program's mix. "
            "The interval is a 95% bootstrap."
        ),
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=Worked(run=response_gap, among=_.eligible, by=("call_type", "area", "month")),
        needs=(
            "eligible",
            "prog_arrived",
            "co_response",
            "own_response_minutes",
            "police_alone",
            "police_response_minutes",
        ),
        to_measure_it=(
            "Upload a dispatch (CAD) export of all calls with the times units of police and of "
            "the program arrived, and enter the program's list of eligible call types under "
            "Settings or in the program workbook."
        ),
        source="This project's definition: stratified, as in an evaluation.",
        caveat="What still differs within a type, hour and area is not taken out.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="candidate_call_types",
        name="Call types to look at next",
        question=Question.READY,
        why="Shows which large call types that no team may take yet carry few signs of risk.",
        words=(
            "For each call type on no team's list with 30 calls or more, the largest first: calls, "
            "shares with police sent, with EMS sent, with a known hazard, that changed type, and "
            "median police unit-minutes."
        ),
        unit="calls",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Worked(run=candidate_call_types, among=~_.eligible & _.in_scope, by=()),
        needs=("eligible", "in_scope"),
        to_measure_it=(
            "Upload a dispatch (CAD) export of all calls, and enter the program's list of "
            "eligible call types under Settings or in the program workbook."
        ),
        source="City of Durham, 2021: nine types, under 5% of them with a police report.",
        caveat="Reports, arrests and injuries are in no dispatch export: ask police for them.",
        of_a_team=False,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="candidate_areas_hours",
        name="Areas and hours to look at next",
        question=Question.READY,
        why="Shows where and when one more unit-hour would meet the most unserved calls.",
        words=(
            "Missed eligible calls that more hours or more area would reach, divided by the hours "
            "of that block in the period, by area and four-hour block of weekdays or weekends. "
            "The 20 highest."
        ),
        unit="calls an hour",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Worked(run=candidate_areas_hours, among=_.missed & _.lever.notnull(), by=()),
        needs=("missed", "lever"),
        to_measure_it=(
            "Upload a dispatch (CAD) export of all calls, and enter the program's list of "
            "eligible call types and its service schedule under Settings or in the program "
            "workbook."
        ),
        source="This project's definition.",
        caveat="Calls per unit-hour added, as if the unit could take all of them.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
