"""Does it help the people it serves? How they themselves rate it."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.asked import DEMOGRAPHICS
from arp.measures.formula import Study
from arp.measures.indicator import About, Better, Indicator, Question
from arp.measures.studies.ratings import mean_rating, top_rating

BY = ("team", "month", "call_type", "area", "primary_need", *DEMOGRAPHICS)
AMONG = _.contact_made & _.responds
OF_RATINGS: dict[str, Any] = {
    "question": Question.PEOPLE,
    "better": Better.HIGHER,
    "grain": "encounters",
    "needs": ("satisfaction", "contact_made", "responds"),
    "to_measure_it": (
        "It needs the person's own rating. Upload the program's contact records with contact "
        "results and a rating from 1 to 5."
    ),
    "source": "Portland Street Response publishes a mean of 4.8 of 5; no published standard.",
    "caveat": "Who answers is not like who does not: read the response rate first.",
    "about": About.PEOPLE,
    "reviewed_on": date(2026, 11, 22),
    "next_review_on": date(2027, 11, 22),
}

ENTRIES = (
    Indicator(
        key="satisfaction_mean",
        name="Rating by the people served",
        why="Shows what those who were helped think of it.",
        words=(
            "Mean of the ratings from 1 to 5 (5 is best) of contacts at which the person was "
            "reached. Contacts without a rating and follow-up contacts are left out; the share "
            "that has a rating is told."
        ),
        unit="points of 5",
        formula=Study(run=mean_rating, among=AMONG, by=BY),
        **OF_RATINGS,
    ),
    Indicator(
        key="satisfaction_top",
        name="Rated 5 of 5",
        why="Shows how many of those who answer could not have wished for more.",
        words=(
            "Ratings of 5, divided by all ratings from 1 to 5 of contacts at which the person was "
            "reached. Contacts without a rating and follow-up contacts are left out; the share "
            "that has a rating is told."
        ),
        unit="share",
        formula=Study(run=top_rating, among=AMONG, by=BY),
        **OF_RATINGS,
    ),
)
