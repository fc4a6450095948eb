"""What “System impact” says: calls without police, hours, and the assumptions in the open.

An estimate is called one, and what came after a change is never said to have come from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.prices import Worth
from arp.measures.studies.hours_freed import Estimate
from arp.views import formats, sentences, spc_words

if TYPE_CHECKING:
    import pandas as pd

UNTOLD = "The data does not tell how far police, fire and EMS are relieved"
AGENCIES = {"calls_diverted": "police", "ems_diverted": "EMS", "fire_diverted": "fire"}
PROGRAM, POLICE, DIFFERENCE = "program", "police alone", "difference"  # parts of a reading
ENOUGH = 30  # calls, from which a call type stands beside others
NO_PROOF = "Other things changed as well: this is no proof of cause."


def answer(whole: pd.DataFrame) -> str:
    """18,853 calls were handled without police: 13% of all police-bound calls.

    Where nobody can tell of police, what EMS or fire were not sent to.
    """
    calls, share = (
        sentences.reading(whole, k) for k in ("calls_diverted", "diversion_share_total")
    )
    if calls is None or not sentences.known(calls):
        told = _told_by_agency(whole)
        said = formats.listed(f"{count} with no {name} unit sent" for name, count in told.items())
        return f"Eligible calls handled: {said}" if told else UNTOLD
    said = f"{formats.counted(calls['value'], 'eligible call')} handled with no police sent"
    if share is None or not sentences.known(share):
        return said
    return f"{said}: {formats.percent(share['value'])} of all police-bound calls"


def proof(whole: pd.DataFrame) -> str:
    """Hours freed as an estimate with its range, and the hours police still spend."""
    calls = sentences.reading(whole, "calls_diverted")
    if calls is None or not sentences.known(calls):
        return sentences.why_not(calls)
    freed, spent = (
        sentences.reading(whole, key) for key in ("hours_freed", "police_hours_on_eligible")
    )
    said = []
    if freed is not None and sentences.known(freed):
        said.append(
            f"That may have freed {formats.count(freed['value'])} police hours "
            f"({spc_words.between(freed['low'], freed['high'], 'hours')}), an estimate."
        )
    if spent is not None and sentences.known(spent):
        hours = formats.count(spent["value"])
        said.append(f"Police still spent {hours} hours on calls that a team may take.")
    return " ".join(said)


def by_agency(whole: pd.DataFrame) -> str:
    """Calls diverted from each agency: police 18,853; EMS 7,848; fire 0."""
    told = _told_by_agency(whole)
    if not told:
        return sentences.why_not(sentences.reading(whole, "calls_diverted"))
    said = formats.listed(f"{count} from {name}" for name, count in told.items())
    untold = [name for name in AGENCIES.values() if name not in told]
    missing = f" Not measured: {formats.listed(untold)}." if untold else ""
    return f"Diverted: {said}. A call may stand under several agencies.{missing}"


def _told_by_agency(whole: pd.DataFrame) -> dict[str, str]:
    """By the name of each agency of which anybody can tell: its diverted calls, as printed."""
    rows = {name: sentences.reading(whole, key) for key, name in AGENCIES.items()}
    return {
        name: formats.count(row["value"])
        for name, row in rows.items()
        if row is not None and sentences.known(row)
    }


def most_police_only(types: pd.DataFrame) -> str:
    """The call type with most eligible calls that only police answered, and its share."""
    if not (types["status"] == "ok").any():
        return sentences.why_not(None if types.empty else types.iloc[0])
    first = most_first(types).iloc[0]
    return (
        f"Most often: {first['call_type']}, {formats.count(first['numerator'])} calls, "
        f"{formats.percent(first['value'])} of that type’s eligible calls."
    )


def most_first(readings: pd.DataFrame, by: str = "numerator", rows: int = 12) -> pd.DataFrame:
    """The groups with calls enough to compare, those with most first; all where none has."""
    known = readings[(readings["status"] == "ok") & (readings["n"] >= ENOUGH)]
    if known.empty:
        return readings
    return known.sort_values(by, ascending=False, kind="stable").head(rows)


def freed(own: Estimate | None, asked: Estimate | None, row: pd.Series | None) -> str:
    """The hours with the calls' own share and with the one asked for, the assumption in words."""
    if own is None or asked is None or asked.share is None:
        return sentences.why_not(row)
    return (
        f"Police were sent to {formats.percent(own.own_share)} of calls of the same kind that no "
        f"team took. Had they been sent to as many of these {formats.count(own.diverted_n)} calls, "
        f"{_hours(own)} would have been spent. If {formats.percent(asked.share)} had had police: "
        f"{_hours(asked)}."
    )


def _hours(estimate: Estimate) -> str:
    between = spc_words.between(estimate.low, estimate.high, "hours")
    return f"about {formats.count(estimate.central)} police hours ({between})"


def worth(found: Worth | None) -> str:
    """What the hours are worth at the city's own price; that none is set."""
    if found is None:
        return "No price of a police hour is set."
    between = f"{_dollars(found.low)} to {_dollars(found.high)}"
    return (
        f"At the city’s own price of {_dollars(found.price.amount)} an hour ({found.price.name}) "
        f"that time is worth {_dollars(found.central)} ({between}): time for other calls, not "
        "money saved."
    )


def _dollars(amount: float) -> str:
    return formats.quantity(amount, "dollars")


def each(estimate: Estimate | None) -> str:
    """What one call takes, and what is taken off, so that the sum can be followed."""
    if estimate is None:
        return ""
    return (
        f"One such call that police answer alone takes {estimate.police_hours_each:.1f} police "
        f"hours on average. Taken off: {formats.count(estimate.joint_hours)} hours of police at "
        "scenes of the program."
    )


def estimates(found: Sequence[Estimate | None]) -> pd.DataFrame:
    """Estimates as readings, one row each, to be drawn and taken away."""
    import pandas as pd

    named = {_assumption(one): one for one in found if one is not None}
    rows = [
        {
            "indicator": "hours_freed",
            "period": "",
            "assumption": name,
            "value": one.central,
            "n": one.diverted_n,
            "low": one.low,
            "high": one.high,
            "status": "ok",
            "reason": "",
        }
        for name, one in named.items()
    ]
    return pd.DataFrame(rows)


def _assumption(estimate: Estimate) -> str:
    if estimate.share is None:
        return f"Sent as to similar calls ({formats.percent(estimate.own_share)})"
    return f"If {formats.percent(estimate.share)} had had police"


def beside_police(whole: pd.DataFrame) -> str:
    """Half of the program's calls waited 16.3 minutes or less, of those of police 22.4."""
    rows = whole[whole["indicator"] == "response_gap_vs_police"]
    parts = {row["part"]: row for _, row in rows.iterrows()} if "part" in rows else {}
    apart = parts.get(DIFFERENCE)
    if apart is None or not sentences.known(apart):
        return sentences.why_not(rows.iloc[0] if apart is None and len(rows) else apart)
    program, police = (
        formats.quantity(parts[name]["value"], "minutes") for name in (PROGRAM, POLICE)
    )
    low, high = sorted((abs(apart["low"]), abs(apart["high"])))
    sure = apart["low"] * apart["high"] > 0
    way = "less" if apart["value"] < 0 else "more"
    told = (
        f"{formats.quantity(abs(apart['value']), 'minutes')} {way} "
        f"({spc_words.between(low, high, 'minutes')})"
        if sure
        else "no difference that can be told apart from chance"
    )
    return (
        f"Half of the program’s calls waited {program} or less, half of those that police "
        f"answered alone {police}: {told}."
    )
