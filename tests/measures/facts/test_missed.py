import pytest

from tests.measures.drawn import facts

SETTINGS = """
    teams
    team | mode
    CRT  | in person
    CCD  | phone

    units
    unit | team | agency
    CRT* | CRT  |
    CCD* | CCD  |
    P*   |      | police

    eligibility
    team | call_type
    CRT  | Trespass
    CRT  | Suicide
    CCD  | Suicide

    schedule
    team | area  | weekdays        | starts | ends  | units | valid_from
    CRT  | North | Monday          | 08:00  | 16:00 | 1     | 2026-01-05
    CCD  |       | Monday; Tuesday | 10:00  | 20:00 | 1     | 2026-01-05
    """
TEXT = (
    SETTINGS
    + """
    calls
    incident_number | call_type_initial | area  | canceled | queued_at
    handled         | Trespass          | North |          | 2026-01-05 08:00
    busy            | Trespass          | North |          | 2026-01-05 08:30
    just cleared    | Trespass          | North |          | 2026-01-05 09:00
    at the end      | Trespass          | North |          | 2026-01-05 16:00
    wrong day       | Trespass          | North |          | 2026-01-06 08:00
    area            | Trespass          | South |          | 2026-01-05 09:30
    area and units  | Trespass          | South |          | 2026-01-05 08:30
    area and hours  | Trespass          | South |          | 2026-01-05 07:00
    before it all   | Trespass          | North |          | 2026-01-04 09:00
    canceled        | Trespass          | North | yes      | 2026-01-05 08:30
    canceled late   | Trespass          | North | yes      | 2026-01-05 12:00
    recalled        | Trespass          | North |          | 2026-01-05 13:00
    declined        | Trespass          | North |          | 2026-01-05 14:00
    police took it  | Trespass          | North |          | 2026-01-05 14:30
    police sent     | Trespass          | North |          | 2026-01-05 14:30
    not eligible    | Theft             | North |          | 2026-01-05 14:30
    other team      | Suicide           | North |          | 2026-01-05 15:00
    one team there  | Suicide           | South |          | 2026-01-05 15:30
    nobody there    | Suicide           | South |          | 2026-01-05 09:30
    no area         | Trespass          |       |          | 2026-01-05 09:30
    no area at night | Trespass         |       |          | 2026-01-05 20:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at | self_assigned
    handled         | CRT1    | 2026-01-05 08:05 | 08:15       | 09:00      |
    canceled late   | P1      | 2026-01-05 12:05 |             | 12:10      | no
    recalled        | CRT1    | 2026-01-05 13:05 |             | 13:15      |
    police took it  | P1      | 2026-01-05 14:31 | 14:32       | 14:40      | yes
    police sent     | P1      | 2026-01-05 14:31 | 14:32       | 14:40      | no
    other team      | CCD1    | 2026-01-05 15:01 |             | 15:20      |

    unit_responses
    incident_number | unit_id | cleared_at       | declined_reason
    declined        | CRT1    | 2026-01-05 14:05 | On break
    """
)
WHY = {
    "handled": (None, None),
    "busy": ("all units busy", "more units"),
    "just cleared": ("not routed", "better routing"),
    "at the end": ("outside hours", "more hours"),
    "wrong day": ("outside hours", "more hours"),
    "area": ("outside area", "more area"),
    "area and units": ("outside area", "two or more levers"),
    "area and hours": ("outside area", "two or more levers"),
    "before it all": ("outside area", "two or more levers"),
    "canceled": ("canceled before dispatch", None),
    "canceled late": ("not routed", "better routing"),
    "recalled": ("sent, did not arrive", None),
    "declined": ("declined", None),
    "police took it": ("self-assigned", None),
    "police sent": ("not routed", "better routing"),
    "not eligible": (None, None),
    "other team": (None, None),
    "one team there": ("not routed", "better routing"),
    "nobody there": ("outside hours", "more hours"),
    "no area": ("cannot tell", None),
    "no area at night": ("outside hours", None),  # nobody knows whether the area is served
}


@pytest.mark.parametrize("number", WHY)
def test_the_first_reason_that_fits_and_the_lever_that_alone_would_have_reached_the_call(
    number: str,
) -> None:
    assert facts(TEXT, "calls", "missed_why", "lever")[number] == WHY[number]


def test_a_team_missed_a_call_for_its_own_reason_and_none_that_another_team_handled() -> None:
    found = facts(TEXT, "call_teams", "missed", "missed_why", "handled_by_other")
    assert found["other team", "CRT"] == (False, None, True)
    assert found["other team", "CCD"] == (False, None, False)
    assert found["one team there", "CRT"] == (True, "outside area", False)
    assert found["one team there", "CCD"] == (True, "not routed", False)


def test_each_reason_is_a_flag_of_its_own_whatever_comes_before_it() -> None:
    flags = ("missed_canceled", "missed_all_busy", "missed_outside_hours", "missed_cannot_tell")
    found = facts(TEXT, "calls", *flags)
    assert found["canceled"] == (True, True, False, False)
    assert found["area and units"] == (None, True, False, False)
    assert found["area and hours"] == (None, False, True, False)
    assert found["not eligible"] == found["handled"] == (False, False, False, False)


def test_a_unit_that_is_free_elsewhere_is_no_routing_that_failed() -> None:
    assert facts(TEXT, "calls", "missed_not_routed")["area"] is False


def test_what_no_feed_records_is_no_reason_and_not_denied() -> None:
    unrecorded = TEXT.replace("| On break", "|").replace("| yes\n", "|\n", 1)
    unrecorded = unrecorded.replace("| no\n", "|\n")
    columns = ("missed_declined", "missed_self_assigned", "missed_why")
    found = facts(unrecorded, "calls", *columns)
    assert found["declined"] == (None, False, "not routed")  # the only unit was a team's
    assert found["police took it"] == (None, None, "not routed")
    recorded = facts(TEXT, "calls", *columns)
    assert recorded["busy"] == (False, False, "all units busy")


def test_without_a_schedule_or_units_nobody_can_tell_why_a_call_was_missed() -> None:
    schedule = TEXT[TEXT.index("    schedule") : TEXT.index("    calls")]
    found = facts(TEXT.replace(schedule, ""), "calls", "missed_why", "missed_cannot_tell", "lever")
    assert found["busy"] == ("cannot tell", True, None)
    assert found["recalled"] == ("sent, did not arrive", False, None)
    units = TEXT[TEXT.index("    unit_responses") :]
    without = facts(TEXT.replace(units, ""), "calls", "handled", "missed", "missed_why", "lever")
    assert set(without.values()) == {(None, None, None, None), (None, False, None, None)}
