import pyarrow as pa
import pytest

from arp.intake.recognition.content import content_of
from arp.intake.recognition.privacy import why_personal


def why(header, values):
    return why_personal(header, content_of(pa.array(values, pa.string())))


@pytest.mark.parametrize("header", ["Caller Name", "DOB", "phone_number", "Narrative", "SSN"])
def test_a_personal_header_is_enough(header):
    assert why(header, ["x"])


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["919-555-0101", "(919) 555-0102"], "telephone numbers"),
        (["a@x.org", "b@y.gov"], "e-mail addresses"),
        (["12 Elm St", "1407 N Oak Ave"], "exact addresses"),
        (["123-45-6789"], "Social Security numbers"),
        (["Doe, Jane", "Roe, John"], "names of people"),
    ],
)
def test_content_tells_where_the_header_does_not(cells, what):
    assert why("Field 7", cells) == what


def test_a_known_header_with_exact_addresses_is_left_out_all_the_same():
    assert why("Block address", ["12 Elm St", "1407 N Oak Ave"]) == "exact addresses"
    assert why("Block address", ["100 BLOCK MAIN ST", "2200 ROYAL HAVEN CE"]) == ""


def test_call_types_with_a_comma_are_no_names():
    assert why("Call type", ["Assault, Simple", "Person, Suspicious"]) == ""


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
