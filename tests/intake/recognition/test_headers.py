from arp.intake.recognition.headers import declared, fields_named
from arp.words.tables import TABLES


def test_a_declared_spelling_names_its_field_whatever_its_punctuation():
    assert "calls.received_at" in declared("RECEIVED_DtTm ")
    assert "calls.incident_number" in declared("cfs #")


def test_a_near_spelling_names_the_field_with_less_trust():
    near = fields_named("Recieved Date Time")
    assert 0.5 < near["calls.received_at"] < min(fields_named("Received date time").values())


def test_a_header_of_something_else_names_nothing():
    assert fields_named("Hydrant pressure") == {}


def test_every_declared_spelling_is_found():
    for table in TABLES.values():
        if table.name != "settings":
            for field in table.fields:
                for spelling in field.spellings:
                    assert f"{table.name}.{field.name}" in declared(spelling), spelling


def test_a_count_is_no_number_of_a_call():
    assert fields_named("Incidents") == {}
