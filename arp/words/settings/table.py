"""The stored table of settings, and how a section's row becomes a row of it.

A settings row says its section, its name within the section (the values of the section's key,
joined by U+001F) and, as JSON text, the section's fields. From when to when it is valid, who set
it and why are fields of the row itself, not of the section.
"""

import json
from collections.abc import Mapping

from arp.words.grammar import Field, Kind, Table

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

VALIDITY: tuple[Field, ...] = tuple(
    SETTINGS.field(name) for name in ("valid_from", "valid_to", "set_by", "why")
)
"""What every row of every section has beside the section's own fields."""


def name_in(section: Table, values: Mapping[str, object]) -> str:
    """The values of the section's key, joined as every key is."""
    known = ("" if values.get(name) is None else values[name] for name in section.keys[0])
    return "\x1f".join(map(str, known))


def value_text(section: Table, values: Mapping[str, object]) -> str:
    """The section's known fields in declared order, as JSON text."""
    known = {f.name: values[f.name] for f in section.fields if values.get(f.name) is not None}
    return json.dumps(known, ensure_ascii=False)
