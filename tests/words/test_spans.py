"""Spans lead from one clock of a call to a later one."""

import pytest

from arp.words.grammar import Kind
from arp.words.spans import SPANS
from arp.words.tables import TABLES

IN_TURN = ("received_at", "queued_at", "dispatched_at", "en_route_at", "on_scene_at", "cleared_at")


@pytest.mark.parametrize("span", SPANS, ids=lambda span: span.name)
def test_a_span_leads_to_a_later_clock_of_the_calls(span):
    clocks = {field.name for field in TABLES["calls"].fields if field.kind is Kind.TIMESTAMP}
    assert {span.since, span.gives} <= clocks
    assert IN_TURN.index(span.since) < IN_TURN.index(span.gives)


@pytest.mark.parametrize("span", SPANS, ids=lambda span: span.name)
def test_a_span_has_the_unit_of_its_name_and_is_never_stored(span):
    assert span.unit in ("seconds", "minutes")
    assert span.name.endswith(f"_{span.unit}")
    assert not span.stored


def test_two_spans_in_one_unit_do_not_say_the_same():
    told = [(span.since, span.gives, span.unit) for span in SPANS]
    assert len(told) == len(set(told))


def test_every_span_is_a_field_of_the_calls_and_says_from_when_to_when():
    assert set(SPANS) <= set(TABLES["calls"].fields)
    travel = next(span for span in SPANS if span.name == "travel_minutes")
    assert travel.meaning.startswith("Dispatched to on scene")
