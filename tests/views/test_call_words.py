"""What the page of one call says."""

from typing import Any

import pytest

from arp.measures.one_call import OneCall, one_call
from arp.measures.registry import INDICATORS
from arp.views import call_words
from tests.measures.drawn import evidence
from tests.measures.test_one_call import TEXT


@pytest.fixture
def found() -> OneCall:
    call = one_call(evidence(TEXT), "0026")
    assert call is not None
    return call


def said(**known: Any) -> str:
    names = ("handled", "missed", "missed_why", "eligible", "response_minutes")
    call = {"incident_number": "7", **dict.fromkeys(names)} | {"response_minutes": float("nan")}
    return call_words.answer(call | known)


def test_the_title_says_what_became_of_the_call(found: OneCall) -> None:
    assert call_words.answer(found.call) == "Call 0026: handled by the program after 20.0 minutes"
    assert said(handled=True) == "Call 7: handled by the program"
    assert said(missed=True, missed_why="outside hours") == (
        "Call 7: eligible, but missed (outside hours)"
    )
    assert said(eligible=False) == "Call 7: on no team's list, and not handled by the program"
    assert said() == "Call 7: whether it was one for the program is not known"
    assert call_words.proof(found.call) == "Welfare, Jan 5, 2026, 9:00 AM."


def test_clocks_are_told_with_the_minutes_since_the_call_came_in(found: OneCall) -> None:
    rows = {row[0]: row[1:] for row in call_words.clocks(found.call).itertuples(index=False)}
    assert rows["First program unit on scene"] == ("Jan 5, 2026, 9:20 AM", "20.0 minutes")
    assert rows["First program unit en route"] == ("Not known", "")


def test_a_unit_of_no_team_is_named_by_its_agency(found: OneCall) -> None:
    assert list(call_words.units(found)["Team or agency"]) == ["CRT", "police"]


def test_contacts_stand_side_by_side(found: OneCall) -> None:
    rows = call_words.contacts(found).set_index("Contact")
    assert list(rows.loc["Encounter number"]) == ["a", "b"]
    assert list(rows.loc["Felt safe"]) == ["Not known", "Not known"]


def test_each_figure_says_if_the_call_counts_and_why(found: OneCall) -> None:
    counts = call_words.counts(found, INDICATORS)
    rows = {row[0]: row[1:3] for row in counts.itertuples(index=False)}
    assert rows["Eligible calls"] == ("Counts", "Eligible")
    assert rows["Declined the service, contact 2"][0] == "Counts"
    standing, why = rows["Declined the service, contact 1"]
    assert (standing, why) == ("Denominator only", "Contact result is not declined")
    assert rows["Calls diverted from police"][0] == "Left out"
