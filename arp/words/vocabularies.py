"""The closed vocabularies: canonical words, what each means, and how cities spell them.

A spelling belongs to one word only within a vocabulary. Spellings are compared without regard to
case, spaces and punctuation, and the canonical word is always a spelling of itself.
"""

from arp.words.contact_words import CONTACT_RESULT, DESTINATION, MODE
from arp.words.dispatch_words import AGENCY, HAZARD, ORIGIN, YES_NO
from arp.words.grammar import Vocabulary
from arp.words.help_words import (
    BACKUP_URGENCY,
    CONNECTED,
    INJURY,
    METHOD,
    POLICE_ROLE,
    PRIMARY_NEED,
    SERVICE,
)
from arp.words.indicator_words import ABOUT, BETTER, FACT_TABLE, FORMULA_KIND, QUESTION
from arp.words.program_words import CHANGE_KIND, FEED_SCOPE, FIGURE, TARGET_UNIT, WEEKDAY

__all__ = [
    "ABOUT",
    "AGENCY",
    "BACKUP_URGENCY",
    "BETTER",
    "CHANGE_KIND",
    "CONNECTED",
    "CONTACT_RESULT",
    "DESTINATION",
    "FACT_TABLE",
    "FEED_SCOPE",
    "FIGURE",
    "FORMULA_KIND",
    "HAZARD",
    "INJURY",
    "METHOD",
    "MODE",
    "ORIGIN",
    "POLICE_ROLE",
    "PRIMARY_NEED",
    "QUESTION",
    "SERVICE",
    "TARGET_UNIT",
    "WEEKDAY",
    "YES_NO",
    "VOCABULARIES",
]

VOCABULARIES: tuple[Vocabulary, ...] = (
    YES_NO,
    AGENCY,
    ORIGIN,
    HAZARD,
    MODE,
    CONTACT_RESULT,
    DESTINATION,
    PRIMARY_NEED,
    SERVICE,
    POLICE_ROLE,
    BACKUP_URGENCY,
    INJURY,
    CONNECTED,
    METHOD,
    FIGURE,
    FEED_SCOPE,
    CHANGE_KIND,
    TARGET_UNIT,
    WEEKDAY,
    QUESTION,
    FORMULA_KIND,
    FACT_TABLE,
    BETTER,
    ABOUT,
)
