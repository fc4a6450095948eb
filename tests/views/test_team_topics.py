"""The cards of teams: what a card shows together has one unit, and no card stands twice."""

import pytest

from arp.measures.registry import INDICATORS
from arp.views import team_topics
from arp.views.topics import Form

KINDS = {
    "in person": team_topics.IN_PERSON,
    "by phone": team_topics.PHONE,
    "with police": team_topics.WITH_POLICE,
    "follow-ups": team_topics.FOLLOW_UPS,
}
MOST_LINES = 3  # colors that lines have


@pytest.mark.parametrize("kind", KINDS)
def test_no_card_stands_twice_on_a_page(kind):
    keys = [topic.key for topic in KINDS[kind]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", KINDS)
def test_figures_in_one_chart_have_one_unit(kind):
    for topic in KINDS[kind]:
        units = {INDICATORS[key].unit for key in topic.names}
        assert len(units) == 1 or topic.form is Form.HARM, topic.key


@pytest.mark.parametrize("kind", KINDS)
def test_no_chart_has_more_lines_than_there_are_colors(kind):
    for topic in KINDS[kind]:
        assert topic.form is not Form.LINES or len(topic.names) <= MOST_LINES, topic.key


@pytest.mark.parametrize("kind", KINDS)
def test_names_beside_one_another_are_short_enough_to_be_read_whole(kind):
    beside = [topic for topic in KINDS[kind] if topic.form is Form.BESIDE]
    assert all(len(name) <= 34 for topic in beside for name in topic.names.values())


@pytest.mark.parametrize("kind", ["in person", "by phone", "with police"])
def test_every_figure_of_a_team_can_be_one_team_s_own(kind):
    for topic in KINDS[kind]:
        assert all(INDICATORS[key].of_a_team for key in topic.names), topic.key


def test_a_team_with_police_has_the_cards_of_one_in_person_but_diversion_and_back_up():
    in_person, with_police = (
        {topic.key for topic in KINDS[kind]} for kind in ("in person", "with police")
    )
    assert in_person - with_police == {
        "backup_requested_rate",
        "reviewed",
        "upgrade_rate",
        "diverted",
    }
