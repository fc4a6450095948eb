"""urgent_backup_rate and urgent_backup_reviewed."""

from tests.measures.drawn import reading

TEXT = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:10
    2               | 2026-01-05 08:00 | 08:10
    3               | 2026-01-05 08:00 | 08:10
    4               | 2026-01-05 08:00 | 08:10
    5               | 2026-01-05 08:00 |

    encounters from heart
    encounter_id | incident_number | backup_requested | backup_urgency
    a            | 1               | yes              | emergency
    b            | 2               | yes              | routine
    c            | 3               | no               |
    d            | 4               | yes              |
    e            | 5               | yes              | emergency
    """


def test_help_at_once_among_arrivals_of_which_the_record_says_whether() -> None:
    found = reading(TEXT, "urgent_backup_rate")
    # How urgent d was nobody says; nobody arrived at 5
    assert (found["numerator"], found["denominator"]) == (1, 3)


def test_without_back_up_columns_it_is_not_measured() -> None:
    text = TEXT.split("    encounters")[0]
    assert reading(text, "urgent_backup_rate")["status"] == "not measured"


def test_reviewed_among_the_requests_for_help_at_once() -> None:
    text = """
    encounters
    encounter_id | started_at | backup_requested | backup_urgency | backup_reviewed
    a            | 2026-01-05 | yes              | emergency      | yes
    b            | 2026-01-06 | yes              | emergency      | no
    c            | 2026-01-07 | yes              | emergency      |
    d            | 2026-01-08 | yes              | routine        | no
    """
    found = reading(text, "urgent_backup_reviewed")
    assert (found["numerator"], found["denominator"]) == (1, 2)
    assert found["reason"] == "1 more left out: it is not known for them."
