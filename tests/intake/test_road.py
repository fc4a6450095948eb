import hmac

from arp.intake.road import read, understand
from arp.lake.lake import Lake
from tests.intake.drawn import TODAY, of_rows, rows_of, sheet, workbook


def test_bytes_become_a_change():
    data = b"Incident Number,Call Type,Received\n0025000,Theft,2026-10-05 14:00:00\n"
    change = understand(read("cad 2026-10.csv", data), lake=None, today=TODAY).change
    assert (change.kind, change.feed, change.file_name) == ("upload", "cad", "cad 2026-10.csv")
    assert change.tables["calls"].column("incident_number").to_pylist() == ["0025000"]


def test_persons_are_stored_as_hashes_by_the_lakes_own_key(tmp_path):
    lake = Lake(tmp_path / "lake")
    drawn = sheet(
        "Encounter ID | Contact date and time | Client ID | Mode\nE1 | 2026-10-05 | C9 | Phone"
    )
    read_ = understand(workbook(drawn), lake=lake, today=TODAY)
    expected = hmac.new(lake.person_key(), b"C9", "sha256").hexdigest()
    assert rows_of(read_, "encounters", "person_key") == [(expected,)]


def test_nothing_that_is_personal_reaches_the_change():
    canary = "CANARY the man on the porch is upset again and again tonight"
    drawn = of_rows(
        [["Incident Number", "Received", "Notes", "Remarks by crew"]]
        + [[str(n), f"2026-10-05 14:{n:02d}", f"{canary} {n}", f"{canary} {n}"] for n in range(9)]
    )
    tables = understand(workbook(drawn), lake=None, today=TODAY).change.tables
    assert "CANARY" not in "".join(str(table.to_pylist()) for table in tables.values())


def test_contacts_without_a_call_stand_alone_where_contacts_have_no_number_of_their_own():
    drawn = sheet(
        """
        CAD # | Contact date and time | Mode   | Contact outcome | Team
        26-1  | 2026-10-05 14:00      | Phone  | Engaged         | CRT
              | 2026-10-05 15:00      | Onsite | Engaged         | CRT
              | 2026-10-05 16:00      | Onsite | No answer       | CRT
        """
    )
    tally = understand(workbook(drawn), lake=None, today=TODAY).change.tallies["encounters"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == (3, 0, 0)


def test_a_sheet_of_calls_that_numbers_persons_is_asked_whose_calls_it_holds():
    drawn = sheet(
        """
        Incident Number | Call Type | Received         | Client ID
        26-1            | Alarm     | 2026-10-15 14:00 | C1
        26-2            | Noise     | 2026-10-15 15:00 | C2
        """
    )
    (question,) = understand(workbook(drawn), lake=None, today=TODAY).questions
    assert question.key == "scope"
