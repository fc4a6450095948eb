"""A declared table as a blank sheet: which fields have a menu, and of which words."""

import pytest

from arp.views.export.declared_sheet import choices, vocabulary_name
from arp.words.settings import SECTIONS


@pytest.mark.parametrize(
    ("field", "menu", "words"),
    [
        ("teams.mode", "mode", True),
        ("teams.works_with_police", "yes or no", True),
        ("schedule.weekdays", "", False),  # several words: a menu would take one only
        ("teams.title", "", False),
    ],
)
def test_one_word_and_yes_or_no_are_chosen_from_a_menu(field, menu, words):
    section, _, name = field.partition(".")
    declared = SECTIONS[section].field(name)
    assert (vocabulary_name(declared), bool(choices(declared))) == (menu, words)


def test_a_menu_has_the_canonical_words_and_no_other_spelling():
    assert choices(SECTIONS["teams"].field("follows_up")) == ("Yes", "No")
    scope = SECTIONS["feeds"].field("scope")
    assert choices(scope) == scope.vocabulary.keys
