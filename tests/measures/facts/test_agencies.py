import pytest

from tests.measures.drawn import facts

TEXT = """
    units
    unit | team | agency
    CRT* | CRT  |
    P*   |      | police
    M*   |      | ems

    calls
    incident_number | received_at      | queued_at
    police          | 2026-01-05 08:00 | 08:02
    not arrived     | 2026-01-05 08:00 |
    no button       | 2026-01-05 08:00 |
    program         | 2026-01-05 08:00 |
    somebody        | 2026-01-05 08:00 |
    somebody sent   | 2026-01-05 08:00 |
    nobody          | 2026-01-05 08:00 |
    next month      | 2026-02-05 08:00 |

    calls from heart
    incident_number | received_at
    unknown to CAD  | 2026-01-05 08:00

    feeds
    feed  | scope
    heart | program

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at | self_assigned
    police          | P2      | 2026-01-05 08:10 | 08:30       | 08:40      | no
    police          | P1      | 2026-01-05 08:04 | 08:20       | 08:50      | no
    police          | M1      | 2026-01-05 08:03 |             | 08:10      | no
    not arrived     | P1      | 2026-01-05 09:00 |             |            | no
    no button       | P1      |                  | 2026-01-05 09:10 |       | yes
    program         | CRT1    | 2026-01-05 09:00 | 09:10       | 09:20      | yes
    somebody        | X1      | 2026-01-05 09:00 | 09:10       | 09:20      | yes
    somebody sent   | X1      | 2026-01-05 09:00 |             | 09:20      |
    next month      | CRT1    | 2026-02-05 09:00 | 09:10       | 09:20      | no
    """


@pytest.mark.parametrize(
    ("number", "dispatched", "arrived"),
    [
        ("police", True, True),
        ("not arrived", True, False),
        ("no button", True, True),
        ("program", False, False),
        ("somebody", None, None),
        ("somebody sent", None, False),
        ("nobody", False, False),
        ("next month", None, None),
        ("unknown to CAD", None, None),
    ],
)
def test_whether_police_came_is_known_where_units_of_the_police_are_recorded(
    number: str, dispatched: bool | None, arrived: bool | None
) -> None:
    found = facts(TEXT, "calls", "police_dispatched", "police_arrived")[number]
    assert found == (dispatched, arrived)


def test_an_agency_of_which_no_feed_holds_a_unit_is_unknown_on_every_call() -> None:
    assert set(facts(TEXT, "calls", "fire_dispatched", "fire_arrived").values()) == {(None, None)}
    assert facts(TEXT, "calls", "ems_dispatched", "ems_arrived")["police"] == (True, False)


def test_police_intervals_are_those_of_the_first_unit_and_their_minutes_those_of_all() -> None:
    columns = ("police_queue_minutes", "police_response_minutes", "police_minutes")
    found = facts(TEXT, "calls", *columns)
    assert found["police"] == (2, 20, 30 + 46)
    assert found["program"] == (None, None, 0)
    assert found["not arrived"] == (None, None, None)  # sent, but nobody knows for how long
    assert found["somebody"] == (None, None, None)


def test_a_program_only_feed_knows_nothing_of_other_agencies() -> None:
    text = """
    feeds
    feed | scope
    cad  | program

    calls
    incident_number | received_at      | dispatched_at | on_scene_at
    1               | 2026-01-05 08:00 | 08:02         | 08:10
    """
    told = ("police_dispatched", "ems_arrived", "police_minutes", "joint_scene", "upgraded")
    assert facts(text, "calls", *told)["1"] == (None,) * len(told)
