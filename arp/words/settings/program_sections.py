"""Who the program is: its name and clock, its teams, their units, and the other agencies."""

from arp.words.grammar import Table
from arp.words.settings.declaring import TEAM, flag, section, text, whole, word
from arp.words.small_numbers import LEAST_SMALLEST, SMALLEST
from arp.words.vocabularies import AGENCY, MODE

PROGRAM: tuple[Table, ...] = (
    section(
        "program",
        "Program",
        "One row",
        "What holds for the whole program.",
        ("program",),
        text("program", "Program", "The program's name", required=True),
        text("time_zone", "Time zone", "IANA name, such as America/New_York", required=True),
        whole(
            "smallest_count",
            "Smallest count shown",
            "The smallest count about people that is shown to those outside the department, and "
            f"inside by area and by who people are; {LEAST_SMALLEST} or more; blank is {SMALLEST}",
            "people",
        ),
    ),
    section(
        "teams",
        "Teams",
        "One row a team",
        "The program's teams. A team that works with police is never counted as diverting.",
        ("team",),
        TEAM,
        text("title", "Full name", "The team's name in full"),
        word("mode", "Phone or in person", "How the team meets people", MODE),
        flag("works_with_police", "Works with police", "The team responds with an officer"),
        flag("follows_up", "Follows up", "Only follows up: its contacts are no responses"),
    ),
    section(
        "units",
        "Units",
        "One row a unit, or a pattern of units",
        "Which team or agency each unit of the dispatch data belongs to.",
        ("unit",),
        text("unit", "Unit", "A call sign, or a pattern such as CRT*", required=True),
        text("team", "Team", "The program team the unit belongs to; blank for other agencies"),
        word("agency", "Agency", "The agency the unit belongs to", AGENCY),
    ),
    section(
        "agencies",
        "Agencies",
        "One row an agency, as the data names it",
        "What the data's names of agencies mean, and what each served before launch.",
        ("label",),
        text("label", "Name in the data", "How the data names the agency", required=True),
        word("agency", "Agency", "What kind of agency it is", AGENCY, required=True),
        text(
            "served_call_types",
            "Call types served before launch",
            "Call types that this agency answered before the program, parted by semicolons",
        ),
    ),
)
