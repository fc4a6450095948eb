"""What was published: sets of figures, frozen with the name under which they went out."""

from arp.words.grammar import Table
from arp.words.settings.declaring import section, text, whole

PUBLISHING = "publication"  # the kind of its changes, as the history tells them
PUBLICATIONS: Table = section(
    "publications",
    "Publications",
    "One row a published set of figures",
    "Figures as they were published, so that it can be told when one of them moves.",
    ("publication",),
    text("publication", "Publication", "The name of the set", required=True),
    text("page", "Page", "The page that it was published from"),
    text("first_month", "First month", "The first month of its figures", required=True),
    text("last_month", "Last month", "The last month of its figures", required=True),
    text("part", "Part", "Teams, areas and call types of its figures, as JSON text"),
    whole("of_snapshot", "Of snapshot", "The snapshot that its figures were taken from", "number"),
    text("method", "Method", "The day of the method by which they were worked out"),
    text(
        "figures",
        "Figures",
        "Indicator, period, team, value, n and status of each figure, as JSON text",
        required=True,
    ),
)
