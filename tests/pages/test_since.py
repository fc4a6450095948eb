"""Home's news: signals and gates since last month, and what is due."""

import pytest

from tests.pages.conftest import month_of_calls, opened, save, words


@pytest.fixture
def one_month(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))


def test_where_no_month_is_over_nothing_is_said_to_have_changed(one_month):
    shown = words(opened("home"))  # the calls end on October 28
    assert "What changed since last month?" in shown
    assert "No month is over yet in what is shown." in shown


def test_of_a_month_without_data_it_is_said_that_there_is_none(one_month, tmp_path):
    october = month_of_calls(faults=False)
    july = october.replace(b",10/", b",07/").replace(b"26-", b"25-")
    save(tmp_path / "lake", "July 2026.csv", july)
    shown = words(opened("home"))
    assert "No data of Sep 2026 is here yet." in shown
    assert "No gate changed since" not in shown


def test_with_few_months_no_figure_is_called_a_change(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    shown = words(opened("home"))
    assert "can be told from noise yet: too few months." in shown
    assert "gate" in shown.lower()
