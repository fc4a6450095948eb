"""Does it help the people it serves? Whether they were met again, and how."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Share
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.indicators.people import PERSONS

OF_REPEATS: dict[str, Any] = {
    "question": Question.PEOPLE,
    "unit": "share",
    "grain": "encounters",
    "about": About.PEOPLE,
    "reviewed_on": date(2026, 11, 22),
    "next_review_on": date(2027, 11, 22),
}


def _repeat_contact(days: int) -> Indicator:
    return Indicator(
        key=f"repeat_contact_{days}",
        name=f"Met again within {days} days",
        why="Shows how often a person needed, or sought, the program again soon.",
        words=(
            f"Contacts after which the same person was met again at another call within {days} "
            f"days, divided by contacts with a person number whose {days} days lie within the "
            "data. Follow-up contacts are left out on both sides."
        ),
        better=Better.NEUTRAL,
        formula=Share(
            of=getattr(_, f"repeated_{days}"),
            among=_.responds,
            matured=getattr(_, f"matured_{days}"),
        ),
        needs=(f"repeated_{days}", "responds", f"matured_{days}"),
        to_measure_it=PERSONS,
        source="Repeat contact as peers and studies count it; no published standard.",
        caveat=(
            "A second contact may be trust. Contacts with police or EMS alone carry no person "
            "number and are not seen."
        ),
        **OF_REPEATS,
    )


ENTRIES = (
    *(_repeat_contact(days) for days in (7, 30, 90)),
    Indicator(
        key="crisis_repeat_30",
        name="In crisis again within 30 days",
        why="Shows how often things got worse for a person whom the program had met.",
        words=(
            "Contacts after which the same person was met again at another call within 30 days and "
            "police were asked for or took over, the person was taken to a hospital, or arrested; "
            "divided by contacts with a person number whose 30 days lie within the data and of "
            "which that is known. Follow-up contacts are left out on both sides."
        ),
        better=Better.LOWER,
        formula=Share(of=_.crisis_repeated_30, among=_.responds, matured=_.matured_30),
        needs=("crisis_repeated_30", "responds", "matured_30"),
        to_measure_it=(
            "It needs to know the same person again, and how contacts ended. Upload the program's "
            "contact records with its number of each person, of which only a keyed hash is kept, "
            "destinations, and the part that police had."
        ),
        source="A sign of harm beside repeat contact; no published standard.",
        caveat=(
            "Only what the program itself met is seen: an arrest or a hospital without it is not."
        ),
        **OF_REPEATS,
    ),
)
