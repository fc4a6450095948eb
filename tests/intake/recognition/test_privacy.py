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
