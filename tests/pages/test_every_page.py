"""Every page in every state: no exception, one title, and the words that state needs."""

import pytest

from tests.pages.conftest import PAGES, opened, words

ALWAYS = {
    "upload": "Nothing is saved until you press",
    "settings": "What holds for the whole program",
    "definitions": "What each figure means",
}
WITH_DATA = {
    "home": "What is in, and what is due?",
    "readiness": "What speaks for it, and what against?",
    "functioning": "Did anybody come to harm, and how long ago?",
    "people": "Did anybody who was met come to harm?",
    "system": "How many police hours may the program free?",
    "teams": "team",
    "response_times": "Who waits longest, by call type?",
    "contacts": "Was the person reached?",
    "review": "Bring charts to a review",
    "data": "Which months are here?",
    "call": "Type an incident number",
} | ALWAYS


@pytest.mark.parametrize("name", PAGES)
def test_a_page_draws_whatever_the_lake_holds(lake, name):
    page = opened(name)
    assert not page.exception
    assert len(page.title) == 1
    if lake == "no data" and name not in ALWAYS:
        assert page.title[0].value == "Nothing is uploaded yet"
    else:
        assert WITH_DATA[name] in words(page)
