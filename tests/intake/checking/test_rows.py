from arp.intake.checking.rows import RowsReader
from arp.intake.recognition.remembered import Memory
from arp.intake.recognition.sheets import look_at
from tests.intake.drawn import TODAY, sheet

CALLS = "Incident Number | Received\n{n} | 2026-10-15 14:00"


def settled(*drawings, **how):
    reader = RowsReader(feed="cad", today=TODAY, person_key=None, **how)
    looks = [look_at(sheet(drawing), Memory(), {}) for drawing in drawings]
    return reader.settled((look, None) for look in looks)


def test_sheets_of_one_table_are_settled_together():
    (table,) = settled(CALLS.format(n=1), CALLS.format(n=2)).items()
    assert table[0] == "calls"
    assert table[1].rows["incident_number"].to_pylist() == ["1", "2"]


def test_rows_without_a_number_are_what_they_were_in_the_whole_file():
    nameless = CALLS.format(n="")
    assert settled(nameless)["calls"].rows.num_rows == 1
    assert settled(nameless, by_content={"calls": False})["calls"].tally.set_aside == 1
