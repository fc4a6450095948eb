"""The grammar of declarations."""

import pytest

from arp.words.grammar import Field, Kind, Table, Vocabulary, Word, spelled


def field(name: str, kind: Kind = Kind.LABEL, **told) -> Field:
    return Field(name=name, title=name.capitalize(), meaning="A column", kind=kind, **told)


def table(*fields: Field) -> Table:
    return Table(
        name="calls",
        title="Calls",
        grain="One row a call",
        meaning="Calls",
        keys=(("number",),),
        clocks=(),
        fields=fields,
    )


def test_spellings_written_as_one_text_come_apart_without_their_blanks():
    assert spelled("Rcvd | Time received |Rec'd") == ("Rcvd", "Time received", "Rec'd")


def test_words_are_shown_in_the_order_declared():
    assert Vocabulary("yes or no", (Word("yes", "It is"), Word("no", "It is not"))).keys == (
        "yes",
        "no",
    )


def test_a_field_is_known_by_its_title_its_name_and_what_cities_write():
    received = field("received_at", headers=("Rcvd", "Call time"))
    assert received.spellings == ("Received_at", "received_at", "Rcvd", "Call time")


def test_spans_and_personal_columns_are_not_stored_and_a_persons_key_is():
    number, span = field("number", Kind.ID), field("travel_minutes", Kind.SPAN)
    name, key = field("name", personal=True), field("person_key", Kind.PERSON)
    assert table(number, span, name, key).stored_fields == (number, key)


def test_a_field_is_found_by_its_name_and_a_wrong_name_is_named():
    number = field("number", Kind.ID)
    assert table(number).field("number") is number
    with pytest.raises(KeyError, match="calls has no field speed"):
        table(number).field("speed")
