import pyarrow as pa
import pytest

from arp.measures.facts.grounds import no_if, no_where
from tests.measures.drawn import answer, evidence, facts

TEXT = """
    units
    unit | team | agency
    CRT* | CRT  |
    P*   |      | police

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-06 08:00
    3               | 2026-02-05 08:00
    4               |

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:15
    """


def test_silence_is_no_only_where_it_would_have_been_told() -> None:
    told = pa.table({"told": pa.array([True, False, None])})
    found = answer(lambda rows: rows.select(no=no_where(rows.told)), rows=told)
    assert [row["no"] for row in found] == [False, None, None]
    found = answer(lambda rows: rows.select(said=no_if(True), unsaid=no_if(False)), rows=told)
    assert found[0] == {"said": False, "unsaid": None}


@pytest.mark.parametrize(
    ("number", "handled"), [("1", True), ("2", False), ("3", None), ("4", None)]
)
def test_that_nobody_came_is_known_in_the_months_of_which_units_are_recorded(
    number: str, handled: bool | None
) -> None:
    assert facts(TEXT, "calls", "handled", "routed")[number] == (handled, handled)


def test_a_teams_own_sheet_tells_of_its_month_whether_the_team_came() -> None:
    text = """
    feeds
    feed | scope
    cad  | program

    teams
    team | mode
    CRT  | in person

    calls
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:10
    2               | 2026-02-05 08:00 |
    """
    assert evidence(text).program_months == {"2026-01", "2026-02"}
    assert facts(text, "calls", "handled") == {"1": True, "2": False}
