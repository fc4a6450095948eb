"""Does it relieve the system? What was avoided: estimates, with their range and assumptions."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.avoided import TRANSPORTS, ed_transports_avoided
from arp.measures.studies.cost import cost_avoided

AVOIDED: dict[str, Any] = {
    "question": Question.SYSTEM,
    "better": Better.HIGHER,
    "grain": "calls",
    "of_a_team": False,
    "target_note": "No published threshold was found; the city sets its own.",
    "reviewed_on": date(2026, 11, 22),
    "next_review_on": date(2027, 11, 22),
}

ENTRIES = (
    Indicator(
        key="ed_transports_avoided",
        name="Transports to a hospital avoided (an estimate)",
        why="Shows how many trips to an emergency room the program may have made needless.",
        words=(
            "Eligible calls that the program handled, each at the share of eligible calls of its "
            "type that the program did not handle from which somebody was taken to a hospital; "
            "less the handled calls from which somebody was. Low and high are a 95% bootstrap "
            "interval of the expected number."
        ),
        unit="transports",
        formula=Worked(
            run=ed_transports_avoided,
            among=_.eligible & _.handled & _.ems_transported.notnull(),
            by=("month", "call_type"),
        ),
        needs=(TRANSPORTS, "eligible", "handled", "call_type"),
        to_measure_it=(
            "It needs to know from which calls somebody was taken to a hospital, those that the "
            "program did not handle among them. Upload a dispatch (CAD) export of all calls with "
            "EMS units and with dispositions that say so, and enter eligible call types under "
            "Settings or in the program workbook."
        ),
        source="This project's definition; no published standard.",
        caveat=(
            "An estimate: within one call type, calls that the program handled may be milder than "
            "those it did not. The range does not cover that."
        ),
        **AVOIDED,
    ),
    Indicator(
        key="cost_avoided",
        name="Cost avoided (an estimate)",
        why="Shows what the relief may be worth beside what the program costs.",
        words=(
            "Police hours freed, transports to a hospital avoided and arrests avoided, each at the "
            "city's own price of today, less the program's cost. Only months whose program cost "
            "is known. Low and high add up the ends of the parts' ranges."
        ),
        unit="dollars",
        formula=Worked(run=cost_avoided, among=_.eligible & _.handled, by=("month",)),
        needs=("eligible", "handled"),
        to_measure_it=(
            "It needs all calls with police and EMS units, what the program cost by month and the "
            "city's own prices. Upload a dispatch (CAD) export and the cost as a monthly figure, "
            "and enter prices under Settings, Costs."
        ),
        source="This project's definition. Published claims conflict: Eugene $2.2 or $8.5 million.",
        caveat=(
            "Avoided is not saved: hours and beds are there for somebody else, and no budget gets "
            "smaller. It is as good as its prices and as the estimates that it is made of."
        ),
        **AVOIDED,
    ),
)
