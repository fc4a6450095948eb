"""What changed for the people served: the topics of their page, in the order of what they need.

Was I reached and treated safely; did it end where I live; was I connected to help; did it hold;
was it any good; is it fair. Being met again is neither good nor bad: in Durham people called again
more often, which was read as trust. A crisis again is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arp.views.topics import Form, Topic, months_of

UNTOLD = "The data does not tell yet what changes for the people served"
TITLE: Mapping[str, str] = {  # the first three that are known
    "people_served": "{value} people met",
    "resolved_in_community": "{value} of contacts ended without hospital or jail",
    "followup_reached_72h": "{value} of wanted follow-ups reached the person within 72 hours",
    "contact_made_rate": "the person was reached in {value} of arrivals",
    "repeat_contact_30": "{value} were met again within 30 days",
}
TILES = (
    *("people_served", "contact_made_rate", "resolved_in_community", "followup_reached_72h"),
    *("connected_to_care", "crisis_repeat_30", "satisfaction_mean", "familiar_neighbors_share"),
)
FAIR = "Is it fair?"
NEITHER = "Neither good nor bad: who comes back may have come to trust."


@dataclass(frozen=True)
class Section:
    """What one need is answered by."""

    question: str
    topics: tuple[Topic, ...]


REACHED = Section(
    "Were people reached, and treated safely?",
    (
        months_of(
            "contact_made_rate",
            "How often is the person reached?",
            links=(("contacts", "What happened in full"),),
        ),
        Topic(
            key="harm",
            question="Did anybody who was met come to harm?",
            form=Form.HARM,
            names={"person_injuries": "", "force_at_response": ""},
        ),
    ),
)
ENDED = Section(
    "Did it end where they live?",
    (
        months_of("resolved_in_community", "How often does it end without hospital or jail?"),
        Topic(
            key="elsewhere",
            question="How else do contacts end?",
            form=Form.BESIDE,
            names={
                "hospital_transport_rate": "Taken to a hospital",
                "involuntary_rate": "Taken there against their will",
                "arrest_rate": "Arrested",
                "citation_rate": "Cited",
                "refusal_rate": "Declined the service",
            },
            note="Of the contacts at which the person was reached. Some must go to a hospital.",
        ),
        Topic(
            key="resolved-team",
            question="Which team’s contacts end without hospital or jail?",
            form=Form.GROUPS,
            names={"resolved_in_community": ""},
            by="team",
        ),
        Topic(
            key="hospital-types",
            question="On which calls does it end in a hospital?",
            form=Form.GROUPS,
            names={"hospital_transport_rate": ""},
            by="call_type",
        ),
    ),
)
CONNECTED = Section(
    "Were they connected to help?",
    (
        Topic(
            key="referrals",
            question="How far do referrals lead?",
            form=Form.BESIDE,
            names={
                "referral_made": "Referred, of those reached",
                "referral_accepted": "Accepted, of those referred",
                "warm_handoff_rate": "Handed over, of those accepting",
                "connected_to_care": "In care in 30 days, of the same",
            },
            note="Each bar is a share of those to whom it could apply, not of the bar above.",
        ),
        months_of("connected_to_care", "Are people who accept a referral connected to care?"),
        Topic(
            key="no-service",
            question="For which needs is there no service?",
            form=Form.GROUPS,
            names={"no_service_available": ""},
            by="primary_need",
        ),
        Topic(
            key="follow-ups",
            question="Is a wanted follow-up made, and in time?",
            form=Form.BESIDE,
            names={
                "followup_attempted_48h": "Attempted within 48 hours",
                "followup_attempted_72h": "Attempted within 72 hours",
                "followup_reached_48h": "Reached within 48 hours",
                "followup_reached_72h": "Reached within 72 hours",
                "followup_reached_30d": "Reached within 30 days",
            },
            note="Of the contacts after which a follow-up was asked for and agreed to.",
        ),
        months_of("care_nav_time_to_first", "How long until Care Navigation first meets a person?"),
        months_of(
            "care_nav_closed_goal",
            "How many Care Navigation cases close with their goal met?",
            links=(("teams", "Each team’s own page"),),
        ),
    ),
)
HELD = Section(
    "Did it hold?",
    (
        months_of("crisis_repeat_30", "How often is there another crisis within 30 days?"),
        Topic(
            key="met-again",
            question="How often is the same person met again?",
            form=Form.LINES,
            names={
                "repeat_contact_30": "in 30 days",
                "repeat_contact_90": "in 90 days",
                "repeat_contact_7": "in 7 days",
            },
            note=NEITHER,
        ),
    ),
)
RATED = Section(
    "How do they rate it?",
    (
        months_of("satisfaction_mean", "How do people rate the program?"),
        months_of("satisfaction_top", "How many give it the best mark?"),
    ),
)
FAMILIAR = Section(
    "Who is met again and again?",
    (
        Topic(
            key="familiar",
            question="How many people are familiar neighbors?",
            form=Form.BESIDE,
            names={
                "familiar_neighbors_5": "Met 5 times or more",
                "familiar_neighbors_10": "Met 10 times or more",
                "familiar_neighbors_20": "Met 20 times or more",
                "familiar_neighbors_40": "Met 40 times or more",
            },
            note="In the last 12 months of the period; each is counted inside the one before.",
        ),
    ),
)
SECTIONS = (REACHED, ENDED, CONNECTED, HELD, RATED, FAMILIAR)
