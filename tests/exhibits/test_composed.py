"""How a page is put together."""

import pandas as pd
import pytest

from arp.exhibits.composed import page, part_of, picked, section
from arp.exhibits.exhibit import Exhibit


def one(key="one"):
    frame = pd.DataFrame([{"indicator": "x", "status": "ok"}])
    return Exhibit(key=key, question="", finding="", readings=frame)


def whole(*statuses):
    rows = [(f"f{at}", status, "Upload it.") for at, status in enumerate(statuses)]
    return pd.DataFrame(rows, columns=["indicator", "status", "reason"])


@pytest.mark.parametrize(("asked", "taken"), [("b", "b"), ("", "a"), ("elsewhere", "a")])
def test_a_choice_that_is_no_option_takes_the_first(asked, taken):
    assert picked({"menu": asked}, "menu", ("a", "b")) == taken


def test_nothing_is_taken_where_there_are_no_options():
    assert picked({"menu": "a"}, "menu", ()) == ""


def test_a_section_leaves_out_what_is_not_there():
    assert [each.key for each in section((one(), None, one("two"))).exhibits] == ["one", "two"]


def test_sections_without_an_exhibit_are_no_sections(look):
    made = page(look, "home", "", "", (section(()), section((one(),), "Here")))
    assert [each.title for each in made.sections] == ["Here"]


def test_tiles_are_left_out_where_nothing_of_them_is_known(look):
    keys = ("f0", "f1")
    untold = page(look, "x", "", "", (), whole=whole("not measured", "not measured"), tiles=keys)
    assert untold.tiles == ()
    assert page(look, "x", "", "", (), whole=whole("ok", "not measured"), tiles=keys).tiles == keys


def test_the_parts_of_a_family_or_what_says_why_there_are_none():
    frame = pd.DataFrame(
        [("home", "ok"), (None, "ok"), (None, "not measured")], columns=["where_to", "status"]
    )
    assert part_of(frame, "where_to")["where_to"].tolist() == ["home"]
    assert part_of(frame.iloc[1:], "where_to")["status"].tolist() == ["not measured"]
    assert part_of(frame.iloc[1:], "elsewhere")["status"].tolist() == ["not measured"]
