"""Does it help the people it serves? Whether it serves one group of them as it serves another."""

from datetime import date

from ibis import _

from arp.measures.formula import Worked
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.studies.equity import FEWEST, MONTHS, equity_gap

ENTRIES = (
    Indicator(
        key="equity_gap",
        name="Fairness: each group beside the whole city",
        question=Question.PEOPLE,
        why="Shows whether people wait longer, or fare worse, for who they are or where they live.",
        words=(
            "Calls handled of eligible calls in staffed hours, the median response, and contacts "
            "that ended in a hospital, in an arrest or in care: each group's figure divided by "
            "that of the whole city, so that 1 is no gap. By area and, of contacts, by age, race "
            "or ethnicity, gender, language and housing; and each area's share of the people "
            f"served divided by its share of the residents. Of the last {MONTHS} months at most. "
            f"Groups under {FEWEST} are too few; people of whom the group is not known are left "
            "out, and each row says how many."
        ),
        unit="times the city",
        better=Better.BAND,
        grain="responses",
        formula=Worked(run=equity_gap, among=_.handled),
        needs=("handled",),
        to_measure_it=(
            "It needs the program's calls by area, or its contact records with who was met. Upload "
            "a dispatch (CAD) export, or contact records with race, age, gender, language or "
            "housing."
        ),
        source="This project's definition; Vera and CSG ask for every outcome by group.",
        caveat=(
            "A gap is a question, not a verdict: groups differ in what they call for. Where race "
            "is missing for many, the gap may be in the missing. The city's own figure is taken "
            "as exact."
        ),
        about=About.PEOPLE,
        target_note="1 is no gap; what is near enough is the city's to say.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
)
