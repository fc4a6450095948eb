"""Is the program functioning well? How soon the 911 center, through which calls come, answers."""

from datetime import date

from ibis import _

from arp.measures.formula import Ratio, Sum
from arp.measures.indicator import Better, Indicator, Question


def _within(limit: int, target: float, target_note: str) -> Indicator:
    """911 calls that were answered within so many seconds."""
    met, answered = getattr(_, f"within_{limit}s_n"), getattr(_, f"of_{limit}s_n")
    told = _.in_whole & answered.notnull() & met.notnull()
    return Indicator(
        key=f"answer_within_{limit}s",
        name=f"911 calls answered within {limit} seconds",
        question=Question.FUNCTIONING,
        why="Shows whether a caller gets through: before any team can help, somebody must answer.",
        words=(
            f"911 calls answered within {limit} seconds, divided by 911 calls answered. By the 911 "
            "center's own monthly figures where it has uploaded any; else by calls of the "
            "emergency line with an answer time in the dispatch export. What a center leaves out, "
            "such as calls given up within 5 seconds, is left out here too."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="answers",
        formula=Ratio(top=Sum(of=met, among=told), bottom=Sum(of=answered, among=told)),
        needs=("in_whole", f"within_{limit}s_n", f"of_{limit}s_n"),
        to_measure_it=(
            f"It needs how many 911 calls were answered, and how many of them within {limit} "
            "seconds. Upload both as a monthly figure (numerator and denominator; the blank "
            "template has a sheet for it), or a dispatch (CAD) export with an answer time."
        ),
        source="NENA-STA-020: 90% within 15 seconds, 95% within 20 seconds.",
        caveat=(
            "It belongs to the 911 center, not to the program. A call given up before it was "
            "answered has no answer time: the center's own figures may count it, calls cannot."
        ),
        of_a_team=False,
        starting_target=target,
        target_note=target_note,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    )


ENTRIES = (
    _within(15, 0.90, "NENA-STA-020 asks for 90%; NFPA 1225 (2022) for 90% within 10 seconds."),
    _within(20, 0.95, "NENA-STA-020 asks for 95%."),
)
