"""Is the program functioning well? What came of the contacts."""

from datetime import date

from ibis import _

from arp.measures.formula import Mix, Share
from arp.measures.indicator import About, Better, Indicator, Question

CALLED_OFF = ("canceled en route", "not needed on arrival")

ENTRIES = (
    Indicator(
        key="contact_made_rate",
        name="Reached the person",
        question=Question.FUNCTIONING,
        why="Shows how often the team that came also met the person it came for.",
        words=(
            "Calls where the person was reached (engaged, declined, or information only), divided "
            "by calls where a program unit arrived and the contact's result is known."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.contact_made, among=_.prog_arrived),
        needs=("contact_made", "prog_arrived"),
        to_measure_it=(
            "It needs how each contact ended. Upload the program's contact records with incident "
            "numbers, and arrival times."
        ),
        source="Reviews of mobile crisis teams publish the share of adults contacted.",
        caveat="It falls as response times rise: read the two together.",
        starting_target=0.7,
        target_note="No standard is published; one study found 77% of adults contacted.",
        about=About.PEOPLE,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="canceled_en_route_rate",
        name="Canceled or not needed",
        question=Question.FUNCTIONING,
        why="Shows how often the team was sent for nothing, which another call has to wait for.",
        words=(
            "Calls whose contact was canceled en route, or where the team was told on arrival that "
            "it was not needed, divided by calls to which a program unit was dispatched and whose "
            "contact result is known."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(
            of=_.contact_result.nullif("unknown").isin(CALLED_OFF), among=_.prog_dispatched
        ),
        needs=("contact_result", "prog_dispatched"),
        to_measure_it=(
            "It needs how each contact ended. Upload the program's contact records with incident "
            "numbers, the canceled ones too, and dispatch times."
        ),
        source="Rochester: 58% of the services not provided; no published standard.",
        caveat="Often a matter of dispatch, not of the team. Canceled calls often have no record.",
        starting_target=0.15,
        target_note="No standard is published; 15% is a value to begin with.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="refusal_rate",
        name="Declined the service",
        question=Question.FUNCTIONING,
        why="Shows how often people who were met did not want what the program offers.",
        words=(
            "Contacts at which the person declined, divided by contacts at which the person was "
            "reached. Follow-up contacts are left out."
        ),
        unit="share",
        better=Better.LOWER,
        grain="encounters",
        formula=Share(of=_.contact_result == "declined", among=_.contact_made & _.responds),
        needs=("contact_result", "contact_made", "responds"),
        to_measure_it=(
            "It needs how each contact ended. Upload the program's contact records with contact "
            "results."
        ),
        source="The program's own records; no published standard.",
        caveat="The service is voluntary: declining it is a right.",
        about=About.PEOPLE,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="disposition_mix",
        name="What happened",
        question=Question.FUNCTIONING,
        why="Shows how contacts end: who stayed, who went to a hospital, who was not found.",
        words=(
            "Share of each contact result, of each destination and of each of the city's own "
            "dispositions among all encounters: every contact or attempt, canceled ones included. "
            "Each family adds up to 100% with “unknown”."
        ),
        unit="share",
        better=Better.NEUTRAL,
        grain="encounters",
        formula=Mix(
            parts=("contact_result", "destination", "disposition_label"),
            among=_.linked.notnull(),
        ),
        needs=("linked",),
        to_measure_it="It needs how contacts ended. Upload the program's contact records.",
        source="The program's own records.",
        caveat=(
            "Staying in the community is no sign that the person was met: where nobody could be "
            "located that is written too."
        ),
        about=About.PEOPLE,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
)
