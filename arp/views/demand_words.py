"""What the calls say that the program could take: where they go, why they are missed, when."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from arp.measures.studies.hours_of_week import CAPTURE, ELIGIBLE, MISSED, ON_DUTY
from arp.views import formats, sentences

if TYPE_CHECKING:
    import pandas as pd

HANDLED = "arrived or answered"  # the step of the funnel at which a call is handled
UNTOLD, SEVERAL = "cannot tell", "two or more levers"
HIGHEST = {  # what the highest hour of each part says
    ELIGIBLE: "The most eligible calls come on {when}: {value}.",
    ON_DUTY: "The most units are on duty on {when}: {value} on average.",
    CAPTURE: "The largest share is handled on {when}: {value}.",
    MISSED: "The most eligible calls are missed on {when}: {value}.",
}


def funnel(steps: pd.DataFrame) -> str:
    """How many eligible calls are handled while a team is on duty, and where most are lost."""
    known = steps[steps["status"] == "ok"]
    if known.empty:
        return sentences.why_not(steps.iloc[0])
    calls = dict(zip(known["step"], known["value"], strict=True))
    whole = known["value"].iloc[0]
    parts = [f"Of {formats.counted(whole, 'eligible call')}"]
    if HANDLED in calls and whole:
        share = formats.percent(calls[HANDLED] / whole)
        parts.append(f", {formats.count(calls[HANDLED])} ({share}) were answered by a team on duty")
    said = f"{''.join(parts)}."
    lost = {
        (before, after): calls[before] - calls[after] for before, after in pairwise(known["step"])
    }
    if not lost or max(lost.values()) <= 0:
        return said
    before, after = max(lost, key=lambda steps: lost[steps])
    return (
        f"{said} Most are lost between “{before}” and “{after}”: "
        f"{formats.count(lost[before, after])}."
    )


def missed(parts: pd.DataFrame) -> str:
    """The reason that fits most missed calls, and how many of them nobody can tell."""
    known = parts[parts["status"] == "ok"]
    if known.empty:
        return sentences.why_not(None if parts.empty else parts.iloc[0])
    whole = known["denominator"].iloc[0]
    if not whole:
        return "No eligible call was missed."
    untold = known.loc[known["missed_why"] == UNTOLD, "value"].sum()
    told = known[known["missed_why"] != UNTOLD]
    said = []
    if told["value"].max() > 0:
        first = told.nlargest(1, "value").iloc[0]
        said.append(f"Most often: {first['missed_why']}, {_of(first['value'], whole)}.")
    if untold:
        said.append(f"Of {_of(untold, whole)} nobody can tell why.")
    return " ".join(said)


def levers(parts: pd.DataFrame) -> str:
    """The lever that alone would reach most missed calls; each call is counted under one only."""
    known = parts[parts["status"] == "ok"]
    if known.empty:
        return sentences.why_not(None if parts.empty else parts.iloc[0])
    whole = known["denominator"].iloc[0]
    alone = known[known["lever"] != SEVERAL].nlargest(1, "value")
    if not whole or not alone["value"].max() > 0:
        return "No missed call is within reach of one lever alone."
    first = alone.iloc[0]
    lever = str(first["lever"])
    several = known.loc[known["lever"] == SEVERAL, "value"].sum()
    reached, share = formats.count(first["value"]), formats.percent(first["value"] / whole)
    return (
        f"{lever[0].upper()}{lever[1:]} alone would reach {reached} of the {formats.count(whole)} "
        f"missed calls within reach ({share}). Each call is counted once, under the lever that "
        f"alone would reach it; {formats.count(several)} need two or more at once. Levers do not "
        "add up beyond this."
    )


def hours(readings: pd.DataFrame, part: str, unit: str) -> str:
    """The hour of the week in which a part is highest, and in how many nobody is on duty."""
    if "part" not in readings:
        return sentences.why_not(None if readings.empty else readings.iloc[0])
    told = readings[readings["status"] == "ok"]
    of_part = told[told["part"] == part]
    if of_part.empty:
        return sentences.why_not(readings[readings["part"] == part].iloc[0])
    high = of_part.nlargest(1, "value").iloc[0]
    said = HIGHEST[part].format(
        when=formats.hour_of_week(int(high["hour_of_week"])),
        value=formats.quantity(high["value"], unit),
    )
    nobody = int(((told["part"] == ON_DUTY) & (told["value"] == 0)).sum())
    if not nobody:
        return said
    return f"{said} In {formats.counted(nobody, 'hour')} of the week nobody is on duty."


def _of(part: float, whole: float) -> str:
    """13,976 of 35,669 (39%)."""
    return f"{formats.count(part)} of {formats.count(whole)} ({formats.percent(part / whole)})"
