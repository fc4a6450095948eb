"""What the program knows about itself: every section of the settings but what uploads teach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from arp.sample import place
from arp.sample.areas import areas
from arp.sample.clock import first_day
from arp.sample.indicators import TRESPASS_HANDLED
from arp.sample.program import FIELD_TEAMS
from arp.sample.responders import PATTERNS
from arp.shapes.shapes import text
from arp.words.settings import setting_name, setting_value

SET_BY = "Sampleton Community Safety (made up)"
CAD, RECORDS, NAVIGATION, FIGURES = (
    "police-fire-cad",
    "crisis-team-records",
    "care-navigation-follow-ups",
    "city-figures",
)
FEEDS = (
    (CAD, "Police and fire CAD", "all", "Emergency Communications Center", 5),
    (RECORDS, "Crisis team records", "program", "Community Safety, data analyst", 8),
    (NAVIGATION, "Care Navigation follow-ups", "program", "Care Navigation lead", 10),
    (FIGURES, "City figures", "all", "City budget office", 15),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOLIDAYS = (("01-01", "New Year’s Day"), ("07-04", "Independence Day"), ("12-25", "Christmas"))
# Every type of the city but one, which nobody has put in a group yet.
GROUPS = {
    "Traffic": ("Traffic stop", "Crash, property damage", "Crash with injury", "Parking complaint"),
    "Patrol": ("Directed patrol", "Alarm", "Suspicious person", "Loose animal"),
    "Crime": (
        "Burglary",
        "Burglary in progress",
        "Larceny",
        "Assault in progress",
        "Shots fired",
        "Domestic disturbance",
    ),
    "Medical": ("Medical", "Chest pain"),
    "Fire": ("Fire alarm", "Structure fire"),
    "Behavioral health": ("Mental health crisis", "Suicide threat", "Intoxicated person"),
    "Welfare check": ("Welfare check", "Welfare check, urgent", "Welfare check, non-urgent"),
    "Quality of life": (
        "Trespass",
        "Panhandling",
        "Indecency",
        "Verbal disturbance",
        "Nuisance",
        "Noise complaint",
        "Community contact",
    ),
}
TARGETS = (
    ("eligible_capture", "", 0.60, "share", "Set by the city after the pilot"),
    ("response_p50", "", 15.0, "minutes", "Department goal"),
    ("response_p90", "", 30.0, "minutes", "Department goal"),
    ("response_within_target", "", 20.0, "minutes", "Department goal for each response"),
    ("response_within_target", "CoR", 25.0, "minutes", "Agreed with police, who drive with CoR"),
    ("felt_safe_rate", "", 0.98, "share", "Department goal"),
    ("backup_requested_rate", "", 0.05, "share", "Ceiling agreed with police"),
    ("urgent_backup_rate", "", 0.01, "share", "Ceiling agreed with police; each is reviewed"),
    ("schedule_fill", "", 0.90, "share", "Department goal"),
    ("recoverable_calls", "", 300.0, "count", "What council asked to see before it adds a shift"),
    ("uhu", "", 0.40, "share", "So that units keep time for paperwork and for the way back"),
    ("all_units_busy", "", 0.10, "share", "Department goal"),
    ("dispatch_recall", "", 0.60, "share", "Agreed with the 911 center"),
    ("missed_eligible", "", 0.25, "share", "At most a quarter missed for want of routing"),
    ("followup_attempted_48h", "", 0.75, "share", "Department goal"),
    ("followup_reached_48h", "", 0.50, "share", "Department goal"),
    ("connected_to_care", "", 0.35, "share", "Agreed with the county's clinics"),
    ("outcome_link_rate", "", 0.95, "share", "Data agreement with the 911 center"),
    ("field_completeness", "", 0.95, "share", "Data agreement with the 911 center"),
)
AT_LEAST = {"uhu": 0.20}  # the lower end of a target that is a band


@dataclass(frozen=True)
class Setting:
    """One row of the settings table before it is stored."""

    section: str
    value: dict[str, Any]
    valid_from: date | None = None
    valid_to: date | None = None
    why: str = "The sample city's own setting"


def settings(months: list[str], expansion_on: date, new_codes_on: date) -> list[Setting]:
    """All settings of Sampleton."""
    return [
        Setting("program", {"program": place.NAME, "time_zone": place.TIME_ZONE}),
        *_teams_and_units(),
        *_eligibility(expansion_on, new_codes_on),
        *_schedule(expansion_on),
        *_holidays(months),
        *_areas_types_priorities(),
        *_shapes(),
        *_targets_and_costs(),
        Setting("indicators", dict(TRESPASS_HANDLED)),
        *_changes(months, expansion_on, new_codes_on),
        *(
            Setting("feeds", {"feed": f, "title": t, "scope": s, "owner": o, "due_day": d})
            for f, t, s, o, d in FEEDS
        ),
    ]


def _teams_and_units() -> list[Setting]:
    teams = [
        Setting(
            "teams",
            {
                "team": team.key,
                "title": team.title,
                "mode": "phone" if team.phone else "in person",
                "works_with_police": team.with_police,
                "follows_up": not team.units,
            },
        )
        for team in place.TEAMS
    ]
    own = [
        Setting("units", {"unit": team.pattern, "team": team.key, "agency": "program"})
        for team in FIELD_TEAMS
    ]
    others = [
        Setting("units", {"unit": pattern, "team": None, "agency": agency})
        for agency, pattern in PATTERNS.items()
    ]
    served = {
        agency: "; ".join(kind.name for kind in place.CALL_TYPES if getattr(kind, agency) > 0)
        for agency in PATTERNS
    }
    agencies = [
        Setting(
            "agencies",
            {"label": agency, "agency": agency, "served_call_types": served.get(agency)},
        )
        for agency in (*PATTERNS, "program")
    ]
    return [*teams, *own, *others, *agencies]


def _eligibility(expansion_on: date, new_codes_on: date) -> list[Setting]:
    new_codes = [name for name, _ in place.NEW_CODES]
    rows = []
    for team in FIELD_TEAMS:
        for call_type in (*team.call_types, *team.added_types):
            since = expansion_on if call_type in team.added_types else None
            rows.append(
                Setting(
                    "eligibility",
                    {
                        "team": team.key,
                        "call_type": call_type,
                        "not_with": "; ".join(team.not_with) or None,
                        "priorities": None,
                    },
                    valid_from=new_codes_on if call_type in new_codes else since,
                    valid_to=new_codes_on if call_type == place.OLD_CODE else None,
                )
            )
    return rows


def _schedule(expansion_on: date) -> list[Setting]:
    eras = (
        (place.PILOT, None, expansion_on - timedelta(days=1)),
        (place.EXPANDED, expansion_on, None),
    )
    return [
        Setting(
            "schedule",
            {
                "team": shift.team,
                "area": shift.district,
                "weekdays": "; ".join(WEEKDAYS[day] for day in shift.weekdays),
                "starts": f"{shift.start:02d}:00",
                "ends": f"{shift.end % 24:02d}:00",
                "units": shift.units,
                "holidays": True,
            },
            valid_from=since,
            valid_to=until,
        )
        for era, since, until in eras
        for shift in era
    ]


def _holidays(months: list[str]) -> list[Setting]:
    """The holidays of fixed date, of every year; Sampleton's shifts are worked on them all."""
    years = sorted({month[:4] for month in months})
    return [
        Setting("holidays", {"day": f"{year}-{day}", "holiday": name})
        for year in years
        for day, name in HOLIDAYS
    ]


def _areas_types_priorities() -> list[Setting]:
    areas = [
        Setting("areas", {"label": name, "area": name, "in_jurisdiction": name in place.DISTRICTS})
        for name in (*place.DISTRICTS, place.OUTSIDE_CITY)
    ]
    groups = [
        Setting("call_type_groups", {"call_type": name, "group": group})
        for group, names in GROUPS.items()
        for name in names
    ]
    priorities = [
        Setting("priorities", {"priority": str(code), "is_top": code == 1}) for code in range(1, 6)
    ]
    return [*areas, *groups, *priorities]


def _shapes() -> list[Setting]:
    return [
        Setting("shapes", {"area": name, "shape": text(outline)})
        for name, outline in areas().items()
    ]


def _targets_and_costs() -> list[Setting]:
    targets = [
        Setting(
            "targets",
            {
                "indicator": indicator,
                "team": team or None,
                "priority": None,
                "call_type": None,
                "target": target,
                "at_least": AT_LEAST.get(indicator),
                "unit": unit,
                "source": "The program’s service plan",
            },
            why=why,
        )
        for indicator, team, target, unit, why in TARGETS
    ]
    costs = [
        Setting("costs", {"cost": "Police officer, loaded", "amount": 68.0, "per": "hour"}),
        Setting("costs", {"cost": "Emergency department visit", "amount": 1450.0, "per": "visit"}),
        Setting("costs", {"cost": "Jail booking", "amount": 320.0, "per": "booking"}),
    ]
    return [*targets, *costs]


def _changes(months: list[str], expansion_on: date, new_codes_on: date) -> list[Setting]:
    launch = first_day(months[0]) - timedelta(days=180)
    changes = (
        ("The program began", "launch", launch),
        ("More hours, units and the whole city", "expansion", expansion_on),
        ("Welfare checks coded in two types", "code change", new_codes_on),
    )
    return [
        Setting("changes", {"change": c, "kind": k, "changed_on": f"{on}", "team": None})
        for c, k, on in changes
    ]


def settings_rows(all_settings: list[Setting]) -> list[dict[str, Any]]:
    """The settings as rows of the lake's settings table."""
    return [
        {
            "section": setting.section,
            "name": setting_name(setting.section, setting.value),
            "valid_from": setting.valid_from,
            "valid_to": setting.valid_to,
            "value": setting_value(setting.section, setting.value),
            "set_by": SET_BY,
            "why": setting.why,
        }
        for setting in all_settings
    ]
