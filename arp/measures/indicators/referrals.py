"""Does it help the people it serves? Referrals, and whether they led to care."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Beside, Share
from arp.measures.indicator import About, Better, Indicator, Question

CONTACTS = "Upload the program's contact records with {}."
OF_REFERRALS: dict[str, Any] = {
    "question": Question.PEOPLE,
    "unit": "share",
    "grain": "encounters",
    "about": About.PEOPLE,
    "reviewed_on": date(2026, 11, 22),
    "next_review_on": date(2027, 11, 22),
}

ENTRIES = (
    Indicator(
        key="referral_made",
        name="Referred to a service",
        why="Shows how often the team saw a need and named somebody who can meet it.",
        words=(
            "Contacts at which a referral was made, divided by contacts at which the person was "
            "reached and that is known. Follow-up contacts are left out."
        ),
        better=Better.HIGHER,
        formula=Share(of=_.referral_made, among=_.contact_made & _.responds),
        needs=("referral_made", "contact_made", "responds"),
        to_measure_it=CONTACTS.format("contact results and whether a referral was made"),
        source="Seattle publishes about 40% with a referral; no published standard.",
        caveat="What the team did, not what came of it.",
        **OF_REFERRALS,
    ),
    Indicator(
        key="referral_accepted",
        name="Referral accepted",
        why="Shows how often what the team offered was what the person wanted.",
        words=(
            "Contacts at which the person accepted a referral, divided by contacts at which one "
            "was made and the answer is known. Follow-up contacts are left out."
        ),
        better=Better.HIGHER,
        formula=Share(of=_.referral_accepted, among=_.referral_made & _.responds),
        needs=("referral_accepted", "referral_made", "responds"),
        to_measure_it=CONTACTS.format("referrals made and accepted"),
        source="The program's own records; no published standard.",
        caveat="Accepting a referral is not yet reaching the service.",
        **OF_REFERRALS,
    ),
    Indicator(
        key="warm_handoff_rate",
        name="Warm hand-offs",
        why="Shows how often the team brought person and service together itself.",
        words=(
            "Contacts with a warm hand-off, divided by contacts at which the person accepted a "
            "referral and it is known. Follow-up contacts are left out."
        ),
        better=Better.HIGHER,
        formula=Share(of=_.warm_handoff, among=_.referral_accepted & _.responds),
        needs=("warm_handoff", "referral_accepted", "responds"),
        to_measure_it=CONTACTS.format("referrals accepted and warm hand-offs"),
        source="The program's own records; no published standard.",
        caveat="It takes the team's time, and an open service nearby.",
        **OF_REFERRALS,
    ),
    Indicator(
        key="connected_to_care",
        name="Connected to care",
        why="Shows how often a referral ended in help, and not in a slip of paper.",
        words=(
            "Contacts whose person reached a service within 30 days, as the service or the program "
            "confirmed it, divided by contacts at which a referral was accepted and the outcome is "
            "known. Who says so without confirmation is told beside it. Left out are follow-up "
            "contacts and contacts whose 30 days do not lie within the data."
        ),
        better=Better.HIGHER,
        formula=Share(
            of=_.connected_confirmed,
            among=_.referral_accepted & _.responds,
            matured=_.connected_matured,
            beside=Beside(
                where=_.connected_self_reported,
                words="{:,} more by the person's own word, not counted.",
            ),
        ),
        needs=(
            "connected_confirmed",
            "referral_accepted",
            "responds",
            "connected_matured",
            "connected_self_reported",
        ),
        to_measure_it=CONTACTS.format(
            "referrals accepted, whether and on which day the person was connected to care, or "
            "the follow-up records that say so"
        ),
        source="Denver: 7% reconnected, of 27% to whom it was recommended.",
        caveat="Services seldom report back: what nobody confirmed may have happened.",
        **OF_REFERRALS,
    ),
    Indicator(
        key="no_service_available",
        name="Need with no service",
        why="Shows what the city would have to fund: help that was needed and was not there.",
        words=(
            "Contacts at which the service that the person needed was full, closed or does not "
            "exist, divided by contacts with a primary need at which that is known. Follow-up "
            "contacts are left out."
        ),
        better=Better.LOWER,
        formula=Share(of=_.service_unavailable, among=_.primary_need.notnull() & _.responds),
        needs=("service_unavailable", "primary_need", "responds"),
        to_measure_it=CONTACTS.format("primary needs and whether a service was unavailable"),
        source="The program's own records; no published standard.",
        caveat="Where teams stop asking for a service that is always full, it falls.",
        **OF_REFERRALS,
    ),
)
