"""Words in which a city declares an indicator of its own."""

from arp.words.grammar import Vocabulary, Word, spelled

QUESTION = Vocabulary(
    "question",
    (
        Word(
            "functioning",
            "Is the program functioning well?",
            spelled("Is the program functioning well? | Functioning well"),
        ),
        Word(
            "ready", "Is it ready to expand?", spelled("Is it ready to expand? | Ready to expand?")
        ),
        Word(
            "people",
            "Does it help the people it serves?",
            spelled("Does it help the people it serves? | Impact on people"),
        ),
        Word(
            "system",
            "Does it relieve police, fire and EMS?",
            spelled("Does it relieve police, fire and EMS? | System impact"),
        ),
    ),
)

FORMULA_KIND = Vocabulary(
    "kind of formula",
    (
        Word("count", "How many rows fulfill the condition “Among”", spelled("number of")),
        Word(
            "share",
            "How many of the rows “Among” fulfill the condition “Of”",
            spelled("percentage | rate"),
        ),
        Word("median", "The value of “Of” that half of the rows “Among” do not exceed"),
        Word(
            "90th percentile",
            "The value of “Of” that nine in ten of the rows “Among” do not exceed",
            spelled("p90"),
        ),
        Word("mean", "The mean of “Of” over the rows “Among”", spelled("average")),
        Word("total", "The sum of “Of” over the rows “Among”", spelled("sum")),
    ),
)

FACT_TABLE = Vocabulary(
    "table of an indicator",
    (
        Word("calls", "One row a call for service, with what the program did"),
        Word(
            "calls by team",
            "One row a call and team: each team that the call was eligible for or that responded",
        ),
        Word("encounters", "One row a contact, or attempt, by a program team", spelled("contacts")),
        Word("responses", "One row a response of the program, with or without a call"),
        Word("unit responses", "One row a unit sent to a call"),
        Word("follow-ups", "One row an attempt to follow up"),
    ),
)

BETTER = Vocabulary(
    "which way is better",
    (
        Word("higher", "More is better", spelled("up")),
        Word("lower", "Less is better", spelled("down")),
        Word("neither", "Neither way is better", spelled("neutral")),
        Word("within a band", "Between two values is best", spelled("band")),
    ),
)

ABOUT = Vocabulary(
    "what a figure is about",
    (
        Word("people", "About people: the rules for small numbers hold"),
        Word("service", "About the service: calls, times, units"),
    ),
)
