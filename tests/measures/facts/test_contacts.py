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


def test_contacts_are_in_the_order_of_their_starts_over_midnight_and_undated_ones_come_last() -> (
    None
):
    text = """
    encounters
    encounter_id | team | started_at
    after        | CRT  | 2026-02-01 00:00
    before       | CRT  | 2026-01-31 23:59
    twin         | CRT  | 2026-02-01 00:00
    twin         | CRT  | 2026-02-01 00:00
    once         | CRT  | 1969-12-31 23:59
    later once   | CRT  | 1970-01-01 00:00
    undated      | CRT  |
    also undated | CRT  |
    """
    found = evidence(text).ask("SELECT encounter_id, position FROM encounters ORDER BY position")
    assert list(found["encounter_id"]) == [
        *("once", "later once", "before", "after", "twin", "twin", "also undated", "undated"),
    ]
    assert found["position"].is_unique


def test_back_up_of_a_call_is_what_teams_that_work_without_police_say() -> None:
    text = """
    teams
    team | mode      | works_with_police | follows_up
    CoR  | in person | yes               | no

    calls
    incident_number | received_at
    both            | 2026-01-05 08:00
    joint           | 2026-01-05 08:00
    urgent          | 2026-01-05 08:00
    alone           | 2026-01-05 08:00

    encounters
    incident_number | team | backup_requested | backup_agency | backup_urgency | police_role
    both            | CRT  | no               |               |                |
    both            | CoR  | yes              | police        | routine        |
    joint           | CoR  | yes              | police        | routine        |
    urgent          | CRT  | yes              | ems           | emergency      | took over
    """
    asked = "SELECT incident_number, {} AS fact FROM calls"

    def told(fact: str) -> dict[str, bool | None]:
        found = evidence(text).ask(asked.format(fact))
        facts = found["fact"].astype(object).where(found["fact"].notna(), None)
        return dict(zip(found["incident_number"], facts, strict=True))

    unsaid = {"joint": None, "alone": None}
    assert told("backup_police") == {"both": False, "urgent": False, **unsaid}
    assert told("backup_other") == {"both": False, "urgent": True, **unsaid}
    assert told("backup_urgent") == {"both": False, "joint": False, "urgent": True, "alone": None}
    assert told("police_took_over") == {"both": None, "joint": None, "urgent": True, "alone": None}
    assert told("encounters_n") == {"both": 2, "joint": 1, "urgent": 1, "alone": None}
