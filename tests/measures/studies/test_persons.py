import pyarrow as pa

from arp.measures.studies.persons import people_served
from tests.measures.drawn import answer

ROWS = [
    ("CRT", True, "ann"),
    ("CRT", True, "ann"),
    ("CRT", True, None),
    ("CRT", False, "ben"),
    ("CoR", None, "ann"),
    (None, True, "carl"),
]
MET = pa.table(
    {
        "team": [team for team, _, _ in ROWS],
        "contact_made": [reached for _, reached, _ in ROWS],
        "person_key": [person for _, _, person in ROWS],
    }
)


def test_different_people_by_group_and_how_many_contacts_do_not_say_who() -> None:
    found = answer(lambda met: people_served(met, ["team"]), met=MET)
    told = {row["team"]: (row["value"], row["unknown_n"]) for row in found}
    assert told == {"CRT": (1, 1), "CoR": (0, 1), "unknown": (1, 0)}


def test_nobody_at_all_is_not_known_where_some_do_not_say() -> None:
    found = answer(lambda met: people_served(met, ["team"]), met=MET)
    assert {row["team"] for row in found if row["unmeasured"]} == {"CoR"}
    gone = MET.slice(3, 1)
    (whole,) = answer(lambda met: people_served(met, []), met=gone)
    assert (whole["value"], whole["unmeasured"]) == (0, None)
