"""What stands before and behind a response: 911 answers, a clinician on the phone, posts filled.

The topics of “Functioning well” that are not of the teams in the field.
"""

from __future__ import annotations

from arp.views.topics import Form, Topic, months_of

OF_THE_CENTER = "It belongs to the 911 center, not to the program."
TOPICS = (
    months_of("answer_within_15s", "How often does 911 answer within 15 seconds?", OF_THE_CENTER),
    months_of("answer_within_20s", "How often does 911 answer within 20 seconds?", OF_THE_CENTER),
    Topic(
        key="call-taking",
        question="How long does 911 need to take a call?",
        form=Form.LINES,
        names={"call_processing_p50": "half of calls", "call_processing_p90": "nine in ten"},
        note="Good questions take time: shorter is not always better.",
    ),
    Topic(
        key="by-phone",
        question="What becomes of the calls that a team takes by phone?",
        form=Form.LINES,
        names={
            "ccd_phone_resolution": "closed by phone",
            "ccd_safe_handback": "sent on to police or EMS",
        },
        note="The rest had a team, fire or police already on the way. Some sending on is right.",
    ),
    months_of("vacancy_rate", "How many posts are vacant?"),
)
