"""Does it relieve police, fire and EMS? What they were not sent to, and the time that is freed."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Count, Fractile, Ratio, Share, Sum, Total, Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.indicators.intervals import VALID
from arp.measures.studies.hours_freed import hours_freed

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NO_THRESHOLD = "No published threshold was found; the city sets its own."
NEEDS_AGENCY = (
    "Upload a dispatch (CAD) export of all calls with the units of {agency}, and enter the "
    "program's list of eligible call types under Settings or in the program workbook."
)
NEEDS_POLICE = NEEDS_AGENCY.format(agency="police")
NEVER_DIVERTED = "Calls that the team itself began, follow-ups and co-response never count."


def _diverted(agency: str, named: str, **texts: Any) -> Indicator:
    """Calls that a civilian team handled and to which one agency sent nobody."""
    return Indicator(
        question=Question.SYSTEM,
        unit="calls",
        better=Better.HIGHER,
        grain="calls",
        formula=Count(where=getattr(_, f"diverted_{agency}") & ~getattr(_, f"{agency}_dispatched")),
        needs=(f"diverted_{agency}", f"{agency}_dispatched"),
        name=f"Calls diverted from {named}",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
        **texts,
    )


def _before_launch(agency: str, named: str) -> dict[str, str]:
    return {
        "why": f"Shows on how many calls {named} could stay free for what only they can do.",
        "words": (
            f"Counts eligible calls, of types that {named} served before the program began, "
            f"handled by a phone team or an unarmed team, to which no unit of {named} was "
            f"dispatched at any time. {NEVER_DIVERTED}"
        ),
        "to_measure_it": (
            f"{NEEDS_AGENCY.format(agency=named)} Say there, too, which call types {named} "
            "served before launch (Agencies)."
        ),
        "source": "Portland Street Response evaluations: fire calls on its types.",
        "caveat": f"Counts only call types of which the city says that {named} served them before.",
    }


def _police_priority_one(suffix: str, p: float, statistic: str, share: str) -> Indicator:
    return Indicator(
        key=f"police_p1_response_{suffix}",
        name=f"Police response to top-priority calls ({statistic})",
        question=Question.SYSTEM,
        why="Shows whether police reach the most urgent calls sooner as other calls are taken.",
        words=(
            f"{statistic.capitalize()}: {share} top-priority calls did not wait longer. From call "
            f"received to the first police unit on scene. {VALID}"
        ),
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=Fractile(
            of=_.police_response_minutes, p=p, among=_.is_top_priority & _.in_scope & _.in_cad
        ),
        needs=("police_response_minutes", "is_top_priority", "in_scope", "in_cad"),
        to_measure_it=(
            "It needs the times police units arrived, and which priority codes are the most "
            "urgent. Upload a dispatch (CAD) export with police units, and mark the codes under "
            "Settings, Priorities."
        ),
        source="City of Durham: priority-1 calls within 5:48 minutes on average.",
        caveat="It changes with police staffing and with priority codes: never a proof of cause.",
        of_a_team=False,
        target_note="The police's own goal, where the city has one.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    )


ENTRIES = (
    _diverted(
        "police",
        "police",
        key="calls_diverted",
        why="Shows how many calls that would have been police calls needed no police.",
        words=(
            "Counts eligible calls that a phone team or an unarmed team handled and to which no "
            f"police unit was dispatched at any time. {NEVER_DIVERTED}"
        ),
        to_measure_it=NEEDS_POLICE,
        source="City of Durham: more than 13,500 calls in 2024.",
        caveat="Not the same as responses. It assumes that police would have been sent.",
    ),
    _diverted("ems", "EMS", key="ems_diverted", **_before_launch("ems", "EMS")),
    _diverted("fire", "fire", key="fire_diverted", **_before_launch("fire", "fire")),
    Indicator(
        key="diversion_share_total",
        name="Share of all police-bound calls diverted",
        question=Question.SYSTEM,
        why="Shows the relief as police feel it: out of everything that would come to them.",
        words=(
            "Diverted calls divided by diverted calls and calls from the public to which police "
            "were dispatched."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(
            of=_.diverted_police,
            among=_.in_scope & _.in_cad & (_.diverted_police | _.police_dispatched),
        ),
        needs=("diverted_police", "police_dispatched", "in_scope", "in_cad"),
        to_measure_it=NEEDS_POLICE,
        source="Portland 3.5–4%, Eugene 3–8%, Minneapolis 9% with a goal of 20%.",
        caveat="Always beside the eligible calls: most police calls are not for a civilian team.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="no_police_sent",
        name="Eligible calls with no police sent",
        question=Question.SYSTEM,
        why="Shows how often a call that needs no police gets none.",
        words="Eligible calls to which no police unit was dispatched, divided by eligible calls.",
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=~_.police_dispatched, among=_.eligible),
        needs=("police_dispatched", "eligible"),
        to_measure_it=NEEDS_POLICE,
        source="San Francisco: from 38% to 58% of its target code.",
        caveat="It includes calls to which nobody came: read it beside the calls handled.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="police_only_on_eligible",
        name="Eligible calls that only police answered",
        question=Question.SYSTEM,
        why="Shows how many calls a civilian team could take still go to police alone.",
        words=(
            "Eligible calls at which police arrived and that no program team handled, divided by "
            "eligible calls."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.police_alone, among=_.eligible & _.police_arrived.notnull()),
        needs=("police_alone", "police_arrived", "eligible"),
        to_measure_it=NEEDS_POLICE,
        source="This project's definition.",
        caveat="Some of these calls were outside the program's hours or area: see the reasons.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="police_hours_on_eligible",
        name="Police hours on eligible calls",
        question=Question.SYSTEM,
        why="Shows how much police time still goes to calls that a civilian team could take.",
        words=(
            "Adds up the hours of every police unit, from dispatched to cleared, on eligible "
            f"calls. {VALID}"
        ),
        unit="hours",
        better=Better.LOWER,
        grain="calls",
        formula=Total(of=_.police_minutes / 60, among=_.eligible),
        needs=("police_minutes", "eligible"),
        to_measure_it=NEEDS_POLICE,
        source="Observed in the dispatch records; nothing is assumed.",
        caveat="Unit-hours: an officer who rides along is not counted apart.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="hours_freed",
        name="Police hours freed (an estimate)",
        question=Question.SYSTEM,
        why="Shows what the relief may be worth in police time, with how sure that is.",
        words=(
            "Diverted calls, each at the mean police unit-hours of eligible calls of the same "
            "type, four-hour part of the day and priority that police answered alone, times the "
            "share of such calls to which police were sent; less police unit-hours at calls where "
            "police also came to the program's scene. Low and high are a 95% bootstrap interval."
        ),
        unit="hours",
        better=Better.HIGHER,
        grain="calls",
        formula=Worked(run=hours_freed, among=_.diverted_police, by=("month",)),
        needs=("diverted_police", "police_minutes", "police_alone", "joint_scene", "eligible"),
        to_measure_it=NEEDS_POLICE,
        source="This project's definition. Houston: 11,163 hours for 7,400 calls.",
        caveat="An estimate: it assumes what police would have done. Totals need the mean.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    _police_priority_one("p50", 0.5, "median", "half of the"),
    _police_priority_one("p90", 0.9, "90th percentile", "nine in ten"),
    Indicator(
        key="cost_per_response",
        name="Program cost per response",
        question=Question.SYSTEM,
        why="Shows what one response costs, with the city's own figures.",
        words="Program cost as uploaded by month, divided by program responses.",
        unit="dollars",
        better=Better.LOWER,
        grain="responses",
        formula=Ratio(
            top=Sum(
                of=_.value,
                among=(_.figure == "program_cost") & _.in_whole,
                grain="figures",
                needs=("figure", "value", "in_whole"),
            ),
            bottom=Sum(of=_.handled, among=_.handled),
        ),
        needs=("handled",),
        to_measure_it=(
            "It needs what the program cost by month. Upload it as a monthly figure; the blank "
            "template has a sheet for it."
        ),
        source="The city's own cost; Denver STAR $151, Dane County about $500 a call.",
        caveat="Fully loaded and marginal cost differ widely: say which one was uploaded.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
