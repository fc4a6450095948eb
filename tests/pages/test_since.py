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


def test_with_few_months_no_figure_is_called_a_change(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    shown = words(opened("home"))
    assert "can be told from noise yet: too few months." in shown
    assert "gate" in shown.lower()
