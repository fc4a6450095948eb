"""Every declared table by its name, in the order in which they are shown."""

from arp.words.calls import CALLS
from arp.words.encounters import ENCOUNTERS
from arp.words.figures import FIGURES
from arp.words.follow_ups import FOLLOW_UPS
from arp.words.grammar import Table
from arp.words.settings import SETTINGS
from arp.words.unit_responses import UNIT_RESPONSES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (CALLS, UNIT_RESPONSES, ENCOUNTERS, FOLLOW_UPS, FIGURES, SETTINGS)
}
