"""Personal columns: what is known by its header, and by the form of its cells."""

import re

import pytest

from arp.intake.recognition.headers import declared
from arp.intake.recognition.spelling import spoken
from arp.words.grammar import Kind
from arp.words.personal import PERSONAL
from arp.words.tables import TABLES

KINDS = {kind.key: kind for kind in PERSONAL}


def plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def test_no_personal_header_is_also_a_field_of_ours():
    personal = {plain(header) for kind in PERSONAL for header in kind.headers}
    ours = {plain(s) for t in TABLES.values() for field in t.fields for s in field.spellings}
    tables_with_a_name = {"name"}  # the name of a setting is nobody's
    assert personal & ours <= tables_with_a_name


def test_a_personal_header_belongs_to_one_kind():
    headers = [plain(header) for kind in PERSONAL for header in kind.headers]
    assert len(headers) == len(set(headers))


def test_a_persons_number_is_never_stored_as_written():
    for table in TABLES.values():
        for field in table.fields:
            assert field.name != "person_key" or field.kind is Kind.PERSON


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("phone", "(919) 555-0123"),
        ("phone", "919-555-0123 x12"),
        ("phone", "919-555-0123"),
        ("phone", "+1 919.555.0123"),
        ("email", "jane.doe@example.org"),
        ("email", "jane@example.org; joe@example.org"),
        ("coordinates", "(37.745858648581, -122.456664252061)"),
        ("ssn", "123-45-6789"),
        ("ssn", "***-**-6789"),
    ],
)
def test_the_content_of_a_personal_column_is_known(key, text):
    assert re.fullmatch(KINDS[key].pattern, text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("name", "Doe, Jane"),
        ("name", "O'Neill, Mary B."),
        ("phone", "9195550123"),
        ("birth_date", "4/12/1985"),
        ("birth_date", "1985-04-12 00:00:00"),
        ("birth_date", "4/12/85"),
        ("birth_date", "April 12, 1985"),
        ("coordinates", "-78.898619"),
    ],
)
def test_a_vague_form_is_known(key, text):
    assert re.fullmatch(KINDS[key].vague, text)


@pytest.mark.parametrize("kind", PERSONAL, ids=lambda kind: kind.key)
def test_words_in_a_header_are_never_those_of_a_field_of_ours(kind):
    ours = [s for t in TABLES.values() for field in t.fields for s in field.spellings]
    named = [s for s in ours if kind.in_header and re.search(kind.in_header, spoken(s))]
    assert [s for s in named if not declared(s)] == []


@pytest.mark.parametrize(
    "text",
    [
        "163664036",
        "P1800000056",
        "2125551234567",
        "12/31/2016 11:57:56 PM",
        "100 Block of Elm St",
        "31XX Probasco St",
        "Welfare check",
        "Eugene",
        "B08",
        "37.0",
    ],
)
def test_what_calls_hold_is_not_taken_for_personal(text):
    assert [
        kind.key for kind in PERSONAL if kind.pattern and re.fullmatch(kind.pattern, text)
    ] == []
