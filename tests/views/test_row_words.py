"""What the rows behind a number are called."""

from arp.views import row_words


def test_parts_of_a_figure_are_choices_in_words() -> None:
    groups = [{"month": "2026-01", "team": "CRT"}, {"hour_of_week": 113}, {}]
    assert row_words.groups_of(groups) == ["Jan 2026, Team: CRT", "Fri 5–6 PM", ""]
