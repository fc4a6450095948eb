"""What the app knows about the data it receives: feeds, and what only uploads teach."""

from arp.words.grammar import Table
from arp.words.settings.declaring import flag, section, text, whole, word
from arp.words.vocabularies import FEED_SCOPE

FEEDS: tuple[Table, ...] = (
    section(
        "feeds",
        "Feeds",
        "One row a feed",
        "The streams of files that the program receives, who owns each and when it is due.",
        ("feed",),
        text("feed", "Feed", "Its short name: letters, digits, hyphens", required=True),
        text("title", "Title", "Its name on the pages"),
        word("scope", "Scope", "Whether it holds all calls or only the program's", FEED_SCOPE),
        text("owner", "Owner", "Who sends it"),
        whole("due_day", "Due day", "Day of the month on which last month is due", "day"),
        flag(
            "by_block",
            "Addresses by block",
            "Whether addresses of calls are kept as their block, never with the house number; "
            "blank leaves them out",
        ),
    ),
)

LEARNED: tuple[Table, ...] = (
    section(
        "labels",
        "Labels",
        "One row a field and label",
        "How the city's own words are read, as staff confirmed it.",
        ("field", "label"),
        text("field", "Field", "The field the label stands in", required=True),
        text("label", "Label", "The city's own word, as in the data", required=True),
        text("read_as", "Read as", "The word or label it is read as", required=True),
    ),
    section(
        "layouts",
        "Layouts",
        "One row a feed and layout",
        "Which column of a known layout holds which field, as it was understood and confirmed.",
        ("layout",),
        text("layout", "Layout", "Fingerprint of the layout's headers", required=True),
        text("feed", "Feed", "The feed the layout belongs to", required=True),
        text("mapping", "Mapping", "Header to field, date order and answers, as JSON text"),
    ),
)
