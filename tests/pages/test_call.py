"""One call's page: found by its number, told in full, and honest where there is none."""

import pytest

from tests.pages.conftest import opened, words


@pytest.fixture
def city(small_sample_lake, tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)


@pytest.fixture
def number(small_sample_lake):
    """A call with a contact of the program."""
    from arp.lake.lake import Lake

    rows = Lake(small_sample_lake).snapshot().read("encounters").to_pylist()
    return next(row["incident_number"] for row in rows if row["incident_number"])


def test_a_number_opens_its_call(city, number):
    page = opened("call")
    page.text_input[0].set_value(number).run()
    assert page.title[0].value.startswith("Call ")
    told = words(page)
    for part in ("When did what happen?", "Who came?", "In which figures does it count?"):
        assert part in told
    assert "Encounter number" in told


def test_a_number_that_is_nowhere_says_so(city):
    page = opened("call")
    page.text_input[0].set_value("0000").run()
    assert page.title[0].value == "There is no such call"
    assert "exactly as they were uploaded" in words(page)


def test_figures_can_be_listed_by_whether_the_call_counts(city, number):
    page = opened("call")
    page.text_input[0].set_value(number).run()
    assert "Program responses" in words(page)
    page.segmented_control[0].set_value("Left out").run()
    assert "Program responses" not in words(page)
    assert "Eligible calls we missed, by reason" in words(page)
