"""The glossary: one term, one meaning."""

from arp.words.tables import TABLES
from arp.words.terms import GLOSSARY


def test_a_term_is_explained_once_in_a_sentence():
    assert len({term.term for term in GLOSSARY}) == len(GLOSSARY)
    assert all(term.meaning.endswith(".") for term in GLOSSARY)


def test_the_clocks_of_a_call_are_all_in_the_glossary():
    explained = {code for term in GLOSSARY for code in term.code}
    assert set(TABLES["calls"].clocks) | {"answered_at"} <= explained
