import pyarrow as pa
import pytest

from arp.measures.facts.arrests import made_on_call, recorded
from tests.measures.drawn import answer


def read(dispositions: list[str | None]) -> list[bool | None]:
    rows = pa.table({"disposition": pa.array(dispositions, pa.string())})
    found = answer(lambda calls: calls.select(made=recorded(calls.disposition)), calls=rows)
    return [row["made"] for row in found]


def test_words_of_an_arrest_are_read_whatever_their_case_and_a_blank_is_unknown() -> None:
    assert read(["ARR", " arrest made ", "jail", "Report", None]) == [True, True, True, False, None]


def test_a_feed_that_never_says_arrest_tells_of_none() -> None:
    assert read(["Code 2 Transport", "Fire", None]) == [None, None, None]


@pytest.mark.parametrize(
    ("dispatch", "contact", "found"),
    [
        (True, None, True),
        (False, True, True),
        (False, False, False),
        (False, None, False),
        (None, True, None),  # contacts alone know only the program's calls
        (None, None, None),
    ],
)
def test_a_contact_adds_an_arrest_to_what_dispatch_says(
    dispatch: bool | None, contact: bool | None, found: bool | None
) -> None:
    flags = {"arrest_recorded": dispatch, "arrested": contact}
    rows = pa.table({name: pa.array([flag], pa.bool_()) for name, flag in flags.items()})
    (row,) = answer(lambda calls: calls.select(made=made_on_call(calls)), calls=rows)
    assert row["made"] is found
