"""The city's own names for indicators, those that it hides, and those that it adds."""

from arp.words.grammar import Field, Kind, Table
from arp.words.settings.declaring import flag, section, text, word
from arp.words.vocabularies import ABOUT, BETTER, FACT_TABLE, FORMULA_KIND, QUESTION

INDICATORS: tuple[Table, ...] = (
    section(
        "indicators",
        "Your indicators",
        "One row an indicator that you rename, hide or add",
        "For the app’s own indicators only a name, and whether it is hidden, are set. Everything "
        "else is for an indicator that you add from the columns of the sheet “Columns”.",
        ("indicator",),
        text(
            "indicator",
            "Indicator",
            "The key of one of the app’s own, from the sheet “Indicators”; or a new one of small "
            "letters, digits and _",
            required=True,
        ),
        text("name", "Name", "Its name on the pages; blank keeps the app’s own"),
        flag("hidden", "Hidden", "Yes takes it off every page and export"),
        word("question", "Question", "The question that it answers", QUESTION),
        word("kind", "Kind", "How it is worked out", FORMULA_KIND),
        word("table", "Table", "Whose rows it is about", FACT_TABLE),
        text(
            "among",
            "Among",
            "Which rows it is about: a condition such as eligible and not handled; blank for all",
        ),
        text(
            "of",
            "Of",
            "Of a share, the condition that is counted among them; of a median, percentile, mean "
            "or total, the column of numbers; of a count, nothing",
        ),
        text("matters", "Why it matters", "Why it matters, in a sentence"),
        text("words", "In words", "The formula in words; blank takes the app’s"),
        word("better", "Better", "Which way is better", BETTER),
        word("about", "About", "About people, or about the service", ABOUT),
        text("caveat", "Keep in mind", "What a reader must know"),
        text("source", "Source", "Where the definition comes from"),
        text("owner", "Owner", "Who answers for it"),
        text("target_note", "About its target", "What is known of a value to reach"),
        Field(
            name="next_review_on",
            title="Next review",
            meaning="The day by which it is looked at again",
            kind=Kind.DATE,
        ),
    ),
)
