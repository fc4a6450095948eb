import pytest

from arp.measures.judge.gates import GATES, STABILITY, STABLE_FIGURES, Decides
from arp.measures.readings import GROUPS
from arp.measures.registry import INDICATORS

FIGURES = [pytest.param(one, id=one.key) for gate in GATES for one in gate.figures]


def test_there_are_seven_gates_with_figures():
    assert len(GATES) == 7
    assert all(gate.figures for gate in GATES)


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_is_a_declared_indicator(figure):
    assert figure.key in INDICATORS


def test_follow_through_rests_on_who_was_tried_reached_and_connected():
    (gate,) = [gate for gate in GATES if gate.name == "Follow-through"]
    decides = {one.key: one.decides for one in gate.figures}
    assert set(decides) == {"followup_attempted_48h", "followup_reached_48h", "connected_to_care"}
    assert set(decides.values()) == {Decides.AT_LEAST}


@pytest.mark.parametrize("figure", FIGURES)
def test_a_part_is_of_a_group_that_readings_have(figure):
    assert figure.part is None or figure.part[0] in GROUPS


def test_harm_is_decided_by_the_worse_end_of_the_interval():
    decides = {one.key: one.decides for gate in GATES for one in gate.figures}
    assert decides["backup_requested_rate"] is Decides.UPPER_BOUND
    assert decides["felt_safe_rate"] is Decides.LOWER_BOUND


def test_only_what_a_gate_s_definition_says_is_fixed():
    fixed = {one.key: one.fixed for gate in GATES for one in gate.figures if one.fixed is not None}
    assert fixed == {"responder_injuries_serious": 0}


@pytest.mark.parametrize("key", STABLE_FIGURES)
def test_stability_looks_at_declared_figures(key):
    assert key in INDICATORS and key != STABILITY
