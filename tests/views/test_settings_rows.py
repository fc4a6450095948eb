"""Settings as people see and type them."""

from datetime import date

from arp.views.settings_rows import (
    as_typed,
    by_section,
    name_of,
    names_in,
    printed,
    table,
    with_lines,
)
from arp.words.settings import SECTIONS

BLANK = {"valid_from": None, "valid_to": None, "set_by": None, "why": None}


def stored(section, name, value, **days):
    return BLANK | {"section": section, "name": name, "value": value} | days


def test_lines_stand_by_name_and_first_day():
    lines = by_section(
        [
            stored("teams", "CRT", '{"team": "CRT"}', valid_from=date(2026, 1, 1)),
            stored("teams", "CRT", '{"team": "CRT"}'),
            stored("teams", "CCD", '{"team": "CCD"}'),
        ]
    )["teams"]
    assert lines == [
        {"team": "CCD"},
        {"team": "CRT"},
        {"team": "CRT", "valid_from": date(2026, 1, 1)},
    ]


def test_yes_and_no_are_words_dates_are_dates_and_the_unknown_is_left_out():
    teams, holidays = SECTIONS["teams"], SECTIONS["holidays"]
    assert as_typed(teams, {"team": "CRT", "works_with_police": False, "follows_up": None}) == {
        "team": "CRT",
        "works_with_police": "No",
    }
    assert as_typed(holidays, {"day": "2026-07-04"}) == {"day": date(2026, 7, 4)}


def test_a_table_has_the_declared_titles_whether_or_not_it_has_lines():
    blank = table(SECTIONS["areas"], [])
    assert list(blank) == [
        *("Name in the data", "Area", "In the jurisdiction"),
        *("Valid from", "Valid to", "Set by", "Why"),
    ]
    filled = table(SECTIONS["feeds"], [{"feed": "cad", "due_day": 5}, {"feed": "records"}])
    assert filled["Feed"].tolist() == ["cad", "records"]
    assert filled["Due day"].isna().tolist() == [False, True]


def test_lines_taken_over_stand_at_the_end_and_are_known_by_name():
    eligibility = SECTIONS["eligibility"]
    begun = table(eligibility, [{"team": "CRT", "call_type": "Trespass"}])
    further = with_lines(eligibility, begun, [{"team": "CRT", "call_type": "Welfare check"}])
    assert further["Call type"].tolist() == ["Trespass", "Welfare check"]
    assert names_in(eligibility, further) == {"CRT · Trespass", "CRT · Welfare check"}
    assert name_of(eligibility, {"team": "CRT", "call_type": "Trespass"}) == "CRT · Trespass"


def test_print_has_only_columns_that_say_something():
    shown = printed(SECTIONS["holidays"], [{"day": date(2026, 7, 4)}])
    assert shown.to_dict("list") == {"Day": ["Jul 4, 2026"]}
    blank = printed(SECTIONS["feeds"], [{"feed": "cad", "owner": "911"}, {"feed": "records"}])
    assert blank["Owner"].tolist() == ["911", ""]


def test_a_target_of_none_is_printed_as_nought_and_a_share_as_it_is_typed():
    targets = [{"indicator": "a", "target": 0.0}, {"indicator": "b", "target": 0.95}]
    assert printed(SECTIONS["targets"], targets)["Target"].tolist() == ["0", "0.95"]
