"""How declared tables are stored: the Arrow schema of a table, and SQL's name for each type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.grammar import STORED_WITH_EVERY_ROW, Kind, Table

if TYPE_CHECKING:
    import pyarrow as pa

# A clock is the city's own wall clock: stored without a zone, so that nothing can shift it.
_ARROW_OF_KIND = {
    Kind.TIMESTAMP: "timestamp[us]",
    Kind.DATE: "date32[day]",
    Kind.FLAG: "bool",
    Kind.WHOLE: "int64",
    Kind.NUMBER: "double",
}
SQL_OF_ARROW = {
    "string": "VARCHAR",
    "timestamp[us]": "TIMESTAMP",
    "date32[day]": "DATE",
    "bool": "BOOLEAN",
    "int64": "BIGINT",
    "double": "DOUBLE",
}


def arrow_schema(table: Table) -> pa.Schema:
    """The stored columns of a table: what is stored with every row, then its stored fields.

    In this order, because Delta keeps statistics of the first 32 columns only, and feed and month
    are what files are chosen by.
    Identifiers, labels, words, months and person keys are text. Where a table itself declares a
    field that is stored with every row (`month` of the figures), it is one column.
    """
    import pyarrow as pa

    types = dict.fromkeys(STORED_WITH_EVERY_ROW, "string") | {"sheet_row": "int64"}
    types |= {field.name: _ARROW_OF_KIND.get(field.kind, "string") for field in table.stored_fields}
    return pa.schema([(name, pa.type_for_alias(spelled)) for name, spelled in types.items()])
