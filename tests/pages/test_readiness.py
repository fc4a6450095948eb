"""Ready to expand?: the gates, what stands beneath them, and what cannot be told."""

import pytest
from streamlit.testing.v1 import AppTest

from arp.measures.studies.hours_of_week import ELIGIBLE, ON_DUTY
from tests.pages.conftest import APP, month_of_calls, opened, save, words

GATES = ("Safety", "Reliability", "Unmet demand", "Capacity", "Dispatch", "Follow-through", "Data")


@pytest.fixture
def sample(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)


@pytest.fixture
def program_only(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))


def test_every_gate_has_its_verdict_in_a_word_beside_its_icon(sample):
    shown = words(opened("readiness"))
    rows = {row.split("**")[1].rstrip("."): row for row in shown.splitlines() if "| **" in row}
    assert set(rows) == set(GATES)
    for row in rows.values():
        assert ":material/" in row
        assert any(f"**{verdict}**" in row for verdict in ("met", "not met", "cannot tell"))


def test_a_figure_without_a_target_says_so_and_leads_to_where_one_is_set(program_only):
    shown = words(opened("readiness"))
    assert "no target set" in shown
    assert "No target set: Response time (median)" in shown


def test_beneath_stand_the_calls_their_reasons_and_their_levers(sample):
    page = opened("readiness")
    shown = words(page)
    for question in ("Where do eligible calls go?", "Why are eligible calls missed?"):
        assert question in shown
    assert "Levers do not add up beyond this." in shown
    assert "What cannot be told yet" not in shown


def test_the_week_is_shown_as_demand_or_as_coverage(sample):
    page = opened("readiness")
    assert "The most eligible calls are missed on" in words(page)
    page.button_group(key="week").set_value(ON_DUTY.capitalize()).run()
    assert not page.exception
    assert "The most units are on duty on" in words(page)


def test_a_link_opens_the_week_as_it_was_shown(sample):
    app = AppTest.from_file(APP, default_timeout=180)
    app.query_params["week"] = ELIGIBLE.capitalize()
    page = app.switch_page("pages/readiness.py").run()
    assert "The most eligible calls come on" in words(page)


def test_what_only_the_program_s_own_calls_cannot_tell_says_what_to_upload(program_only):
    shown = words(opened("readiness"))
    assert "None of 7 gates can be told yet" in shown
    assert "What cannot be told yet" in shown
    gathered = next(line for line in shown.split("\n") if "Where do eligible calls go?" in line)
    assert "Why are eligible calls missed?" in gathered  # one reason for both, said once
    assert "the program's list of eligible call types" in shown


def test_presented_each_gate_is_a_screen_of_its_own(sample):
    app = AppTest.from_file(APP, default_timeout=180)
    app.query_params.update({"present": "1", "screen": "1"})
    page = app.switch_page("pages/readiness.py").run()
    assert [one.value for one in page.subheader] == ["Is the work safe for those who respond?"]
    assert not page.title
