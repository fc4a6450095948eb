"""The files of a card: what may leave the department, and what stays."""

from math import isnan

import pytest
from streamlit.testing.v1 import AppTest

from arp.measures.indicator import About
from arp.measures.registry import INDICATORS
from arp.views.withheld_words import INSIDE_ONLY
from pages import _card, _numbers
from tests.pages.conftest import APP, words

RULE = "Counts about people are rounded to 5"


@pytest.fixture
def files(tmp_path, monkeypatch, small_sample_lake):
    """What each card hands out, by the name of its files; every card's numbers lie open."""
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    handed_out = {}
    made = _numbers._files

    def files(key, said, readings, drawing, indicators):
        handed_out[key] = said, readings
        made(key, said, readings, drawing, indicators)

    monkeypatch.setattr(_numbers, "_files", files)
    monkeypatch.setattr(_card, "_behind", _numbers.draw)
    return handed_out


def opened(name):
    """A page with every picture of its cards drawn, which takes its time."""
    return AppTest.from_file(APP, default_timeout=300).switch_page(f"pages/{name}.py").run()


def people_of(readings):
    return readings[[INDICATORS[key].about is About.PEOPLE for key in readings["indicator"]]]


@pytest.mark.parametrize("name", ["contacts", "people"])
def test_no_file_that_may_leave_tells_more_than_the_rule_allows(files, name):
    page = opened(name)
    assert not page.exception
    about_people = {key: told for key, told in files.items() if len(people_of(told[1]))}
    assert about_people
    for (_, finding, foot), readings in about_people.values():
        assert finding.startswith(RULE)
        assert " of " not in foot.partition(" · ")[0]
        for count in people_of(readings)[["n", "numerator"]].to_numpy().ravel():
            assert isnan(count) or (count % 5 == 0 and (count == 0 or count >= 15))
    told = [row for _, readings in about_people.values() for row in readings["status"]]
    assert "ok" in told


def test_what_stays_inside_is_what_is_seen_and_says_so_in_its_name(files):
    page = opened("contacts")
    page.toggle(key="outside-contact_result").set_value(False).run()
    (_, finding, _), readings = files["contact_result_inside"]
    assert finding.startswith("Most often: ")
    assert any(count % 5 for count in readings["numerator"].dropna())
    assert INSIDE_ONLY.split(":")[0] in words(page)


def test_a_card_about_the_service_asks_nothing(files):
    page = opened("response_times")
    assert not page.exception
    assert not page.toggle
    assert all(not finding.startswith(RULE) for (_, finding, _), _ in files.values())
