"""Is the program functioning well? Whether responders and the people they meet stay safe."""

from datetime import date

from ibis import _

from arp.measures.facts.outcomes import HURT
from arp.measures.formula import Count, Ratio, Share, Sum
from arp.measures.indicator import About, Better, Indicator, Question

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
ANSWERED = _.responder_injury.notnull()
BACKUP_RECORDS = (
    "It needs whether the team asked for back-up, and whom. Upload the program's contact records "
    "with incident numbers and back-up columns, and arrival times."
)
INJURY_RECORDS = (
    "It needs whether a responder was hurt. Upload the program's contact records with that column "
    "filled: a blank is not read as no."
)
RARE = "Rare: read the count and the days since the last, not a percentage."

ENTRIES = (
    Indicator(
        key="backup_requested_rate",
        name="Police back-up requested",
        question=Question.FUNCTIONING,
        why="Shows how often a team without weapons found that it needed police.",
        words=(
            "Calls where the team asked for police after it was dispatched, divided by calls where "
            "a program unit arrived and the record says whether it asked. Teams that work with "
            "police are left out. Back-up by EMS or fire is not in it."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.backup_police, among=_.own_arrived),
        needs=("backup_police", "own_arrived"),
        to_measure_it=BACKUP_RECORDS,
        source=(
            "Own figures of CAHOOTS (150 in 24,000), Portland Street Response and Madison; no "
            "published ceiling."
        ),
        caveat="Police who come by themselves were not asked for. Few calls make it uncertain.",
        starting_target=0.05,
        target_note="No standard is published; 5% is a ceiling to begin with.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="urgent_backup_rate",
        name="Emergency back-up",
        question=Question.FUNCTIONING,
        why="Shows how often a response became an emergency for those who came to help.",
        words=(
            "Calls where the team asked for help at once, from any agency, divided by calls where "
            "a program unit arrived and the record says whether it asked."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.backup_urgent, among=_.prog_arrived),
        needs=("backup_urgent", "prog_arrived"),
        to_measure_it=BACKUP_RECORDS,
        source="No published standard; each is to be reviewed.",
        caveat=RARE,
        starting_target=0.0,
        target_note="No standard is published; the aim is none, and a review of each.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="urgent_backup_reviewed",
        name="Emergency back-ups reviewed",
        question=Question.FUNCTIONING,
        why="Shows whether the program learns from the responses that went most wrong.",
        words=(
            "Contacts with a request for help at once that was looked at afterward, divided by "
            "contacts with such a request of which the record says whether it was."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="encounters",
        formula=Share(of=_.backup_reviewed, among=_.backup_urgent),
        needs=("backup_reviewed", "backup_urgent"),
        to_measure_it=(
            "It needs whether each request was reviewed. Upload the program's contact records "
            "with columns for the urgency of back-up and for its review."
        ),
        source="This project's safety gate: each emergency back-up is reviewed.",
        caveat="That a review was held does not say what it found.",
        starting_target=1.0,
        target_note="No standard is published; the aim is a review of each.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="felt_safe_rate",
        name="Responders felt safe",
        question=Question.FUNCTIONING,
        why="Shows whether those who do the work say that it is safe.",
        words=(
            "Contacts at which the responders say that they felt safe, divided by contacts at "
            "which they answered the question. Blanks are left out and counted."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="encounters",
        formula=Share(of=_.felt_safe, among=_.linked.notnull()),
        needs=("felt_safe", "linked"),
        to_measure_it=(
            "It needs the responders' own answer. Upload the program's contact records with a "
            "column that says whether they felt safe."
        ),
        source="City of Durham: 99% of responses in person.",
        caveat="Self-reported: those who do not answer may have felt otherwise.",
        starting_target=0.98,
        target_note="No standard is published; Durham reports 99%.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="responder_injuries",
        name="Responder injuries",
        question=Question.FUNCTIONING,
        why="Shows whether the work hurts those who do it.",
        words="Counts contacts at which anybody of the team was hurt, minor or serious.",
        unit="contacts",
        better=Better.LOWER,
        grain="encounters",
        formula=Count(where=_.responder_hurt),
        needs=("responder_hurt",),
        to_measure_it=INJURY_RECORDS,
        source="City of Durham: three minor injuries in more than 32,000 responses.",
        caveat=RARE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="responder_injuries_serious",
        name="Serious responder injuries",
        question=Question.FUNCTIONING,
        why="Shows the harm that a program must not have before it grows.",
        words="Counts contacts at which somebody of the team needed more than first aid.",
        unit="contacts",
        better=Better.LOWER,
        grain="encounters",
        formula=Count(where=_.responder_hurt & (_.responder_injury == "serious")),
        needs=("responder_hurt", "responder_injury"),
        to_measure_it=INJURY_RECORDS,
        source="City of Durham reports none.",
        caveat=RARE,
        starting_target=0.0,
        target_note="No standard is published; the aim is none.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="responder_injury_rate",
        name="Responder injuries per 1,000 responses",
        question=Question.FUNCTIONING,
        why="Shows injuries against the amount of work, so that years and cities compare.",
        words=(
            "Contacts at which anybody of the team was hurt, divided by contacts of which the "
            "record says whether anybody was, times 1,000. Follow-up contacts are left out."
        ),
        unit="per 1,000 responses",
        better=Better.LOWER,
        grain="encounters",
        formula=Ratio(
            top=Sum(of=_.responder_injury.isin(HURT), among=_.responds & ANSWERED),
            bottom=Sum(of=ANSWERED, among=_.responds & ANSWERED),
            times=1000,
        ),
        needs=("responder_injury", "responds"),
        to_measure_it=INJURY_RECORDS,
        source="City of Durham: three minor injuries in more than 32,000 responses.",
        caveat="Each team at a call counts as a response of its own. " + RARE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="person_injuries",
        name="People hurt during a response",
        question=Question.FUNCTIONING,
        why="Shows whether anybody came to harm while the program was there to help.",
        words="Counts contacts at which the person was hurt during the response.",
        unit="contacts",
        better=Better.LOWER,
        grain="encounters",
        formula=Count(where=_.person_injury),
        needs=("person_injury",),
        to_measure_it=(
            "It needs whether the person was hurt. Upload the program's contact records with that "
            "column filled: a blank is not read as no."
        ),
        source="No published standard; each is to be reviewed.",
        caveat=RARE,
        starting_target=0.0,
        target_note="No standard is published; the aim is none.",
        about=About.PEOPLE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="force_at_response",
        name="Force used during a response",
        question=Question.FUNCTIONING,
        why="Shows whether a response meant to be without force stayed so.",
        words="Counts contacts at which anybody used force during the response.",
        unit="contacts",
        better=Better.LOWER,
        grain="encounters",
        formula=Count(where=_.use_of_force),
        needs=("use_of_force",),
        to_measure_it=(
            "It needs whether force was used. Upload the program's contact records with that "
            "column filled: a blank is not read as no."
        ),
        source="No published standard; each is to be reviewed.",
        caveat=RARE,
        starting_target=0.0,
        target_note="No standard is published; the aim is none.",
        about=About.PEOPLE,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
