import pyarrow as pa
import pytest

from arp.intake.recognition.content import content_of
from arp.intake.recognition.privacy import why_personal


def why(header, values, *told):
    return why_personal(header, content_of(pa.array(values, pa.string())), told)


@pytest.mark.parametrize("header", ["Caller Name", "DOB", "phone_number", "Narrative", "SSN"])
def test_a_personal_header_is_enough(header):
    assert why(header, ["x"])


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("Client's Last Name", "names of people"),
        ("Responding Officer Name", "names of people"),
        ("Patient DOB", "dates of birth"),
        ("Client Birth Date", "dates of birth"),
        ("Caller's Phone Number", "telephone numbers"),
        ("Clinician E-mail", "e-mail addresses"),
        ("Patient Street Address", "exact addresses"),
        ("GPS Latitude (dec.)", "exact coordinates"),
        ("Disposition Notes", "free text"),
        ("Comments / Narrative 1", "free text"),
        ("Client SSN", "Social Security numbers"),
    ],
)
def test_a_word_in_the_header_is_enough(header, what):
    assert why(header, ["words of one kind", "and another"]) == what


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Notes taken", ["Yes", "No"]),
        ("Case notes completed at", ["10/5/2026 14:00", "10/6/2026 15:00"]),
        ("Number of comments", ["3", "12"]),
        ("Street name of the beat", ["North", "South"]),
        ("Unit name", ["CRT1", "CRT2"]),
        ("Program name", ["HEART"]),
    ],
)
def test_a_word_in_the_header_of_flags_times_and_counts_is_not(header, cells):
    assert why(header, cells) == ""


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["919-555-0101", "(919) 555-0102"], "telephone numbers"),
        (["9195550101", "9842250102"], "telephone numbers"),
        (["a@x.org", "b@y.gov"], "e-mail addresses"),
        (["12 Elm St", "1407 N Oak Ave"], "exact addresses"),
        (["123-45-6789"], "Social Security numbers"),
        (["Doe, Jane", "Roe, John"], "names of people"),
        (["Zbignievska, Wanda", "Okafor, Chidi"], "names of people"),
        (["Jane Doe", "John Q. Roe", "MARIA DEL-RIO"], "names of people"),
        (["4/12/1985", "11/2/1961", "1/30/2004"], "dates of birth"),
        (["1985-04-12 00:00:00", "1961-11-02 00:00:00"], "dates of birth"),
        (["36.001465", "35.994034"], "exact coordinates"),
        (["-78.898619", "-78.902100"], "exact coordinates"),
    ],
)
def test_content_tells_where_the_header_does_not(cells, what):
    assert why("Field 7", cells) == what


@pytest.mark.parametrize(
    ("field", "cells"),
    [
        ("calls.incident_number", ["919-555-0101", "984-555-0102"]),
        ("calls.call_type_initial", ["12 Elm St", "1407 N Oak Ave"]),
        ("encounters.team", ["Jane Doe", "John Roe", "Maria Diaz"]),
        ("calls.disposition", ["Doe, Jane", "Roe, John", "Diaz, Maria"]),
    ],
)
def test_content_tells_whatever_the_user_says_the_column_holds(field, cells):
    assert why("Field 7", cells, field)


def test_a_known_header_with_exact_addresses_is_left_out_all_the_same():
    assert why("Block address", ["12 Elm St", "1407 N Oak Ave"]) == "exact addresses"
    assert why("Block address", ["100 BLOCK MAIN ST", "2200 ROYAL HAVEN CE"]) == ""


def test_a_known_header_with_peoples_names_is_left_out_all_the_same():
    assert why("Unit ID", ["Jane Doe", "John Roe", "Maria Diaz"]) == "names of people"


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Call type", ["Assault, Simple", "Person, Suspicious"]),
        ("Sector", ["ADAM SECTOR", "DAVID SECTOR", "FRANK SECTOR", "HENRY SECTOR"]),
        ("Unit ID", ["ADAM 12", "DAVID 4", "MARY 3"]),
        ("City", ["Virginia Beach", "Grand Rapids", "St. Paul", "Durham"]),
        ("Neighborhood", ["Martin Park", "Lincoln Park", "Mission", "Bernal Heights"]),
        ("Incident number", ["2024123456", "2602347890", "2125551234"]),
        ("Received", ["10/5/2026", "10/6/2026"]),
        ("Travel minutes", ["45.283333", "33.916667"]),
        ("Disposition", ["Remained in community", "Emergency Department", "Other"]),
        ("Destination", ["Duke Regional Hospital", "Durham Center Access", "Home"]),
    ],
)
def test_what_departments_work_with_is_never_left_out(header, cells):
    assert why(header, cells) == ""


def test_a_persons_number_is_kept_to_be_hashed():
    assert why("Client ID", ["C1", "C2"]) == ""


def remarks(n):
    return [f"Spoke with neighbor {number} about it" for number in range(n)]


def test_short_remarks_under_a_header_of_labels_are_free_text():
    assert why("Disposition", remarks(20)) == "free text"


def test_labels_that_repeat_or_are_few_or_short_are_labels():
    assert why("Disposition", remarks(5) * 4) == ""
    assert why("Disposition", remarks(9)) == ""
    assert why("Disposition", [f"Code {n}" for n in range(20)]) == ""


def test_blocks_may_well_differ_from_call_to_call():
    assert why("Block address", [f"{n}00 block Main St" for n in range(20)]) == ""
