"""Reviews: what is shown at each, of which day, and what somebody promised there."""

from arp.words.grammar import Field, Kind, Table
from arp.words.settings.declaring import day, section, text, whole

REVIEW, PROMISED = "review", "commitments"  # the kinds of change, as the history tells them
REVIEWS: Table = section(
    "reviews",
    "Reviews",
    "One row a review",
    "Reviews with the charts and tables that are shown at them.",
    ("review",),
    text("review", "Review", "Its name", required=True),
    day("held_on", "Held on", "The day on which it is held"),
    whole("of_snapshot", "Of snapshot", "The snapshot that its figures are taken from", "number"),
    day("frozen_on", "Frozen on", "The day that its figures take for today"),
    text(
        "screens",
        "Screens",
        "Page, question, months, part, choices and note of each screen, as JSON text",
        required=True,
    ),
)

COMMITMENTS: Table = section(
    "commitments",
    "Commitments",
    "One row a commitment",
    "What somebody promised at a review, by when, and whether it is done.",
    ("commitment",),
    whole("commitment", "Commitment", "Its running number", "number", required=True),
    text("what", "What", "What was promised", required=True),
    text("owner", "Owner", "Who promised it"),
    Field(name="due_on", title="Due", meaning="The day by which it is due", kind=Kind.DATE),
    Field(name="done_on", title="Done", meaning="The day on which it was done", kind=Kind.DATE),
    text("review", "Review", "The review at which it was made", required=True),
)
