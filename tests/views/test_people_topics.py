"""The people's page: in the order of what they need, each question once."""

from arp.measures.indicator import Better
from arp.measures.registry import INDICATORS
from arp.views import people_topics, topics
from arp.views.people_topics import SECTIONS
from arp.views.topics import Form

ALL = [topic for section in SECTIONS for topic in section.topics]


def test_the_needs_come_in_the_order_of_those_who_have_them():
    said = [section.question for section in SECTIONS]
    assert said[:4] == [
        "Were people reached, and treated safely?",
        "Did it end where they live?",
        "Were they connected to help?",
        "Did it hold?",
    ]


def test_no_card_stands_twice():
    keys = [topic.key for topic in ALL]
    assert len(keys) == len(set(keys))


def test_being_met_again_is_neither_good_nor_bad():
    (again,) = [topic for topic in ALL if "repeat_contact_30" in topic.names]
    assert again.note == people_topics.NEITHER
    ways = {INDICATORS[key].better for key in again.names if key in INDICATORS}
    assert ways == {Better.NEUTRAL}


def test_figures_in_one_chart_have_one_unit():
    for topic in ALL:
        units = {INDICATORS[key].unit for key in topic.names if key in INDICATORS}
        assert len(units) <= 1 or topic.form is Form.HARM, topic.key


def test_every_figure_of_the_title_is_also_a_tile_or_on_a_card():
    drawn = {*people_topics.TILES, *topics.figures(ALL)}
    assert set(people_topics.TITLE) <= drawn


def test_names_beside_one_another_are_short_enough_to_be_read_whole():
    beside = [topic for topic in ALL if topic.form is Form.BESIDE]
    assert all(len(name) <= 34 for topic in beside for name in topic.names.values())
