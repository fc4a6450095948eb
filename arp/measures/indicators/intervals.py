"""Is the program functioning well? How long people wait: intervals as fractiles."""

from datetime import date
from typing import Any

from ibis import _

from arp.measures.formula import Expression, Fractile, Mean, Share, Study
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.longest import longest

REVIEWED_ON = date(2026, 11, 22)
NEXT_REVIEW_ON = date(2027, 11, 22)
FRACTILES = {"p50": (0.5, "median", "half of the"), "p90": (0.9, "90th percentile", "nine in ten")}
VALID = "Intervals below 0 or over 24 hours are not valid, and are left out."


def _fractiles(
    key: str, *, name: str, of: str, among: Expression, needs: tuple[str, ...], **texts: Any
) -> tuple[Indicator, ...]:
    """The median and the 90th percentile of one interval, as two entries."""
    return tuple(
        Indicator(
            key=f"{key}_{suffix}",
            name=f"{name} ({statistic})",
            question=Question.FUNCTIONING,
            words=f"{statistic.capitalize()}: {share} calls did not take longer. "
            f"{texts['counted']} {VALID}",
            unit="minutes",
            grain="calls",
            formula=Fractile(of=getattr(_, of), p=p, among=among),
            needs=(of, *needs),
            reviewed_on=REVIEWED_ON,
            next_review_on=NEXT_REVIEW_ON,
            **{text: said for text, said in texts.items() if text != "counted"},
        )
        for suffix, (p, statistic, share) in FRACTILES.items()
    )


ENTRIES = (
    *_fractiles(
        "call_processing",
        name="Call-taking time",
        of="handling_minutes",
        among=_.in_scope & _.in_cad,
        needs=("in_scope", "in_cad"),
        why="Shows how long the 911 center needs until a call is ready to be dispatched.",
        counted="From call received to queued, calls in scope of the dispatch system.",
        better=Better.LOWER,
        to_measure_it=(
            "It needs the time a call was received and the time it was queued. "
            "Upload a dispatch (CAD) export of all calls that has both."
        ),
        source="NFPA 1225: 90% within 60 seconds, for fire and EMS emergencies.",
        caveat="Good triage questions take time: longer is not worse for behavioral calls.",
        of_a_team=False,
    ),
    *_fractiles(
        "queue_wait",
        name="Wait for a program unit",
        of="queue_minutes",
        among=_.prog_dispatched,
        needs=("prog_dispatched",),
        why="Shows how long calls wait because no program unit is free to be sent.",
        counted="From queued to the first program unit dispatched, calls with one dispatched.",
        better=Better.LOWER,
        to_measure_it=(
            "It needs the time a call was queued and the time a unit was dispatched. "
            "Upload a dispatch (CAD) export that has both."
        ),
        source="Interval names after NFPA 1710 and NFORS.",
        caveat="Only calls that got a unit are in it: those that never did are not seen here.",
    ),
    *_fractiles(
        "travel",
        name="Travel",
        of="travel_minutes",
        among=_.prog_arrived,
        needs=("prog_arrived",),
        why="Shows whether units are stationed where the calls are.",
        counted="From the first program unit en route to the first on scene.",
        better=Better.LOWER,
        to_measure_it=(
            "It needs the time a unit was dispatched or en route and the time it arrived. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="Interval names after NFPA 1710 and NFORS.",
        caveat="Where a feed has no en-route time it is counted from dispatch, and says so.",
    ),
    *_fractiles(
        "response",
        name="Response time",
        of="own_response_minutes",
        among=_.prog_arrived & _.in_scope,
        needs=("prog_arrived", "in_scope"),
        why="Shows how long a caller waits until help from the program is there.",
        counted=(
            "From call received to the first program unit on scene, calls in scope. Teams that "
            "work with police are left out of the whole and shown when asked for by team."
        ),
        better=Better.LOWER,
        to_measure_it=(
            "It needs the time a call was received and the time a unit arrived. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="NFPA 1710, total response time; fractiles rather than means.",
        caveat="The caller's clock. Units do not drive with lights and sirens.",
    ),
    *_fractiles(
        "first_unit",
        name="First unit of any agency",
        of="first_unit_minutes",
        among=_.first_unit_minutes.notnull(),
        needs=(),
        why="Shows how long a caller waits until anybody is there, whoever it is.",
        counted="From call received to the first unit of any agency on scene.",
        better=Better.LOWER,
        to_measure_it=(
            "It needs the clocks of every agency's units. What was uploaded does not hold them: "
            "upload the dispatch system's (CAD) export of all calls, with arrival times."
        ),
        source="NFPA 1710, total response time.",
        caveat="For comparison: it is not the program's response.",
        of_a_team=False,
    ),
    *_fractiles(
        "on_scene",
        name="Time on scene",
        of="on_scene_minutes",
        among=_.prog_arrived,
        needs=("prog_arrived",),
        why="Shows how long a contact takes, which decides how many units are needed.",
        counted="From the first program unit on scene to the last one clear.",
        better=Better.NEUTRAL,
        to_measure_it=(
            "It needs the times units arrived and cleared. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="Interval names after NFPA 1710 and NFORS.",
        caveat="Long is not bad: time with a person is the service.",
    ),
    Indicator(
        key="response_within_target",
        name="Responses within the local target",
        question=Question.FUNCTIONING,
        why="Shows how often the program keeps the promise that the city itself has made.",
        words=(
            "Calls with a response interval at or under the city's target for their team, call "
            "type and priority, divided by calls with a valid response interval and a target."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(
            of=_.own_response_minutes <= _.response_target_minutes,
            among=_.prog_arrived & _.in_scope,
        ),
        needs=("own_response_minutes", "response_target_minutes", "prog_arrived", "in_scope"),
        to_measure_it=(
            "No target set. It needs the city's own target in minutes, and calls with the times "
            "they were received and a unit arrived."
        ),
        source="The city's own target; fractile practice of NFPA 1710.",
        caveat="No published standard exists for alternative response.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="response_mean",
        name="Response time (mean, for comparison)",
        question=Question.FUNCTIONING,
        why="Lets the city compare itself with others, most of which publish averages.",
        words=(
            "Mean, not median: the sum of the valid response intervals divided by their number. "
            "Same calls as the response time."
        ),
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=Mean(of=_.own_response_minutes, among=_.prog_arrived & _.in_scope),
        needs=("own_response_minutes", "prog_arrived", "in_scope"),
        to_measure_it=(
            "It needs the time a call was received and the time a unit arrived. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="Averages as Durham, Albuquerque, Portland and New York City publish them.",
        caveat="A few long waits move it. Cities start the clock at different moments.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
    Indicator(
        key="longest_response",
        name="Longest waits",
        question=Question.FUNCTIONING,
        why="Shows the calls that went worst, so that each can be looked into.",
        words=(
            "The 20 calls with the longest valid response interval, by incident number. "
            "Same rules as the response time."
        ),
        unit="minutes",
        better=Better.LOWER,
        grain="calls",
        formula=Study(
            run=longest,
            among=_.prog_arrived & _.in_scope & _.own_response_minutes.notnull(),
            by=("team", "month", "call_type", "area", "hour_of_week"),
        ),
        needs=("own_response_minutes", "prog_arrived", "in_scope"),
        to_measure_it=(
            "It needs the time a call was received and the time a unit arrived. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="Case review, not a trend.",
        caveat="A forgotten button press looks like a long wait.",
        reviewed_on=REVIEWED_ON,
        next_review_on=NEXT_REVIEW_ON,
    ),
)
