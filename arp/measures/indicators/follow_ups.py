"""Follow-up on time, and the flow of Care Navigation's cases."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Fractile, Share, Worked
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.studies.open_cases import active_cases

REVIEWED: dict[str, Any] = {
    "reviewed_on": date(2026, 11, 22),
    "next_review_on": date(2027, 11, 22),
}
ATTEMPTS = (
    "It needs Care Navigation's attempts of the same months. Upload the program's contact records "
    "with follow-ups requested and consented to, and the follow-up records with the contact's or "
    "the person's number, the time of each attempt{}."
)
CASES = "It needs Care Navigation's cases. Upload the follow-up records with {}."


def _of_follow_ups(window: str, what: str, *, column: str, needs: str, **texts: Any) -> Indicator:
    """A share of the contacts after which a follow-up was due."""
    hours = window.endswith("h")
    span = f"{window[:-1]} {'hours' if hours else 'days'}"
    return Indicator(
        name=f"{'Follow-up attempted' if what == 'tried' else 'Person reached'} within {span}",
        words=(
            f"Contacts whose person was {what} within {span} of the end of the contact, else of "
            "its start, divided by contacts for which a follow-up was requested and the person "
            f"agreed to it. Left out are follow-up contacts, contacts whose {span} do not lie "
            "within the data of the follow-ups or touch a month of which there is none."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="encounters",
        formula=Share(
            of=getattr(_, f"{column}_{window}"),
            among=_.followup_due & _.responds,
            matured=getattr(_, f"followup_matured_{window}"),
        ),
        needs=(f"{column}_{window}", "followup_due", "responds", f"followup_matured_{window}"),
        to_measure_it=ATTEMPTS.format(needs),
        **texts,
        **REVIEWED,
    )


def _attempted(window: str) -> Indicator:
    return _of_follow_ups(
        window,
        "tried",
        column="attempted",
        needs="",
        key=f"followup_attempted_{window}",
        question=Question.FUNCTIONING,
        why="Shows whether the program keeps its word to those who asked to be called again.",
        source="City of Durham designed Care Navigation to follow up within 48 hours.",
        caveat=(
            "An attempt is not yet a talk. One without the contact's number counts for every "
            "earlier contact of its person. Where only the day is written, midnight stands for it."
        ),
        starting_target=0.8,
        target_note="No standard is published; 80% is a value to begin with.",
    )


def _reached(window: str) -> Indicator:
    return _of_follow_ups(
        window,
        "reached again",
        column="followup_reached",
        needs=" and whether the person was reached",
        key=f"followup_reached_{window}",
        question=Question.PEOPLE,
        why="Shows how many of those who agreed to a follow-up were spoken to again in time.",
        source="City of Durham: 48 hours by design; Chicago publishes follow-ups by days.",
        caveat="Being reached is more than an attempt, and less than help.",
        about=About.PEOPLE,
        starting_target=0.5,
        target_note="No standard is published; 50% is a value to begin with.",
    )


OF_CASES: dict[str, Any] = {
    "question": Question.PEOPLE,
    "grain": "case_months",
    "source": "The program's own records; no published standard.",
    "about": About.PEOPLE,
    **REVIEWED,
}

ENTRIES = (
    *(_attempted(window) for window in ("48h", "72h")),
    *(_reached(window) for window in ("48h", "72h", "30d")),
    Indicator(
        key="care_nav_time_to_first",
        name="Days to Care Navigation's first contact",
        why="Shows how long people wait for the one who is to stay with them.",
        words=(
            "Median days from the opening of the case, else from the contact that led to it, until "
            "the person was first reached, over cases whose person was first reached in the "
            "period. Cases whose person was never reached are left out."
        ),
        unit="days",
        better=Better.LOWER,
        formula=Fractile(of=_.days_to_first, p=0.5, among=_.reached_then),
        needs=("days_to_first", "reached_then"),
        to_measure_it=CASES.format(
            "the day of each case's opening, or the contact's number, and when the person was "
            "reached"
        ),
        caveat=(
            "Only of those who were reached in the end: read it beside those reached within 30 "
            "days."
        ),
        **OF_CASES,
    ),
    Indicator(
        key="care_nav_active_cases",
        name="Open Care Navigation cases",
        why="Shows how many people Care Navigation stands by, which its staff must be able to do.",
        words=(
            "Counts the cases that were opened and not closed at the end of the period: of the "
            "last month of which there are follow-ups, or of each month."
        ),
        unit="cases",
        better=Better.NEUTRAL,
        formula=Worked(
            run=active_cases,
            among=_.open_at_end & (_.month == _.month.max()),
            by=("team", "month", "area", "call_type", "primary_need"),
        ),
        needs=("open_at_end", "month"),
        to_measure_it=CASES.format("the day on which each case was opened and closed"),
        caveat="A case that nobody closed in the records stays open here.",
        **OF_CASES,
    ),
    Indicator(
        key="care_nav_closed_goal",
        name="Cases closed with the goal met",
        why="Shows how often staying with people led where they wanted to go.",
        words=(
            "Cases closed in the period with their goal met, divided by cases closed in the period "
            "of which that is known."
        ),
        unit="share",
        better=Better.HIGHER,
        formula=Share(of=_.goal_met, among=_.closed_then),
        needs=("goal_met", "closed_then"),
        to_measure_it=CASES.format(
            "the day on which each case was closed, and if its goal was met"
        ),
        caveat="The goals are the program's own: some are easier to meet than others.",
        **OF_CASES,
    ),
)
