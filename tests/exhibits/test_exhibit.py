"""An exhibit and a page: told or not, hidden, their foot."""

from dataclasses import replace

import pandas as pd
import pytest

from arp.exhibits.exhibit import ALL_AGENCIES, Exhibit, Page, Section, names
from arp.measures.asked import Filters
from arp.measures.registry import INDICATORS


def readings(*statuses, **more):
    rows = [
        {"indicator": "response_p50", "value": 1.0, "status": status, "reason": "Upload it."}
        for status in statuses
    ]
    return pd.DataFrame(rows).assign(**more)


def exhibit(frame, **more):
    return Exhibit(key="one", question="How long?", finding="9 min.", readings=frame, **more)


def page(*exhibits, where=Filters()):
    return Page(
        name="home",
        answer="",
        proof="",
        whole=pd.DataFrame(),
        tiles=(),
        months={},
        said={},
        indicators=INDICATORS,
        sections=(Section(exhibits),),
        period="Jan–Jun 2026",
        as_of="Nov 3, 2026",
        where=where,
    )


@pytest.mark.parametrize(
    ("statuses", "told", "hidden"),
    [(["ok"], True, False), (["hidden", "ok"], True, False), (["hidden"], False, True)]
    + [(["too few"], False, False), (["not measured", "not mature"], False, False)],
)
def test_it_is_told_by_any_figure_and_hidden_only_by_all(statuses, told, hidden):
    one = exhibit(readings(*statuses))
    assert (one.told, one.hidden) == (told, hidden)


def test_a_foot_says_of_how_many_of_when_and_its_note():
    one = exhibit(readings("ok"), of="12 of 20", note="A model.")
    assert one.foot(page(one)) == "12 of 20 · Jan–Jun 2026 · data as of Nov 3, 2026. A model."


def test_a_note_about_figures_is_left_out_where_there_is_none():
    one = exhibit(readings("too few"), note="A model.")
    assert "A model." not in one.foot(page(one))


def test_a_foot_says_when_no_unit_is_known_to_be_the_program_s():
    one = exhibit(readings("ok", responder="all"))
    assert ALL_AGENCIES in one.foot(page(one))


def test_what_the_city_hides_is_on_no_page():
    hidden, other = exhibit(readings("hidden")), replace(exhibit(readings("ok")), key="two")
    assert [one.key for one in page(hidden, other).exhibits] == ["two"]
    assert page(hidden, other).named("one") is None


def test_questions_without_an_answer_stand_by_their_reason():
    one, other = exhibit(readings("not measured")), exhibit(readings("ok"))
    assert page(one, replace(other, question="How many?")).untold == {"Upload it.": ["How long?"]}


def test_the_part_of_the_program_is_said_in_words():
    assert page(where=Filters(team=("CRT",), area=("North", "East"))).part == "CRT, North and East"
    assert page().part == ""


def test_the_names_and_units_of_readings():
    found = names(readings("ok"), INDICATORS)
    entry = INDICATORS["response_p50"]
    assert found == {"response_p50": (entry.name, entry.unit)}
