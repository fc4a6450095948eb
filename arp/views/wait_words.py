"""What the model of waiting says: who would wait too long as now, and with some units more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.studies import wait
from arp.measures.studies.wait import CALLS, EACH, MORE, NEEDED, ON_DUTY, OVER
from arp.views import formats, sentences

if TYPE_CHECKING:
    import pandas as pd

NOW = MORE[0]
GROWS = wait.GROWS.partition(":")[0]
CHOICES = MORE[1:]
SIDES = {more: f"{more[0]} unit{'s' if more[0] != '1' else ''} more" for more in CHOICES}
NOTE = (
    "A model, not a forecast: calls come by chance at an even rate, nobody gives up. The wait is "
    "for a free unit; travel comes after it."
)
RESTS_ON = {  # what the model rests on: its title in the table, and its unit
    CALLS: ("Calls an hour", "calls an hour"),
    EACH: ("Each takes", "minutes"),
    ON_DUTY: ("On duty", "units"),
    NEEDED: ("Needed", "whole units"),
}


def sides(more: str) -> dict[str, str]:
    """The two sides that are drawn: as now, and with so many units more."""
    return {NOW: "As now", more: SIDES[more]}


def over(readings: pd.DataFrame) -> pd.DataFrame:
    """The shares who wait too long, by team and units; where there are none, what says why."""
    shares = readings[readings["part"] == OVER] if "part" in readings else readings
    return shares if len(shares) else readings


def waiting(readings: pd.DataFrame, more: str) -> str:
    """The team whose callers wait longest as now, and what some more units would mean for them."""
    shares = over(readings)
    if "more_units" not in shares or "team" not in shares:
        return sentences.why_not(None if shares.empty else shares.iloc[0])
    now = shares[shares["more_units"] == NOW]
    grows = now[now["reason"].str.startswith(GROWS, na=False)]
    known = now[now["status"] == "ok"]
    if grows.empty and known.empty:
        return sentences.why_not(now.iloc[0])
    first = grows.iloc[0] if len(grows) else known.nlargest(1, "value").iloc[0]
    same_team = shares[(shares["team"] == first["team"]) & (shares["more_units"] == more)]
    then = same_team.iloc[0]
    shares_told = first["status"] == then["status"] == "ok"
    after = formats.percent(then["value"]) if shares_told else _said(then)
    return (
        f"For {first['team']}, {_said(first)} as now; with {SIDES[more]}, {after}. Each team is a "
        "queue of its own."
    )


def _said(row: pd.Series) -> str:
    """14% of callers would wait over 15 minutes for a free unit; or the queue grows."""
    if row["status"] != "ok":
        return "the queue would grow without limit"
    return f"{formats.percent(row['value'])} of callers would wait over 15 minutes"


def note(readings: pd.DataFrame) -> str:
    """What the model leaves out, and how many may wait too long where units needed are told."""
    needed = readings[readings["part"] == NEEDED] if "part" in readings else readings.iloc[:0]
    allowed = "".join(dict.fromkeys(needed["reason"]))
    return f"{NOTE} {allowed}".strip()


def rests_on(readings: pd.DataFrame) -> pd.DataFrame:
    """One row a team: the calls, how long each takes, the units there are and those needed."""
    import pandas as pd

    if "part" not in readings or "team" not in readings:
        return pd.DataFrame()
    known = readings[readings["part"].isin(list(RESTS_ON)) & (readings["status"] == "ok")]
    values = known.set_index(["team", "part"])["value"]
    rows = [
        [team]
        + [
            formats.quantity(values.get((team, part)), unit).removesuffix(f" {unit}")
            + (" min" if unit == "minutes" else "")
            for part, (_, unit) in RESTS_ON.items()
        ]
        for team in dict.fromkeys(known["team"])
    ]
    return pd.DataFrame(rows, columns=["Team", *(title for title, _ in RESTS_ON.values())])
