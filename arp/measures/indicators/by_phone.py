"""Is the program functioning well? What becomes of calls that a phone team takes."""

from datetime import date

from ibis import _

from arp.measures.formula import Share
from arp.measures.indicator import Better, Indicator, Question

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
TAKEN = (
    "A phone team takes a call when its unit is dispatched, or when a contact by phone is on "
    "record. Calls whose 24 hours are not over in the data are left out."
)
ONLY_BY_PHONE = "It is told only of teams that answer by phone."

ENTRIES = (
    Indicator(
        key="ccd_phone_resolution",
        name="Calls closed by phone",
        question=Question.FUNCTIONING,
        why="Shows how often a clinician on the phone is all the help that had to be sent.",
        words=(
            "Calls that a phone team took and to which no field unit of any agency was sent, from "
            "the start up to 24 hours after it was taken, divided by calls that a phone team took. "
            f"{TAKEN}"
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.phone_resolved, among=_.phone_taken, matured=_.phone_matured),
        needs=("phone_taken", "phone_resolved", "phone_matured"),
        to_measure_it=(
            f"{ONLY_BY_PHONE} It needs a team set as “phone” with its units or contacts, and the "
            "units of police. Upload a dispatch (CAD) export with the units of every agency, and "
            "enter the team under Settings."
        ),
        source="City of Durham: Crisis Call Diversion, clinicians in the 911 center.",
        caveat=(
            "No unit sent is no proof of a good end: read it beside repeat contacts. An agency "
            "whose units are not in the data cannot be seen."
        ),
        target_note="No published threshold was found; the city sets its own.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="ccd_safe_handback",
        name="Phone calls sent on to police or EMS",
        question=Question.FUNCTIONING,
        why="Shows how often the phone was not enough and somebody noticed.",
        words=(
            "Calls that a phone team took and to which police or EMS were first dispatched after "
            f"it was taken, divided by calls that a phone team took. {TAKEN}"
        ),
        unit="share",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Share(of=_.phone_handed_back, among=_.phone_taken, matured=_.phone_matured),
        needs=("phone_taken", "phone_handed_back", "phone_matured"),
        to_measure_it=(
            f"{ONLY_BY_PHONE} It needs a team set as “phone” with its units or contacts, and the "
            "units of police and of EMS. Upload a dispatch (CAD) export with the units of every "
            "agency, and enter the team under Settings."
        ),
        source="City of Durham: Crisis Call Diversion.",
        caveat="Some escalation is right: neither a high nor a low figure is good by itself.",
        target_note="No published threshold was found; the city sets its own.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
