"""One call in words: what became of it, its clocks, what is known, and where it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.measures.counting import BELOW_ONLY, COUNTS, LEFT_OUT, READ
from arp.views import formats
from arp.views.row_words import title_of
from arp.words.facts import FACT_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator
    from arp.measures.one_call import OneCall

YES, NO, UNKNOWN = "Yes", "No", "Not known"
STANDINGS = ("Counts", "Denominator only", "Left out")
CLOCKS = {
    "received_at": "Received",
    "queued_at": "Queued",
    "prog_dispatched_at": "First program unit dispatched",
    "prog_en_route_at": "First program unit en route",
    "prog_on_scene_at": "First program unit on scene",
    "prog_cleared_at": "Last program unit clear",
}
_UNIT_CLOCKS = ("dispatched_at", "en_route_at", "on_scene_at", "cleared_at")
_OF_A_TEAM = ("eligible", "staffed", "free", "routed", "handled")
_OF_A_CONTACT = (
    *("encounter_id", "team", "started_at", "ended_at", "mode", "contact_label"),
    *("disposition_label", "contact_made", "resolved", "backup_requested", "felt_safe"),
)
_TOLD_ELSEWHERE = ("incident_number", "month", "hour_of_week", "first_clock_at", *CLOCKS)


def answer(call: Mapping[str, Any]) -> str:
    """What became of the call, as the page's title."""
    said = f"Call {call['incident_number']}: "
    if _is(call["handled"]):
        minutes = call["response_minutes"]
        after = f" after {formats.quantity(minutes, 'minutes')}" if minutes == minutes else ""
        return f"{said}handled by the program{after}"
    if _is(call["missed"]):
        why = call["missed_why"]
        return f"{said}eligible, but missed" + (f" ({why})" if isinstance(why, str) else "")
    if _is(call["eligible"]):
        return f"{said}eligible; whether it was handled is not known"
    if _said(call["eligible"]):
        return f"{said}on no team's list, and not handled by the program"
    return f"{said}whether it was one for the program is not known"


def proof(call: Mapping[str, Any]) -> str:
    """What kind of call it was, where and when."""
    named = [call[name] for name in ("call_type", "area", "priority", "origin")]
    titles = ("", "", "priority ", "")
    parts = [f"{title}{value}" for title, value in zip(titles, named, strict=True) if _said(value)]
    at = call["first_clock_at"]
    when = formats.moment(at) if _said(at) else "no date is known"
    return f"{', '.join([*parts, when])}."


def clocks(call: Mapping[str, Any]) -> pd.DataFrame:
    """The call's clocks in order, each with the minutes since it was received."""
    import pandas as pd

    start = call["received_at"] if _said(call["received_at"]) else call["queued_at"]
    rows = []
    for name, title in CLOCKS.items():
        at = call[name]
        since = ""
        if _said(at) and _said(start):
            since = formats.quantity((at - start).total_seconds() / 60, "minutes")
        rows.append((title, _printed(at), since))
    return pd.DataFrame(rows, columns=["Clock", "Time", "Since it was received"])


def units(found: OneCall) -> pd.DataFrame:
    """One row a unit: whose it is and its clocks."""
    columns = {name: title_of(name) for name in ("unit_id", "agency", *_UNIT_CLOCKS)}
    whose = found.units["team"].fillna(found.units["agency"])
    return _named(
        found.units.assign(agency=whose),
        columns | {"agency": "Team or agency", "committed_minutes": "Minutes committed"},
    )


def contacts(found: OneCall) -> pd.DataFrame:
    """One column a contact: how it went; nothing of the person."""
    printed = _named(found.contacts, {name: title_of(name) for name in _OF_A_CONTACT})
    across = printed.T.reset_index()
    return across.set_axis(["Contact", *(str(n) for n in range(1, len(across.columns)))], axis=1)


def teams(found: OneCall) -> pd.DataFrame:
    """One row a team for which the call was eligible, or that responded."""
    names = ("team", *_OF_A_TEAM, "response_minutes", "missed_why")
    printed = _named(found.teams, {name: title_of(name) for name in names})
    reason = title_of("missed_why")
    return printed.assign(**{reason: found.teams["missed_why"].fillna(formats.NOTHING)})


def known(call: Mapping[str, Any]) -> pd.DataFrame:
    """Every fact of the call with what it means."""
    import pandas as pd

    rows = [
        (title_of(name), _printed(value), FACT_COLUMNS[name].meaning)
        for name, value in call.items()
        if name in FACT_COLUMNS and name not in _TOLD_ELSEWHERE
    ]
    return pd.DataFrame(rows, columns=["Fact", "Of this call", "What it means"])


def counts(found: OneCall, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """One row a figure and row of the call: the figure, whether it counts, why, its question."""
    import pandas as pd

    several = found.counts.groupby("indicator")["row"].transform("max") > 1
    rows = []
    for (key, row, why), many in zip(
        found.counts[["indicator", "row", "why"]].itertuples(index=False), several, strict=True
    ):
        entry = indicators[key]
        name = f"{entry.name}, contact {row}" if many else entry.name
        rows.append((name, standing(why), _because(why), entry.question.value))
    return pd.DataFrame(rows, columns=["Figure", "Does it count?", "Why", "Question"])


def standing(why: str) -> str:
    """The short form of why a row counts or not."""
    if why.startswith(LEFT_OUT.rstrip(": ")):
        return STANDINGS[2]
    return STANDINGS[0] if why.startswith((COUNTS, READ)) else STANDINGS[1]


def _because(why: str) -> str:
    text = why
    for opening in (COUNTS, BELOW_ONLY, LEFT_OUT):
        text = text.removeprefix(opening)
    return text[:1].upper() + text[1:]


def _named(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Some columns under their titles, every cell as printed text."""
    kept = [name for name in columns if name in frame]
    printed = frame[kept].astype(object).map(_printed)
    return printed.rename(columns=dict(columns))


def _printed(value: Any) -> str:
    import pandas as pd

    if not _said(value):
        return UNKNOWN
    if isinstance(value, pd.Timestamp):
        return formats.moment(value)
    if str(value) in ("True", "False"):
        return YES if str(value) == "True" else NO
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _is(flag: Any) -> bool:
    return _said(flag) and bool(flag)


def _said(value: Any) -> bool:
    import pandas as pd

    return value is not None and not pd.isna(value)
