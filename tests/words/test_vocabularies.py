"""The vocabularies: closed, without contradictions, and reading what real files write."""

from collections import Counter

import pytest

from arp.words.grammar import Vocabulary
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES
from arp.words.vocabularies import AGENCY, CONTACT_RESULT, DESTINATION, VOCABULARIES, YES_NO


def plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def word_for(vocabulary: Vocabulary, text: str) -> str | None:
    for word in vocabulary.words:
        if plain(text) in map(plain, (word.key, *word.spellings)):
            return word.key
    return None


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_a_spelling_belongs_to_one_word_and_is_listed_once(vocabulary):
    spellings = [plain(s) for word in vocabulary.words for s in (word.key, *word.spellings)]
    assert [spelling for spelling, n in Counter(spellings).items() if n > 1] == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_every_word_is_explained_and_can_be_stored_among_several(vocabulary):
    assert len(set(vocabulary.keys)) == len(vocabulary.words) > 1
    for word in vocabulary.words:
        assert word.meaning
        assert ";" not in word.key  # several words are stored joined by "; "


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_a_spelling_has_letters_or_digits_so_a_dash_means_nothing(vocabulary):
    assert all(plain(s) for word in vocabulary.words for s in (word.key, *word.spellings))


def test_every_vocabulary_of_a_field_is_listed_and_every_listed_one_is_used():
    tables = [*TABLES.values(), *SECTIONS.values()]
    used = {field.vocabulary.name for t in tables for field in t.fields if field.vocabulary}
    assert used | {YES_NO.name} == {vocabulary.name for vocabulary in VOCABULARIES}


LANE_COUNTY_CONTACTS = {
    "Engaged Client": "engaged",
    "Engaged client": "engaged",
    "Unable to Locate": "no contact",
    "Unable to locate client": "no contact",
    "Refused": "declined",
    "Client declined to engage": "declined",
    "Client declined  to engage": "declined",
    "Cancelled": "canceled en route",
    "Dispatch canceled before arrival": "canceled en route",
    "No contact due to safety concern": "unsafe",
    "Other": "other",
}
LANE_COUNTY_DESTINATIONS = {
    "Remained in community": "stayed in the community",
    "Emergency Department": "hospital, voluntary",
    "Sobering/Detox Facility": "crisis center, sobering or respite",
    "Sobering or Detox Facility": "crisis center, sobering or respite",
    "Crisis walk-in Center": "crisis center, sobering or respite",
    "Respite": "crisis center, sobering or respite",
    "Arrest": "jail",
    "Other": "other",
}


@pytest.mark.parametrize(("label", "word"), LANE_COUNTY_CONTACTS.items())
def test_contact_labels_of_a_real_file_are_read(label, word):
    assert word_for(CONTACT_RESULT, label) == word


@pytest.mark.parametrize(("label", "word"), LANE_COUNTY_DESTINATIONS.items())
def test_outcome_labels_of_a_real_file_are_read(label, word):
    assert word_for(DESTINATION, label) == word


@pytest.mark.parametrize(
    ("code", "word"),
    {
        "GOA": "no contact",
        "UTL": "no contact",
        "CAN": "canceled en route",
        "HAN": "engaged",
    }.items(),
)
def test_dispatch_codes_are_read(code, word):
    assert word_for(CONTACT_RESULT, code) == word


def test_an_arrest_code_leads_to_jail():
    assert word_for(DESTINATION, "ARR") == "jail"


@pytest.mark.parametrize("blankish", ["None", "NA", "null", "N/A"])
def test_what_may_mean_a_blank_is_neither_yes_nor_no(blankish):
    assert word_for(YES_NO, blankish) is None


def test_a_joint_fire_and_ems_agency_is_not_guessed():
    assert word_for(AGENCY, "Fire/EMS") is None
