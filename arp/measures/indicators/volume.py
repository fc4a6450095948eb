"""Is the program functioning well? How much there is to do, and how much the program does."""

from datetime import date

from ibis import _

from arp.measures.formula import Count, Share, Worked
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.volume_a_day import volume_a_day

ENTRIES = (
    Indicator(
        key="calls_in_scope",
        name="911 calls from the public",
        question=Question.FUNCTIONING,
        why="Shows the demand on the whole emergency system, against which the program is seen.",
        words=(
            "Counts the calls of the dispatch system (CAD). Left out are calls known to be "
            "self-initiated, outside the jurisdiction, tests, duplicates, or canceled before they "
            "were queued."
        ),
        unit="calls",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Count(where=_.in_scope & _.in_cad),
        needs=("in_cad", "in_scope"),
        to_measure_it=(
            "What was uploaded holds only the program's own calls. "
            "To count all calls, upload the dispatch system's (CAD) export of every agency."
        ),
        source="Count of calls for service, as city open-data portals publish it.",
        caveat="Context only: a new dispatch system or new call types move it.",
        of_a_team=False,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="total_911_volume",
        name="911 calls a day",
        question=Question.SYSTEM,
        why="Shows whether people call more or less often since there is somebody else to send.",
        words=(
            "Calls from the public in the dispatch system (CAD), divided by the days of the "
            "calendar that its data cover. Left out are calls known to be self-initiated, outside "
            "the jurisdiction, tests, duplicates, or canceled before they were queued."
        ),
        unit="calls a day",
        better=Better.NEUTRAL,
        grain="calls",
        formula=Worked(
            run=volume_a_day,
            among=_.in_scope & _.in_cad,
            by=("month", "area", "call_type", "priority", "origin"),
        ),
        needs=("in_cad", "in_scope"),
        to_measure_it=(
            "What was uploaded holds only the program's own calls. "
            "To count all calls, upload the dispatch system's (CAD) export of every agency."
        ),
        source="NBER working paper 34344 on Durham: calls rose, read as a sign of trust.",
        caveat="More calls can be trust, fewer a broken line: neither is good by itself.",
        of_a_team=False,
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="program_responses",
        name="Program responses",
        question=Question.FUNCTIONING,
        why="Shows how many times the program answered, which is the work it is paid to do.",
        words=(
            "Counts the calls that the program handled: a program unit arrived, an encounter "
            "records an attempt in person, or a phone team took the call. Encounters without a "
            "call count too. Follow-up contacts are left out."
        ),
        unit="responses",
        better=Better.NEUTRAL,
        grain="responses",
        formula=Count(where=_.handled),
        needs=("handled",),
        to_measure_it=(
            "No unit or contact is known to be the program's. Upload the program's own records, "
            "or an export that names each unit's team."
        ),
        source="City of Durham, HEART dashboard: responses.",
        caveat="A response is not a diversion: other agencies may have been sent as well.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="self_initiated_share",
        name="Responses begun by the team itself",
        question=Question.FUNCTIONING,
        why="Shows how much of the work comes from callers, and how much from being about.",
        words=(
            "Program responses that a responder began or came upon, divided by program responses "
            "whose origin is known."
        ),
        unit="share",
        better=Better.NEUTRAL,
        grain="responses",
        formula=Share(of=_.self_initiated, among=_.handled),
        needs=("self_initiated", "handled"),
        to_measure_it=(
            "It needs how each call came in. Upload a dispatch (CAD) export, or the program's "
            "records, with the origin of each call."
        ),
        source="Oakland and Seattle publish it; no published standard.",
        caveat="A response begun by the team relieves nobody of a call.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
)
