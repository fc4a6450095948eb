import pyarrow as pa
import pytest

from arp.measures.facts.contacts import any_of
from tests.measures.drawn import answer, evidence

TEXT = """
    calls
    incident_number | area  | received_at
    1               | North | 2026-01-31 23:50

    encounters
    encounter_id | incident_number | team | started_at       | contact_result | destination
    late         | 1               | CRT  | 2026-02-01 00:30 | no contact     | jail
    early        | 1               | CRT  | 2026-02-01 00:10 | engaged        |
    alone        |                 | CRT  | 2026-02-01 00:10 | unknown        |
    """


@pytest.mark.parametrize(
    ("flags", "together"),
    [([False, None, True], True), ([False, None], None), ([False, False], False)],
)
def test_any_of_several_is_unknown_rather_than_no_while_one_is_not_known(flags, together) -> None:
    rows = pa.table({"flag": pa.array(flags, pa.bool_())})
    found = answer(lambda met: met.aggregate(any=any_of(met.flag)), met=rows)
    assert found == [{"any": together}]


def test_a_linked_encounter_is_counted_in_the_month_and_area_of_its_call() -> None:
    asked = evidence(TEXT).ask("SELECT encounter_id, linked, month, area FROM encounters")
    found = {row[0]: row[1:3] for row in asked.itertuples(index=False)}
    assert found["late"] == (True, "2026-01")
    assert found["alone"] == (False, "2026-02")
    assert set(asked["area"].dropna()) == {"North"}


def test_an_unknown_result_is_no_result_and_what_was_said_first_ends_the_call() -> None:
    result = evidence(TEXT).ask("SELECT contact_made FROM encounters WHERE encounter_id = 'alone'")
    assert result["contact_made"].isna().all()
    call = evidence(TEXT).ask("SELECT contact_made, contact_result, destination FROM calls")
    assert list(call.iloc[0]) == [True, "engaged", "jail"]
