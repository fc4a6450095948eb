"""Does it help the people it serves? Whom the program meets, and what comes of it for them."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.asked import DEMOGRAPHICS
from arp.measures.formula import Share, Study
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.studies.familiar import people_with, share_of_contacts
from arp.measures.studies.persons import people_served

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
ENDING = (
    "It needs how contacts ended. Upload the program's contact records with contact results and {}."
)
PERSONS = (
    "It needs to know the same person again. Upload the program's contact records with its number "
    "of each person; only a keyed hash of it is kept."
)


def _of_contacts(key: str, *, of: str, name: str, what: str, needs: str, **texts: Any) -> Indicator:
    """A share of the contacts at which the person was reached."""
    return Indicator(
        key=key,
        name=name,
        question=Question.PEOPLE,
        words=(
            f"Contacts {what}, divided by contacts at which the person was reached and that is "
            "known. Follow-up contacts are left out."
        ),
        unit="share",
        grain="encounters",
        formula=Share(of=getattr(_, of), among=_.contact_made & _.responds),
        needs=(of, "contact_made", "responds"),
        to_measure_it=ENDING.format(needs),
        about=About.PEOPLE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
        **texts,
    )


def _familiar(least: int) -> Indicator:
    return Indicator(
        key=f"familiar_neighbors_{least}",
        name=f"People met {least} times or more",
        question=Question.PEOPLE,
        why="Shows how many people need more than a response: somebody who stays with them.",
        words=(
            f"Counts the people who were reached at {least} calls or more in the last 12 months of "
            "the period. Several teams at one call count once; follow-up contacts are left out."
        ),
        unit="people",
        better=Better.LOWER,
        formula=Study(run=people_with(least), **FAMILIAR),
        source="City of Durham: 74, 19, 8 and 4 people met 5, 10, 20 and 40 times or more.",
        **OF_FAMILIAR,
    )


FAMILIAR: dict[str, Any] = {
    "among": _.contact_made & _.responds & _.person_key.notnull() & _.month.notnull(),
    "by": ("team", "area"),
}
OF_FAMILIAR: dict[str, Any] = {
    "grain": "encounters",
    "needs": ("contact_made", "responds", "person_key", "visit", "month"),
    "to_measure_it": PERSONS,
    "caveat": "Contacts without a person number are not seen. A period under 12 months finds less.",
    "about": About.PEOPLE,
    "reviewed_on": REVIEWED_ON,
    "next_review_on": NEXT_REVIEW_ON,
}

ENTRIES = (
    Indicator(
        key="people_served",
        name="People served",
        question=Question.PEOPLE,
        why="Shows how many different people the program met, however often it met them.",
        words=(
            "Counts the different person numbers of contacts at which the person was reached. "
            "Contacts without a number, and follow-up contacts, are left out."
        ),
        unit="people",
        better=Better.HIGHER,
        grain="encounters",
        formula=Study(
            run=people_served,
            among=_.responds,
            by=("team", "month", "call_type", "area", "primary_need", *DEMOGRAPHICS),
        ),
        needs=("contact_made", "person_key", "responds"),
        to_measure_it=PERSONS,
        source="The program's own records.",
        caveat="It grows with the share of contacts that have a person number.",
        about=About.PEOPLE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    _of_contacts(
        "resolved_in_community",
        of="resolved",
        name="Resolved without hospital or jail",
        what="that ended without a hospital, an arrest or police taking over",
        needs="destinations",
        why="Shows how often a crisis ended where the person lives.",
        better=Better.HIGHER,
        source="SAMHSA's list for mobile crisis teams: resolved in the community.",
        caveat="No proof of a good outcome: nobody looks again.",
    ),
    _of_contacts(
        "hospital_transport_rate",
        of="taken_to_hospital",
        name="Taken to a hospital",
        what="after which the person was taken to a hospital, with or without a hold",
        needs="destinations, or whether an ambulance took the person",
        why="Shows how often care in the community was not enough.",
        better=Better.LOWER,
        source="Portland Street Response and Madison publish it; no published standard.",
        caveat="Some must go: a higher share can be the right one where calls are more serious.",
    ),
    _of_contacts(
        "involuntary_rate",
        of="involuntary",
        name="Held in a hospital against their will",
        what="after which the person was taken to a hospital under an involuntary hold",
        needs="destinations that tell a hold from a voluntary visit",
        why="Shows how often help ended in force, however well it was meant.",
        better=Better.LOWER,
        source="Vera's list of outcomes by group; no published standard.",
        caveat="Few: read the count, not the percentage. Some holds save a life.",
    ),
    _of_contacts(
        "arrest_rate",
        of="arrested",
        name="Arrested",
        what="that ended in an arrest",
        needs="destinations, or whether the person was arrested",
        why="Shows how often a call for help ended in jail.",
        better=Better.LOWER,
        source="Portland Street Response: 1 in 7,418; Rochester: 49 in more than 30,000.",
        caveat="Rare: read the count, not the percentage.",
    ),
    _of_contacts(
        "citation_rate",
        of="cited",
        name="Cited",
        what="at which the person was cited",
        needs="whether the person was cited",
        why="Shows how often a call for help ended in a penalty.",
        better=Better.LOWER,
        source="No published standard.",
        caveat="Rare: read the count, not the percentage.",
    ),
    *(_familiar(least) for least in (5, 10, 20, 40)),
    Indicator(
        key="familiar_neighbors_share",
        name="Contacts with familiar neighbors",
        question=Question.PEOPLE,
        why="Shows how much of the work goes to the few who call again and again.",
        words=(
            "Contacts with people who were reached at 5 calls or more in the last 12 months of the "
            "period, divided by contacts with a known person in these months. Follow-up contacts "
            "are left out."
        ),
        unit="share",
        better=Better.LOWER,
        formula=Study(run=share_of_contacts, **FAMILIAR),
        source="City of Durham: 0.5% of the people had 12% of the responses.",
        **OF_FAMILIAR,
    ),
)
