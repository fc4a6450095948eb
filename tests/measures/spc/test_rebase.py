import json

import pytest

from arp.measures.settings import Settings
from arp.measures.spc.rebase import marked_changes, rebase_months


def changes(*rows):
    return Settings(
        {
            "section": "changes",
            "name": words,
            "valid_from": None,
            "valid_to": None,
            "value": json.dumps({"change": words, "kind": kind, "changed_on": day, "team": team}),
        }
        for words, kind, day, team in rows
    ).entries("changes")


NAMED = changes(
    ("Whole city", "expansion", "2025-06-01", None),
    ("New codes", "code change", "2025-03-16", None),
    ("CoR nights", "reduction", "2025-01-05", "CoR"),
    ("A new director", "other", "2025-02-01", None),
)


def test_process_changes_start_segments_and_other_changes_do_not():
    assert rebase_months(NAMED) == ("2025-01", "2025-04", "2025-06")


def test_a_team_has_its_own_changes_and_those_of_all():
    assert rebase_months(NAMED, "CRT") == ("2025-04", "2025-06")
    assert rebase_months(NAMED, "CoR") == ("2025-01", "2025-04", "2025-06")


@pytest.mark.parametrize(
    ("day", "month"),
    [("2025-06-15", "2025-06"), ("2025-06-16", "2025-07"), ("2025-12-16", "2026-01")],
)
def test_a_segment_starts_with_the_first_month_mostly_under_the_new_state(day, month):
    assert rebase_months(changes(("More units", "launch", day, None))) == (month,)


def test_every_change_is_marked_in_the_month_it_came():
    assert marked_changes(NAMED) == (
        ("2025-01", "CoR nights"),
        ("2025-02", "A new director"),
        ("2025-03", "New codes"),
        ("2025-06", "Whole city"),
    )


def test_a_change_without_a_date_marks_nothing():
    assert marked_changes(changes(("Some day", "launch", None, None))) == ()
