"""What each kind of field is stored as."""

import pyarrow as pa
import pytest

from arp.lake.schema import SQL_OF_ARROW, arrow_schema
from arp.words.grammar import STORED_WITH_EVERY_ROW, Field, Kind, Table
from arp.words.tables import TABLES


def _field(name: str, kind: Kind, *, personal: bool = False) -> Field:
    return Field(name=name, title=name, meaning=name, kind=kind, personal=personal)


def test_each_kind_has_its_type_and_a_clock_has_no_zone() -> None:
    table = Table(
        name="drawn",
        title="",
        grain="",
        meaning="",
        keys=(("id",),),
        clocks=("at",),
        fields=(
            _field("id", Kind.ID),
            _field("at", Kind.TIMESTAMP),
            _field("day", Kind.DATE),
            _field("yes", Kind.FLAG),
            _field("many", Kind.WHOLE),
            _field("size", Kind.NUMBER),
            _field("words", Kind.WORDS),
            _field("who", Kind.PERSON),
            _field("took", Kind.SPAN),
            _field("phone", Kind.LABEL, personal=True),
        ),
    )
    types = {field.name: str(field.type) for field in arrow_schema(table)}
    stored_with_every_row = {
        name: "int64" if name == "sheet_row" else "string" for name in STORED_WITH_EVERY_ROW
    }
    assert types == {
        "id": "string",
        "at": "timestamp[us]",
        "day": "date32[day]",
        "yes": "bool",
        "many": "int64",
        "size": "double",
        "words": "string",
        "who": "string",
        **stored_with_every_row,
    }


@pytest.mark.parametrize("name", TABLES)
def test_every_declared_table_has_columns_that_sql_can_name(name: str) -> None:
    schema = arrow_schema(TABLES[name])
    assert len(set(schema.names)) == len(schema.names)
    assert {str(field.type) for field in schema} <= set(SQL_OF_ARROW)
    assert isinstance(schema, pa.Schema)
