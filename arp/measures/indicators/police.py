"""Does it relieve police, fire and EMS? Calls that hold, reports, arrests and force."""

from datetime import date

from ibis import _

from arp.measures.formula import Fractile, Ratio, Share, Sum, Total
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.indicators.intervals import VALID

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NO_THRESHOLD = "No published threshold was found; the city sets its own."
POLICE_CALLS = _.police_dispatched & _.in_scope & _.in_cad
REPORTS = (_.figure == "crime_reports") & _.in_whole
FORCE = (_.figure == "use_of_force_eligible") & _.in_whole
OF_THE_WHOLE = "A row of the whole city counts, else the sum of its areas; by area, that area's."
NEEDS_POLICE_CLOCKS = (
    "It needs the times calls were queued and police units were dispatched. Upload a dispatch "
    "(CAD) export of all calls with both and with the units of police."
)
NEEDS_REPORTS = (
    "It needs the reports of low-level offenses by month (and area). Upload them as a monthly "
    "figure; the blank template has a sheet for it."
)
NEEDS_FORCE = (
    "It needs how often police used force on calls that a team may take. Upload it as a monthly "
    "figure; the blank template has a sheet for it. All force of a month is another figure."
)
AND_ELIGIBLE = (
    " It also needs a dispatch (CAD) export of all calls and the program's list of eligible call "
    "types."
)
CLOCKS = ("police_queue_minutes", "police_dispatched", "in_scope", "in_cad")


def _above(figure: object) -> Sum:
    """A monthly figure as the upper total of a rate."""
    return Sum(of=_.value, among=figure, grain="figures", needs=("figure", "value", "in_whole"))


ENTRIES = (
    Indicator(
        key="police_pending_p90",
        name="Calls holding for police (90th percentile)",
        question=Question.SYSTEM,
        why="Shows how long callers wait for an officer to be free as other calls are taken away.",
        words=(
            "90th percentile: nine in ten calls from the public to which police were dispatched "
            f"held no longer. From queued to the first police dispatch. {VALID}"
        ),
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=Fractile(of=_.police_queue_minutes, p=0.9, among=POLICE_CALLS),
        needs=CLOCKS,
        to_measure_it=NEEDS_POLICE_CLOCKS,
        source="New Orleans shows calls that hold over 20 and over 60 minutes.",
        caveat="Calls that nobody was ever sent to are not in it. It changes with police staffing.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="police_pending_over_60",
        name="Calls holding for police over an hour",
        question=Question.SYSTEM,
        why="Shows how many callers were left waiting far longer than anybody would call prompt.",
        words=(
            "Calls from the public that were queued more than 60 minutes before the first police "
            "unit was dispatched, divided by those with a valid wait for police (0 to 24 hours)."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.police_queue_minutes > 60, among=POLICE_CALLS),
        needs=CLOCKS,
        to_measure_it=NEEDS_POLICE_CLOCKS,
        source="New Orleans shows calls that hold over 20 and over 60 minutes.",
        caveat="Calls that nobody was ever sent to are not in it. It changes with police staffing.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="low_level_reports",
        name="Reports of low-level offenses",
        question=Question.SYSTEM,
        why="Shows whether fewer low-level offenses are reported where a team answers.",
        words=f"Adds up the reports of low-level offenses, as uploaded by month. {OF_THE_WHOLE}",
        unit="reports",
        better=Better.LOWER,
        grain="figures",
        formula=Total(of=_.value, among=REPORTS),
        needs=("figure", "value", "in_whole"),
        to_measure_it=NEEDS_REPORTS,
        source="Denver STAR: 34% fewer in the areas served (Dee and Pyne); disputed since.",
        caveat=(
            "Partly mechanical: with fewer officers sent, fewer reports are written. Compare areas "
            "with and without a team; it is no proof of cause."
        ),
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="low_level_reports_rate",
        name="Reports of low-level offenses per 100 eligible calls",
        question=Question.SYSTEM,
        why="Shows reports against the calls they may come from, so that areas and years compare.",
        words=(
            "Reports of low-level offenses, as uploaded by month, divided by eligible calls of the "
            f"same months, times 100. {OF_THE_WHOLE}"
        ),
        unit="per 100 eligible calls",
        better=Better.LOWER,
        grain="calls",
        formula=Ratio(top=_above(REPORTS), bottom=Sum(of=_.eligible, among=_.eligible), times=100),
        needs=("eligible",),
        to_measure_it=NEEDS_REPORTS + AND_ELIGIBLE,
        source="This project's definition.",
        caveat="Not every report comes from such a call: it compares two counts of one place.",
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="arrests_per_100_eligible",
        name="Eligible calls that end in an arrest",
        question=Question.SYSTEM,
        why="Shows how often a call that a civilian team could take still ends in handcuffs.",
        words=(
            "Eligible calls that dispatch closed with an arrest, or whose contact record says that "
            "the person was arrested, divided by eligible calls of which dispatch says how they "
            "closed: 2% are 2 arrests in 100 eligible calls."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.arrest_made, among=_.eligible),
        needs=("arrest_made", "eligible"),
        to_measure_it=(
            "It needs how dispatch closed each call, with a word for arrest, and the program's "
            "list of eligible call types. Upload a dispatch (CAD) export of police calls with "
            "dispositions, and enter the list under Settings or in the program workbook."
        ),
        source="NBER working paper 34344 on Durham: fewer arrests.",
        caveat="As true as the codes with which calls are closed: an arrest later is not in it.",
        about=About.PEOPLE,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="use_of_force_eligible",
        name="Uses of force by police on eligible calls",
        question=Question.SYSTEM,
        why="Shows the harm that a call without police cannot have.",
        words=(
            "Adds up the uses of force by police on eligible calls, as uploaded by month. "
            f"{OF_THE_WHOLE}"
        ),
        unit="uses of force",
        better=Better.LOWER,
        grain="figures",
        formula=Total(of=_.value, among=FORCE),
        needs=("figure", "value", "in_whole"),
        to_measure_it=NEEDS_FORCE,
        source="City of Durham before launch: about 9 on the eligible types (period unclear).",
        caveat="Rare: each is to be reviewed, and a month without any proves nothing.",
        about=About.PEOPLE,
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="use_of_force_eligible_rate",
        name="Uses of force per 10,000 eligible calls",
        question=Question.SYSTEM,
        why="Shows force against the number of calls, so that years and cities compare.",
        words=(
            "Uses of force by police on eligible calls, as uploaded by month, divided by eligible "
            f"calls of the same months, times 10,000. {OF_THE_WHOLE}"
        ),
        unit="per 10,000 eligible calls",
        better=Better.LOWER,
        grain="calls",
        formula=Ratio(top=_above(FORCE), bottom=Sum(of=_.eligible, among=_.eligible), times=10_000),
        needs=("eligible",),
        to_measure_it=NEEDS_FORCE + AND_ELIGIBLE,
        source="City of Durham before launch: about 9 on 18,710 calls a year (period unclear).",
        caveat="Rare: look at several years together.",
        about=About.PEOPLE,
        of_a_team=False,
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
