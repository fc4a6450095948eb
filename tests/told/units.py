"""Who was sent to a call: units with their team, agency and committed minutes."""

from __future__ import annotations

from collections.abc import Iterable

from tests.made_city import Row
from tests.told.settings import ToldSettings
from tests.told.three_valued import both, some, told
from tests.told.when import UNIT_CLOCKS, Clock, earliest, first_of, month_of

AGENCIES = ("police", "ems", "fire")


def units(rows: list[Row], settings: ToldSettings, clock: Clock) -> list[Row]:
    """One dict a unit sent to a call."""
    filled = {name for row in rows for name, cell in row.items() if cell is not None}
    teams = settings.teams
    found = []
    for row in rows:
        moment = first_of(row, UNIT_CLOCKS)
        day = moment.date() if moment else settings.today
        mapped = next((held.value for held in settings.unit_of(row["unit_id"]) if held.on(day)), {})
        team = row.get("team") or mapped.get("team")
        agency = row.get("agency") or mapped.get("agency")
        set_so = teams.get(team, {})
        of_program = team is not None or agency == "program"
        left = "en_route_at" if "en_route_at" in filled else "dispatched_at"
        found.append(
            {
                **{name: row.get(name) for name in ("incident_number", "unit_id", *UNIT_CLOCKS)},
                "team": team,
                "agency": agency or ("program" if of_program else None),
                "agency_said": agency,
                "mapped": team is not None or agency is not None,
                "mode": set_so.get("mode"),
                "with_police": bool(set_so.get("works_with_police")),
                "is_program": of_program and not set_so.get("follows_up"),
                "from_unit": True,
                "left_at": row.get(left),
                "self_assigned": row.get("self_assigned"),
                "declined": row.get("declined_reason") is not None
                if "declined_reason" in filled
                else None,
                "month": month_of(moment),
                "committed": clock.minutes(row.get("dispatched_at"), row.get("cleared_at")),
            }
        )
    return found


def agencies_at(units: list[Row], *, in_cad: bool | None, month: str | None, months: Row) -> Row:
    """Which agencies were sent to a call and came; and what police did there.

    Nobody can say that none came in a month without a unit of that agency, nor where a unit of
    an unknown agency was sent. A unit that arrived was sent.
    """
    came = [unit for unit in units if unit["on_scene_at"]]
    sent = [unit for unit in units if unit["on_scene_at"] or unit["dispatched_at"]]
    facts: Row = {}
    for agency in AGENCIES:
        told_of = bool(in_cad) and month in months.get(agency, ())
        for fact, these in (("dispatched", sent), ("arrived", came)):
            strangers = any(unit["agency"] is None for unit in these)
            seen = any(unit["agency"] == agency for unit in these)
            facts[f"{agency}_{fact}"] = told(seen, told_of and not strangers)
    police = [unit for unit in units if unit["agency"] == "police"]
    minutes = [unit["committed"] for unit in police if unit["committed"] is not None]
    facts["police_minutes"] = {
        True: sum(minutes) if minutes else None,
        False: 0.0,
        None: None,
    }[facts["police_dispatched"]]
    facts["police_dispatched_at"] = earliest(police, "dispatched_at")
    facts["police_on_scene_at"] = earliest(police, "on_scene_at")
    ems = [unit for unit in units if unit["agency"] == "ems"]
    facts["ems_dispatched_at"] = earliest(ems, "dispatched_at")
    facts |= {f"{agency}_told": month in months.get(agency, ()) for agency in ("police", "ems")}
    return facts


def put_themselves_on_it(units: Iterable[Row]) -> bool | None:
    """Whether police, fire or EMS put themselves on the call."""

    def of_agency(unit: Row) -> bool | None:
        return None if unit["agency"] is None else unit["agency"] in AGENCIES

    return some(both(of_agency(unit), unit["self_assigned"]) for unit in units)
