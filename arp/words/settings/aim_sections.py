"""What the program wants to reach, what changed on the way, and what things cost."""

from arp.words.grammar import Table
from arp.words.settings.declaring import day, number, section, text, word
from arp.words.vocabularies import CHANGE_KIND, TARGET_UNIT

AIMS: tuple[Table, ...] = (
    section(
        "targets",
        "Targets",
        "One row an indicator, and a team, priority or call type",
        "What the program wants to reach. Without a target the app says “no target set”.",
        ("indicator", "team", "priority", "call_type"),
        text("indicator", "Indicator", "The indicator's key", required=True),
        text("team", "Team", "The team it is for; blank for all"),
        text("priority", "Priority", "The priority it is for; blank for all"),
        text("call_type", "Call type", "The call type it is for; blank for all"),
        number("target", "Target", "The value to reach, in its unit; of a band the upper end"),
        number("at_least", "At least", "The lower end of a band, in its unit", required=False),
        word("unit", "Unit", "The unit the target is in", TARGET_UNIT, required=True),
        text("source", "Source", "Where the target comes from"),
    ),
    section(
        "changes",
        "Changes",
        "One row a change",
        "Launches, expansions and changes of codes, marked on every time axis.",
        ("change",),
        text("change", "Change", "The change in a few words", required=True),
        word("kind", "Kind", "What kind of change it was", CHANGE_KIND),
        day("changed_on", "Date", "The first day under the new state"),
        text("team", "Team", "The team it concerns; blank for all"),
    ),
    section(
        "costs",
        "Costs",
        "One row a cost",
        "The city's own prices. The app has none built in.",
        ("cost",),
        text(
            "cost",
            "Cost",
            "What costs, such as Police officer, Emergency department visit or Jail booking",
            required=True,
        ),
        number("amount", "Amount", "What it costs", "US dollars"),
        text("per", "Per", "Per what: hour, visit, booking, response, month", required=True),
    ),
)
