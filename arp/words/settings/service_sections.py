"""What the teams are for and when they serve: eligible calls, schedule, areas, codes."""

from arp.words.grammar import Table
from arp.words.settings.declaring import (
    CALL_TYPE,
    TEAM,
    day,
    flag,
    section,
    text,
    time_of_day,
    whole,
    words,
)
from arp.words.vocabularies import HAZARD, WEEKDAY

SERVICE: tuple[Table, ...] = (
    section(
        "eligibility",
        "Eligible call types",
        "One row a team and call type",
        "Which call types a team may take, judged only by what is known at dispatch.",
        ("team", "call_type"),
        TEAM,
        CALL_TYPE,
        words("not_with", "Not with", "Hazards with which it is not eligible", HAZARD),
        text(
            "priorities",
            "Only priorities",
            "Priorities that are eligible, parted by semicolons; blank for all",
        ),
    ),
    section(
        "schedule",
        "Service schedule",
        "One row a team, area, set of weekdays and shift",
        "When how many units are on duty. A shift holds from its start up to its end; the units "
        "of different shifts of a team add up.",
        ("team", "area", "weekdays", "starts"),
        TEAM,
        text("area", "Area", "Where the units serve; blank for the whole city"),
        words("weekdays", "Weekdays", "The days on which the shift starts", WEEKDAY, required=True),
        time_of_day("starts", "Starts", "Local time the shift starts, as 07:00"),
        time_of_day("ends", "Ends", "Local time the shift ends; at or before the start: next day"),
        whole("units", "Units on duty", "How many units are on duty", "units", required=True),
        flag(
            "holidays",
            "Also on holidays",
            "Whether the shift is worked on holidays; blank as yes",
        ),
    ),
    section(
        "holidays",
        "Holidays",
        "One row a holiday",
        "The days on which shifts that are not worked on holidays do not start.",
        ("day",),
        day("day", "Day", "The day of the holiday"),
        text("holiday", "Holiday", "Its name"),
    ),
    section(
        "areas",
        "Areas",
        "One row an area, as the data names it",
        "What the data's names of areas mean.",
        ("label",),
        text("label", "Name in the data", "How the data names the area", required=True),
        text("area", "Area", "The area's name in charts"),
        flag("in_jurisdiction", "In the jurisdiction", "Whether calls there are in scope"),
    ),
    section(
        "call_type_groups",
        "Call-type groups",
        "One row a call type",
        "Which call types are shown together.",
        ("call_type",),
        CALL_TYPE,
        text("group", "Group", "The group it is shown in", required=True),
    ),
    section(
        "priorities",
        "Priorities",
        "One row a priority code",
        "Which priority codes are the most urgent.",
        ("priority",),
        text("priority", "Priority", "A priority code, as in the data", required=True),
        flag("is_top", "Top priority", "Whether it is one of the most urgent"),
    ),
)
