"""Arrests on calls, as dispatch closed the call and as the program's contacts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.vocabularies import DESTINATION

if TYPE_CHECKING:
    import ibis.expr.types as ir

ARREST = frozenset(
    spelling.casefold()
    for word in DESTINATION.words
    if word.key == "jail"
    for spelling in (word.key, *word.spellings)
)


def recorded(disposition: ir.StringValue) -> ir.BooleanValue:
    """Whether dispatch closed the call with an arrest, by the words of one feed.

    Unknown without a disposition, and in a feed that never says so of any call: a fire department
    closes calls too, and tells nothing of arrests.
    """
    import ibis

    made = disposition.strip().lower().isin(sorted(ARREST))
    return ibis.ifelse(made.any().as_scalar(), made, ibis.null("boolean"))


def made_on_call(rows: ir.Table) -> ir.BooleanValue:
    """Whether anybody was arrested on a call: dispatch or a contact says so.

    Unknown where dispatch says nothing of arrests: contacts alone know only the program's calls.
    """
    import ibis

    said = rows.arrest_recorded
    of_contact = rows.arrested.fill_null(False)
    return ibis.ifelse(said.isnull(), ibis.null("boolean"), said | of_contact)
