"""The city's own figures stand at the end of the page whose question they answer."""

from dataclasses import replace

from arp.exhibits import own
from arp.measures.indicator import Question
from arp.measures.own import Registry
from arp.measures.registry import INDICATORS


def look_with(look, monkeypatch, **added):
    """A look whose city added some declared indicators under keys of its own."""
    registry = Registry({**INDICATORS, **added}, added=tuple(added))
    monkeypatch.setattr(type(look), "registry", property(lambda _: registry))
    return look


def test_without_any_there_is_no_section(look, monkeypatch):
    look_with(look, monkeypatch)
    assert not own.section(look, Question.FUNCTIONING).exhibits


def test_one_stands_with_its_name_and_caveat_where_its_question_is(look, monkeypatch):
    entry = INDICATORS["program_responses"]
    mine = replace(entry, name="Ours", caveat="Counted by us.")
    seen = look_with(look, monkeypatch, program_responses=mine)
    (one,) = own.section(seen, entry.question).exhibits
    assert one.question == "Ours"
    assert "Counted by us." in one.note
    assert one.told
    others = set(Question) - {entry.question}
    assert not any(own.section(seen, question).exhibits for question in others)
