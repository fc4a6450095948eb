"""Words about the program itself: monthly figures and settings."""

from arp.words.grammar import Vocabulary, Word, spelled

FIGURE = Vocabulary(
    "figure",
    (
        Word(
            "calls_answered_15s",
            "911 calls answered within 15 seconds (numerator) of all answered (denominator)",
            spelled("Answered in 15 seconds | 911 answered within 15 seconds | Answered <= 15 s"),
        ),
        Word(
            "calls_answered_20s",
            "911 calls answered within 20 seconds (numerator) of all answered (denominator)",
            spelled("Answered in 20 seconds | 911 answered within 20 seconds | Answered <= 20 s"),
        ),
        Word(
            "posts_vacant",
            "Posts vacant (numerator) of posts authorized (denominator), in full-time equivalents",
            spelled("Vacancies | Vacant posts | Vacant positions | Vacant FTE"),
        ),
        Word(
            "unit_hours_planned",
            "Unit-hours in the month's schedule",
            spelled("Planned unit hours | Scheduled unit hours"),
        ),
        Word(
            "unit_hours_delivered",
            "Unit-hours actually on duty",
            spelled("Delivered unit hours | Staffed unit hours | Actual unit hours"),
        ),
        Word(
            "use_of_force",
            "Uses of force by police recorded in the month",
            spelled("Use of force incidents | UOF | Force incidents"),
        ),
        Word(
            "use_of_force_eligible",
            "Uses of force by police on calls that a team of the program may take",
            spelled("Use of force on eligible calls | UOF eligible | Force on eligible calls"),
        ),
        Word(
            "crime_reports",
            "Reports of low-level offenses in the month",
            spelled("Offense reports | Low level crime reports"),
        ),
        Word("population", "People who live in the area", spelled("Residents | Total population")),
        Word(
            "program_cost",
            "What the program cost in the month, in US dollars",
            spelled("Program spending | Expenditure | Cost | Monthly cost"),
        ),
    ),
)

FEED_SCOPE = Vocabulary(
    "feed scope",
    (
        Word("all", "The feed holds all calls of its agency, the program's and everybody else's"),
        Word(
            "program",
            "The feed holds only the program's own calls or contacts",
            spelled("Program only"),
        ),
    ),
)

CHANGE_KIND = Vocabulary(
    "kind of change",
    (
        Word("launch", "The program or a team began", spelled("Start | Go live")),
        Word("expansion", "More hours, area, teams or call types", spelled("Expanded")),
        Word("reduction", "Fewer hours, area, teams or call types", spelled("Reduced | End")),
        Word(
            "code change",
            "Call types, priorities or the system changed",
            spelled("Recoding | New CAD"),
        ),
        Word("other", "Another change", spelled("OTH")),
    ),
)

TARGET_UNIT = Vocabulary(
    "unit of a target",
    (
        Word("share", "A part of the whole from 0 to 1; 60% is 0.6", spelled("Fraction | Rate")),
        Word("seconds", "Seconds", spelled("s | sec | secs | second")),
        Word("minutes", "Minutes", spelled("min | mins | minute")),
        Word("hours", "Hours", spelled("h | hr | hrs | hour")),
        Word("days", "Days", spelled("d | day")),
        Word("count", "A number of calls, contacts, rows or the like", spelled("number | n")),
        Word(
            "per 1,000",
            "A number for each 1,000 responses",
            spelled("per 1,000 responses | per thousand"),
        ),
        Word("US dollars", "US dollars", spelled("USD | dollars")),
    ),
)

WEEKDAY = Vocabulary(
    "weekday",
    (
        Word("Monday", "Monday", spelled("Mon | Mo")),
        Word("Tuesday", "Tuesday", spelled("Tue | Tues | Tu")),
        Word("Wednesday", "Wednesday", spelled("Wed | We")),
        Word("Thursday", "Thursday", spelled("Thu | Thur | Thurs | Th")),
        Word("Friday", "Friday", spelled("Fri | Fr")),
        Word("Saturday", "Saturday", spelled("Sat | Sa")),
        Word("Sunday", "Sunday", spelled("Sun | Su")),
    ),
)
