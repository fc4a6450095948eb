"""What Sampleton is, as tables of constants: the only place where its facts are written."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "Sampleton (a made-up city)"
TIME_ZONE = "America/New_York"

DISTRICTS = ("North", "East", "South", "West", "Center")
DISTRICT_WEIGHTS = (0.19, 0.17, 0.20, 0.16, 0.28)
OUTSIDE_CITY = "Outside city"
STREETS = ("Example Ave", "Placeholder St", "Specimen Rd", "Mockup Ln", "Fiction Blvd", "Demo Way")

PILOT_DISTRICTS = ("South", "Center")  # where the field team works before the expansion

HAZARDS = ("weapon", "violence", "medical")


@dataclass(frozen=True, kw_only=True)
class CallType:
    """One code of dispatch: how often, how urgent, who is sent and for how long."""

    name: str
    weight: float  # calls among about a thousand
    priority: int  # 1 is the most urgent
    police: float = 0.0  # share of these calls to which the agency is sent …
    fire: float = 0.0
    ems: float = 0.0
    units: float = 0.3  # … and how many units beyond the first, on average
    minutes: float = 25.0  # median time on scene of those units
    self_initiated: bool = False
    hazard: float = 0.0  # share with a hazard flag
    becomes: str | None = None  # the final type of the calls that turn out to be something else


@dataclass(frozen=True, kw_only=True)
class Team:
    """One program team: its units, which call types it may take, and how it works."""

    key: str
    title: str
    phone: bool = False
    with_police: bool = False
    units: tuple[str, ...] = ()
    pattern: str = ""  # of its units' names
    call_types: tuple[str, ...] = ()
    added_types: tuple[str, ...] = ()  # on its list only since the expansion
    not_with: tuple[str, ...] = ()  # hazards that rule the team out
    routed: float = 0.0  # share of calls sent to the team when it has a free unit
    wait: float = 0.0  # median minutes from queued to dispatched, a unit being free
    travel: float = 0.0  # median minutes
    minutes: float = 0.0  # median minutes on scene, or on the phone


@dataclass(frozen=True, kw_only=True)
class Shift:
    """Units of one team on duty: in this district, on these weekdays, from hour to hour."""

    team: str
    units: int
    district: str | None  # None is the whole city
    weekdays: tuple[int, ...]  # 0 is Monday
    start: int
    end: int  # half-open; 24 is midnight


CALL_TYPES = (
    CallType(
        name="Traffic stop", weight=150, priority=4, police=1, minutes=12, self_initiated=True
    ),
    CallType(
        name="Directed patrol", weight=70, priority=5, police=1, units=0.1, self_initiated=True
    ),
    CallType(name="Alarm", weight=80, priority=3, police=0.92, units=0.8, minutes=14),
    CallType(name="Crash, property damage", weight=65, priority=3, police=0.95, minutes=38),
    CallType(
        name="Crash with injury",
        weight=22,
        priority=1,
        police=1,
        fire=0.7,
        ems=0.95,
        units=1.2,
        minutes=48,
    ),
    CallType(name="Medical", weight=140, priority=2, police=0.06, fire=0.35, ems=0.98, minutes=34),
    CallType(name="Chest pain", weight=26, priority=1, fire=0.8, ems=1, minutes=36),
    CallType(name="Fire alarm", weight=20, priority=2, fire=1, units=1.0, minutes=18),
    CallType(
        name="Structure fire",
        weight=3,
        priority=1,
        police=0.6,
        fire=1,
        ems=0.7,
        units=3.0,
        minutes=95,
    ),
    CallType(name="Burglary", weight=18, priority=3, police=0.97, minutes=46),
    CallType(name="Burglary in progress", weight=5, priority=1, police=1, units=1.8, minutes=40),
    CallType(name="Larceny", weight=42, priority=4, police=0.85, units=0.1, minutes=42),
    CallType(
        name="Assault in progress", weight=12, priority=1, police=1, ems=0.3, units=1.8, minutes=45
    ),
    CallType(name="Shots fired", weight=9, priority=1, police=1, units=2.2, minutes=38),
    CallType(
        name="Domestic disturbance",
        weight=34,
        priority=2,
        police=1,
        units=1.3,
        minutes=38,
        hazard=0.25,
    ),
    CallType(name="Suspicious person", weight=46, priority=3, police=0.93, units=0.7, minutes=16),
    CallType(name="Noise complaint", weight=26, priority=5, police=0.85, minutes=12),
    CallType(name="Parking complaint", weight=20, priority=5, police=0.7, units=0.0, minutes=12),
    CallType(name="Loose animal", weight=10, priority=5, police=0.4, units=0.0, minutes=18),
    CallType(name="Drug use", weight=9, priority=4, police=0.9, minutes=22, hazard=0.05),
    # The types below are those that an alternative team may take.
    CallType(
        name="Trespass",
        weight=62,
        priority=4,
        police=0.88,
        units=0.6,
        minutes=22,
        hazard=0.05,
        becomes="Assault in progress",
    ),
    CallType(
        name="Welfare check",
        weight=54,
        priority=3,
        police=0.86,
        ems=0.08,
        units=0.5,
        minutes=26,
        hazard=0.04,
        becomes="Medical",
    ),
    CallType(
        name="Mental health crisis",
        weight=31,
        priority=2,
        police=0.93,
        ems=0.22,
        units=1.1,
        minutes=52,
        hazard=0.16,
        becomes="Domestic disturbance",
    ),
    CallType(
        name="Suicide threat",
        weight=13,
        priority=2,
        police=0.96,
        ems=0.35,
        units=1.2,
        minutes=58,
        hazard=0.14,
        becomes="Medical",
    ),
    CallType(
        name="Intoxicated person",
        weight=19,
        priority=4,
        police=0.75,
        ems=0.3,
        units=0.3,
        minutes=24,
        hazard=0.05,
        becomes="Medical",
    ),
    CallType(
        name="Panhandling",
        weight=14,
        priority=5,
        police=0.7,
        units=0.1,
        minutes=12,
        hazard=0.02,
        becomes="Trespass",
    ),
    CallType(
        name="Indecency",
        weight=4,
        priority=4,
        police=0.85,
        units=0.3,
        minutes=20,
        hazard=0.03,
        becomes="Trespass",
    ),
    CallType(
        name="Verbal disturbance",
        weight=33,
        priority=3,
        police=0.9,
        units=0.8,
        minutes=24,
        hazard=0.07,
        becomes="Assault in progress",
    ),
    CallType(
        name="Nuisance",
        weight=17,
        priority=5,
        police=0.7,
        units=0.2,
        minutes=15,
        hazard=0.03,
        becomes="Noise complaint",
    ),
)

# The change of call coding: from that day on dispatch tells two kinds of welfare check apart.
OLD_CODE = "Welfare check"
NEW_CODES = (("Welfare check, urgent", 0.3), ("Welfare check, non-urgent", 0.7))

PROACTIVE = "Community contact"  # a team's own contact, nobody called
PROACTIVE_A_DAY = 2.2

TEAMS = (
    Team(
        key="CCD",
        title="Crisis Call Diversion",
        phone=True,
        units=("CCD1", "CCD2", "CCD3"),
        pattern="CCD*",
        call_types=("Mental health crisis", "Suicide threat", "Welfare check, non-urgent"),
        not_with=("weapon", "violence", "medical"),
        routed=0.80,
        wait=1.6,
        minutes=27,
    ),
    Team(
        key="CRT",
        title="Community Response Team",
        units=("CRT1", "CRT2", "CRT3", "CRT4"),
        pattern="CRT*",
        call_types=(
            "Trespass",
            "Welfare check",
            "Welfare check, urgent",
            "Welfare check, non-urgent",
            "Mental health crisis",
            "Intoxicated person",
            "Panhandling",
            "Indecency",
            "Verbal disturbance",
        ),
        added_types=("Nuisance",),
        not_with=("weapon", "violence"),
        routed=0.74,
        wait=3.2,
        travel=9.5,
        minutes=31,
    ),
    Team(
        key="CoR",
        title="Co-Response",
        with_police=True,
        units=("COR1", "COR2"),
        pattern="COR*",
        call_types=(
            "Mental health crisis",
            "Suicide threat",
            "Welfare check",
            "Welfare check, urgent",
            "Verbal disturbance",
        ),
        routed=0.42,
        wait=4.0,
        travel=8.0,
        minutes=41,
    ),
    Team(key="CN", title="Care Navigation"),
)

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKDAYS = (0, 1, 2, 3, 4)

# A team's units on duty are one pool for all the districts that it serves at that hour.
PILOT = (
    Shift(team="CCD", units=1, district=None, weekdays=EVERY_DAY, start=8, end=20),
    Shift(team="CRT", units=1, district="South", weekdays=EVERY_DAY, start=9, end=21),
    Shift(team="CRT", units=1, district="Center", weekdays=EVERY_DAY, start=9, end=21),
    Shift(team="CoR", units=1, district=None, weekdays=WORKDAYS, start=8, end=17),
)
EXPANDED = (
    Shift(team="CCD", units=2, district=None, weekdays=EVERY_DAY, start=6, end=24),
    Shift(team="CRT", units=2, district=None, weekdays=EVERY_DAY, start=6, end=24),
    Shift(team="CRT", units=1, district=None, weekdays=EVERY_DAY, start=12, end=20),
    Shift(team="CoR", units=2, district=None, weekdays=EVERY_DAY, start=6, end=21),
)
EXPANSION_AT = 0.5  # as a share of the city's months
NEW_CODES_AT = 0.65
GAP_AT = 0.8  # the month whose follow-ups nobody sent

CALLS_A_MONTH = 7_900
GROWTH_A_YEAR = 0.03
POLICE_P1_AFTER = 0.94  # priority-1 police response after the expansion, as a share of before

# Hour of day 0–23, as a share of an average hour, and day of week from Monday.
HOURS = (0.72, 0.58, 0.48, 0.40, 0.38, 0.42, 0.58, 0.82, 1.00, 1.08, 1.14, 1.20,
         1.24, 1.26, 1.30, 1.36, 1.42, 1.44, 1.38, 1.28, 1.20, 1.10, 0.98, 0.84)  # fmt: skip
WEEKDAYS = (0.98, 0.97, 0.98, 1.00, 1.08, 1.05, 0.94)
SEASON = (0.93, 0.92, 0.97, 1.00, 1.04, 1.06, 1.08, 1.07, 1.03, 1.01, 0.96, 0.93)  # by month
