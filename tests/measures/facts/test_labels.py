import ibis
import pyarrow as pa

from arp.measures.compiled import sql_of
from arp.measures.database import connect
from arp.measures.facts.labels import with_labels_read
from arp.measures.facts.sources import stored
from arp.words.tables import TABLES

ENCOUNTERS = TABLES["encounters"]


def read(readings: dict, contact_label: str, contact_result: str | None) -> tuple:
    rows = stored("encounters").select("contact_label", "contact_result", "disposition_label")
    blank = ibis.null("string")
    others = {field.name: blank for field in ENCOUNTERS.stored_fields}
    rows = rows.mutate(**{name: cell for name, cell in others.items() if name not in rows.columns})
    connection = connect()
    row = {"contact_label": contact_label, "contact_result": contact_result}
    columns = {name: pa.array([row.get(name)], pa.string()) for name in (*row, "disposition_label")}
    connection.register("source_encounters", pa.table(columns))
    found = with_labels_read(rows, ENCOUNTERS, readings)
    found = found.select("contact_label", "contact_result")
    return connection.execute(sql_of(found)).fetchall()[0]


def test_a_label_read_as_another_label_is_written_as_that_one() -> None:
    merged = {"contact_label": {"Unable to locate client": "Unable to Locate"}}
    assert read(merged, "Unable to locate client", "no contact") == (
        "Unable to Locate",
        "no contact",
    )


def test_a_label_read_as_a_word_gives_the_word_also_against_what_was_stored() -> None:
    meant = {"contact_label": {"Refused": "declined"}}
    assert read(meant, "Refused", None) == ("Refused", "declined")
    assert read(meant, "Refused", "no contact") == ("Refused", "declined")


def test_other_labels_and_fields_stay_as_they_are() -> None:
    meant = {"contact_label": {"Refused": "declined"}, "area": {"Refused": "North"}}
    assert read(meant, "Engaged", "engaged") == ("Engaged", "engaged")
    assert read({}, "Engaged", None) == ("Engaged", None)
