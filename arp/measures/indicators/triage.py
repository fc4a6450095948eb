"""Is it ready to expand? Whether dispatch finds the right calls, and sends them to a team."""

from datetime import date

from ibis import _

from arp.measures.formula import Share
from arp.measures.indicator import Better, Indicator, Question

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
NO_THRESHOLD = "No published threshold was found; the city sets its own."
NEEDS_FINAL_TYPES = (
    "It needs the first and the final call type of each call, the units sent, and the program's "
    "list of eligible call types. Upload a dispatch (CAD) export with them, and enter the list "
    "under Settings or in the program workbook."
)

ENTRIES = (
    Indicator(
        key="recode_rate",
        name="Calls that changed type",
        question=Question.READY,
        why="Shows how far the type that dispatch knew at first can be trusted.",
        words=(
            "Calls whose final type is not the first, divided by calls in scope with both types. "
            "The same words in capitals are the same type."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.recoded, among=_.in_scope & _.in_cad),
        needs=("recoded", "in_scope", "in_cad"),
        to_measure_it=(
            "It needs the first and the final call type of all calls. Upload a dispatch (CAD) "
            "export that has both columns."
        ),
        source="This project's definition.",
        caveat="The first type is what dispatch knew when it had to decide.",
        target_note=NO_THRESHOLD,
        of_a_team=False,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="dispatch_recall",
        name="Right calls sent to a team",
        question=Question.READY,
        why="Shows how many of the calls that turned out right for the program were offered to it.",
        words=(
            "Calls eligible by their final type that were routed to a program team (a unit sent, "
            "a refusal recorded, or taken by phone), divided by all calls eligible by their final "
            "type."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.routed, among=_.eligible_final),
        needs=("routed", "eligible_final"),
        to_measure_it=NEEDS_FINAL_TYPES,
        source="Recall, as in the evaluation of triage.",
        caveat="The final type is an imperfect truth, and hours without a team count too.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="dispatch_precision",
        name="Calls sent to a team that were right for it",
        question=Question.READY,
        why="Shows how many of the calls that teams are sent to really were theirs.",
        words=(
            "Calls routed to a program team that are eligible by their final type and that police "
            "did not take over, divided by calls routed to a program team."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(
            of=_.eligible_final & ~_.police_took_over,
            among=_.routed & _.in_scope & _.police_took_over.notnull(),
        ),
        needs=("routed", "eligible_final", "police_took_over", "in_scope"),
        to_measure_it=NEEDS_FINAL_TYPES,
        source="Precision, as in the evaluation of triage.",
        caveat="Calls whose contact record does not say whether police took over are left out.",
        target_note=NO_THRESHOLD,
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="upgrade_rate",
        name="Program calls that became police calls",
        question=Question.READY,
        why="Shows how often police are sent to a call after a civilian team was.",
        words=(
            "Calls to which police were dispatched after the program was, divided by calls to "
            "which the program was dispatched. Teams that work with police are left out."
        ),
        unit="share",
        better=Better.LOWER,
        grain="calls",
        formula=Share(of=_.upgraded, among=_.own_dispatched),
        needs=("upgraded", "own_dispatched"),
        to_measure_it=(
            "It needs the times at which units of the program and of police were dispatched. "
            "Upload a dispatch (CAD) export with the units of both."
        ),
        source="This project's definition.",
        caveat="Police sent later are not always police that were asked for.",
        starting_target=0.05,
        target_note="No published threshold; at most 5% is a place to start.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
