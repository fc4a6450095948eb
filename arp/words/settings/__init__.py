"""The program's settings: one declared section a subject, all kept in one effective-dated table.

program_sections    the program, its teams, units and agencies
service_sections    who is sent to what, when and where: eligible call types, schedule, areas
aim_sections        targets, changes and costs
indicator_section   indicators that the city renames, hides or adds
data_sections       feeds; what only uploads teach: labels and layouts
published_section   sets of figures as they were published
review_sections     what is shown at reviews, and what was promised there
shape_section       outlines of areas, for maps
table               the stored table, and how a section's row becomes one of it
validity            how settings of one name follow each other in time
"""

from collections.abc import Mapping

from arp.words.grammar import Table
from arp.words.settings.aim_sections import AIMS
from arp.words.settings.data_sections import FEEDS, LEARNED
from arp.words.settings.indicator_section import INDICATORS
from arp.words.settings.program_sections import PROGRAM
from arp.words.settings.published_section import PUBLICATIONS, PUBLISHING
from arp.words.settings.review_sections import COMMITMENTS, PROMISED, REVIEW, REVIEWS
from arp.words.settings.service_sections import SERVICE
from arp.words.settings.shape_section import SHAPES
from arp.words.settings.table import SETTINGS, VALIDITY, name_in, value_text

__all__ = [
    "BRING_NO_DATA",
    "EXPLAINING_SHEETS",
    "NO_FACT_READS",
    "PROGRAM_SECTIONS",
    "SECTIONS",
    "SETTINGS",
    "VALIDITY",
    "setting_name",
    "setting_value",
]

PROGRAM_SECTIONS: dict[str, Table] = {
    section.name: section for section in (*PROGRAM, *SERVICE, *AIMS, *INDICATORS, *FEEDS)
}
"""What staff set: the sheets of the program workbook, in the order in which they are shown."""

NO_FACT_READS: dict[str, Table] = {
    section.name: section for section in (PUBLICATIONS, REVIEWS, COMMITMENTS, SHAPES)
}
"""What is kept to show figures, and of those that were shown: no figure follows from it."""

BRING_NO_DATA = (PUBLISHING, REVIEW, PROMISED)
"""The kinds of change that no figure follows from."""

SECTIONS: dict[str, Table] = (
    PROGRAM_SECTIONS | {section.name: section for section in LEARNED} | NO_FACT_READS
)
"""Every section, what only uploads teach, what was published and what was reviewed included."""

EXPLAINING_SHEETS = ("Read me", "Indicators", "Columns", "Choices")
"""The sheets of the program workbook that hold no settings."""


def setting_name(section: str, values: Mapping[str, object]) -> str:
    """A setting's name within its section: the values of the section's key, joined by U+001F."""
    return name_in(SECTIONS[section], values)


def setting_value(section: str, values: Mapping[str, object]) -> str:
    """A setting's known fields in declared order, as JSON text: equal settings, equal text."""
    return value_text(SECTIONS[section], values)
