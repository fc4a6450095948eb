"""The program's settings: one declared section a subject, all kept in one effective-dated table.

A settings row says its section, its name within the section (the values of the section's key,
joined by U+001F) and, as JSON text, the section's fields. From when to when it is valid, who set
it and why are fields of the row itself, not of the section.
"""

from arp.words.grammar import Field, Kind, Table, Vocabulary
from arp.words.vocabularies import AGENCY, CHANGE_KIND, FEED_SCOPE, HAZARD, MODE, WEEKDAY

SETTINGS = Table(
    name="settings",
    title="Settings",
    grain="One row a setting and the day from which it is valid",
    meaning=(
        "What the program knows about itself: teams, units, eligible call types, schedule, "
        "targets, changes, feeds, remembered layouts. A new value with a later day leaves the past "
        "as it was."
    ),
    keys=(("section", "name", "valid_from"), ("section", "name")),
    clocks=(),
    fields=(
        Field(
            name="section",
            title="Section",
            meaning="Which subject the setting belongs to",
            kind=Kind.ID,
            required=True,
        ),
        Field(
            name="name",
            title="Name",
            meaning="Which setting of the section it is",
            kind=Kind.ID,
            required=True,
        ),
        Field(
            name="valid_from",
            title="Valid from",
            meaning="First day on which it holds; blank since ever",
            kind=Kind.DATE,
        ),
        Field(
            name="valid_to",
            title="Valid to",
            meaning="Last day on which it holds; blank until further notice",
            kind=Kind.DATE,
        ),
        Field(
            name="value",
            title="Value",
            meaning="The section's fields, as JSON text",
            kind=Kind.LABEL,
            required=True,
        ),
        Field(name="set_by", title="Set by", meaning="Who set it", kind=Kind.LABEL),
        Field(name="why", title="Why", meaning="Why it was set", kind=Kind.LABEL),
    ),
)


def _text(name: str, title: str, meaning: str, *, required: bool = False) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.LABEL, required=required)


def _word(name: str, title: str, meaning: str, vocabulary: Vocabulary) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.WORD, vocabulary=vocabulary)


def _words(name: str, title: str, meaning: str, vocabulary: Vocabulary) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.WORDS, vocabulary=vocabulary)


def _flag(name: str, title: str, meaning: str) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.FLAG)


def _whole(name: str, title: str, meaning: str, unit: str) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.WHOLE, unit=unit)


def _section(
    name: str, title: str, grain: str, meaning: str, key: tuple[str, ...], *fields: Field
) -> Table:
    return Table(
        name=name, title=title, grain=grain, meaning=meaning, keys=(key,), clocks=(), fields=fields
    )


TEAM = _text("team", "Team", "The team's short name, as in the data", required=True)
CALL_TYPE = _text("call_type", "Call type", "A call type, as in the data", required=True)

SECTIONS: dict[str, Table] = {
    section.name: section
    for section in (
        _section(
            "program",
            "Program",
            "One row",
            "What holds for the whole program.",
            ("program",),
            _text("program", "Program", "The program's name", required=True),
            _text("time_zone", "Time zone", "IANA name, such as America/New_York", required=True),
        ),
        _section(
            "teams",
            "Teams",
            "One row a team",
            "The program's teams. A team that works with police is never counted as diverting.",
            ("team",),
            TEAM,
            _text("title", "Full name", "The team's name in full"),
            _word("mode", "Phone or in person", "How the team meets people", MODE),
            _flag("works_with_police", "Works with police", "The team responds with an officer"),
            _flag("follows_up", "Follows up", "Only follows up: its contacts are no responses"),
        ),
        _section(
            "units",
            "Units",
            "One row a unit, or a pattern of units",
            "Which team or agency each unit of the dispatch data belongs to.",
            ("unit",),
            _text("unit", "Unit", "A call sign, or a pattern such as CRT*", required=True),
            _text("team", "Team", "The program team the unit belongs to; blank for other agencies"),
            _word("agency", "Agency", "The agency the unit belongs to", AGENCY),
        ),
        _section(
            "agencies",
            "Agencies",
            "One row an agency, as the data names it",
            "What the data's names of agencies mean, and what each served before launch.",
            ("label",),
            _text("label", "Name in the data", "How the data names the agency", required=True),
            _word("agency", "Agency", "What kind of agency it is", AGENCY),
            _text(
                "served_call_types",
                "Call types served before launch",
                "Call types that this agency answered before the program, parted by semicolons",
            ),
        ),
        _section(
            "eligibility",
            "Eligible call types",
            "One row a team and call type",
            "Which call types a team may take, judged only by what is known at dispatch.",
            ("team", "call_type"),
            TEAM,
            CALL_TYPE,
            _words("not_with", "Not with", "Hazards with which it is not eligible", HAZARD),
            _text("priorities", "Only priorities", "Priorities that are eligible; blank for all"),
        ),
        _section(
            "schedule",
            "Service schedule",
            "One row a team, area, set of weekdays and shift",
            "When how many units are on duty. A shift holds from its start up to its end.",
            ("team", "area", "weekdays", "starts"),
            TEAM,
            _text("area", "Area", "Where the units serve; blank for the whole city"),
            _words("weekdays", "Weekdays", "The days on which the shift starts", WEEKDAY),
            _text("starts", "Starts", "Local time the shift starts, as 07:00", required=True),
            _text("ends", "Ends", "Local time the shift ends; at or before the start: next day"),
            _whole("units", "Units on duty", "How many units are on duty", "units"),
            _flag("holidays", "Also on holidays", "Whether the shift is worked on holidays"),
        ),
        _section(
            "areas",
            "Areas",
            "One row an area, as the data names it",
            "What the data's names of areas mean.",
            ("label",),
            _text("label", "Name in the data", "How the data names the area", required=True),
            _text("area", "Area", "The area's name in charts"),
            _flag("in_jurisdiction", "In the jurisdiction", "Whether calls there are in scope"),
        ),
        _section(
            "call_type_groups",
            "Call-type groups",
            "One row a call type",
            "Which call types are shown together.",
            ("call_type",),
            CALL_TYPE,
            _text("group", "Group", "The group it is shown in", required=True),
        ),
        _section(
            "priorities",
            "Priorities",
            "One row a priority code",
            "Which priority codes are the most urgent.",
            ("priority",),
            _text("priority", "Priority", "A priority code, as in the data", required=True),
            _flag("is_top", "Top priority", "Whether it is one of the most urgent"),
        ),
        _section(
            "targets",
            "Targets",
            "One row an indicator, and a team, priority or call type",
            "What the program wants to reach. Without a target the app says “no target set”.",
            ("indicator", "team", "priority", "call_type"),
            _text("indicator", "Indicator", "The indicator's key", required=True),
            _text("team", "Team", "The team it is for; blank for all"),
            _text("priority", "Priority", "The priority it is for; blank for all"),
            _text("call_type", "Call type", "The call type it is for; blank for all"),
            Field(
                name="target",
                title="Target",
                meaning="The value to reach, in the target's unit",
                kind=Kind.NUMBER,
                required=True,
            ),
            _text("unit", "Unit", "The unit the target is in", required=True),
            _text("source", "Source", "Where the target comes from"),
        ),
        _section(
            "changes",
            "Changes",
            "One row a change",
            "Launches, expansions and changes of codes, marked on every time axis.",
            ("change",),
            _text("change", "Change", "The change in a few words", required=True),
            _word("kind", "Kind", "What kind of change it was", CHANGE_KIND),
            Field(
                name="changed_on",
                title="Date",
                meaning="The first day under the new state",
                kind=Kind.DATE,
                required=True,
            ),
            _text("team", "Team", "The team it concerns; blank for all"),
        ),
        _section(
            "feeds",
            "Feeds",
            "One row a feed",
            "The streams of files that the program receives, who owns each and when it is due.",
            ("feed",),
            _text("feed", "Feed", "Its short name: letters, digits, hyphens", required=True),
            _text("title", "Title", "Its name on the pages"),
            _word("scope", "Scope", "Whether it holds all calls or only the program's", FEED_SCOPE),
            _text("owner", "Owner", "Who sends it"),
            _whole("due_day", "Due day", "Day of the month on which last month is due", "day"),
        ),
        _section(
            "labels",
            "Labels",
            "One row a field and label",
            "How the city's own words are read, as staff confirmed it.",
            ("field", "label"),
            _text("field", "Field", "The field the label stands in", required=True),
            _text("label", "Label", "The city's own word, as in the data", required=True),
            _text("read_as", "Read as", "The word or label it is read as", required=True),
        ),
        _section(
            "layouts",
            "Layouts",
            "One row a feed and layout",
            "Which column of a known layout holds which field, as it was understood and confirmed.",
            ("layout",),
            _text("layout", "Layout", "Fingerprint of the layout's headers", required=True),
            _text("feed", "Feed", "The feed the layout belongs to", required=True),
            _text("mapping", "Mapping", "Header to field, date order and answers, as JSON text"),
        ),
        _section(
            "costs",
            "Costs",
            "One row a cost",
            "The city's own prices. The app has none built in.",
            ("cost",),
            _text("cost", "Cost", "What costs", required=True),
            Field(
                name="amount",
                title="Amount",
                meaning="What it costs",
                kind=Kind.NUMBER,
                unit="US dollars",
                required=True,
            ),
            _text("per", "Per", "Per what: hour, response, month", required=True),
        ),
    )
}
