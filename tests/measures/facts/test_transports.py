import pyarrow as pa
import pytest

from arp.measures.facts.transports import recorded
from tests.measures.drawn import answer


def said(*dispositions: str | None) -> list[bool | None]:
    rows = pa.table({"disposition": pa.array(dispositions, pa.string())})
    found = answer(lambda rows: rows.select(said=recorded(rows.disposition)), rows=rows)
    return [row["said"] for row in found]


@pytest.mark.parametrize(
    ("disposition", "taken"),
    [
        ("Code 2 Transport", True),
        ("TRANSPORTED", True),
        ("EMS transport", True),
        ("Patient Declined Transport", False),
        ("No transport", False),
        ("Refused transport", False),
        ("Transportation complaint", False),
        ("Gone on Arrival", False),
        (None, None),
    ],
)
def test_a_disposition_tells_of_a_transport_in_its_own_words(
    disposition: str | None, taken: bool | None
) -> None:
    assert said(disposition, "Transport")[0] is taken


def test_a_feed_that_never_tells_of_one_tells_of_none() -> None:
    assert said("HAN", "GOA", "No transport") == [None, None, None]
