"""Worked examples: drawn from specs that pass, one an indicator, and still what the engine says."""

import json
from dataclasses import asdict

import pytest

from arp.measures.registry import INDICATORS
from arp.views.examples import drawn_tables, example_of, result
from docs import examples
from docs.build import ROOT

SPEC = """
from tests.measures.drawn import reading

TEXT = "calls\\nincident_number | received_at\\n1 | 2026-01-05 08:00"


def test_every_call_counts() -> None:
    assert reading(TEXT, "calls_in_scope")["value"] == {value}
"""
EXAMPLED = [key for key in INDICATORS if example_of(key)]


@pytest.fixture
def project(tmp_path):
    """A project with one spec."""
    (tmp_path / examples.SPECS).mkdir(parents=True)
    (tmp_path / examples.EXAMPLES).parent.mkdir(parents=True)
    return tmp_path


def spec(project, value):
    """Write the one spec; pytest imports a file once, so that each project has its own name."""
    name = f"{project.name}.py"
    (project / examples.SPECS / name).write_text(SPEC.format(value=value))
    return name


def kept(project):
    return json.loads((project / examples.EXAMPLES).read_text())


def test_a_spec_that_passes_gives_its_text_its_title_and_its_reading(project):
    name = spec(project, 1)
    assert examples.stale_specs(project) == [name]
    examples.write(project)
    assert examples.stale_specs(project) == []
    found = kept(project)[name]["examples"]["calls_in_scope"]
    assert found["title"] == "every call counts"
    assert found["text"].splitlines()[-1] == "1 | 2026-01-05 08:00"
    assert [reading["value"] for reading in found["readings"]] == [1]


def test_a_spec_that_fails_gives_none_and_stays_stale(project):
    name = spec(project, 2)
    examples.write(project)
    assert kept(project) == {}
    assert examples.stale_specs(project) == [name]


def test_a_spec_that_is_gone_takes_its_examples_with_it(project):
    name = spec(project, 1)
    examples.write(project)
    (project / examples.SPECS / name).unlink()
    assert examples.stale_specs(project) == [name]
    examples.write(project)
    assert kept(project) == {}


def test_what_the_engine_says_otherwise_than_before_is_asked_again(project):
    name = spec(project, 1)
    examples.write(project)
    old = kept(project)
    old[name]["examples"]["calls_in_scope"]["readings"] = []
    (project / examples.EXAMPLES).write_text(json.dumps(old))
    examples.refresh(project)
    assert len(kept(project)[name]["examples"]["calls_in_scope"]["readings"]) == 1


def test_the_plainest_is_kept():
    told = {"status": "ok", "numerator": 1, "denominator": 2}
    plain = {"text": "a\nb", "by": [], "months": [], "readings": [told]}
    for less in (
        plain | {"readings": [{"status": "too few"}]},
        plain | {"by": ["month"]},
        plain | {"readings": [told | {"numerator": 2}]},
        plain | {"text": "\n" * 40},
        plain | {"readings": [told, told]},
    ):
        assert examples.plainness(plain) < examples.plainness(less)


def test_every_indicator_has_an_example():
    assert set(INDICATORS) - set(EXAMPLED) == set()


@pytest.mark.parametrize("key", EXAMPLED)
def test_an_example_is_still_what_the_engine_makes_of_it(key):
    example = example_of(key)
    now = examples.asked_again(key, asdict(example))
    assert now == list(example.readings), "Run `python -m docs.examples`."


@pytest.mark.parametrize("key", EXAMPLED)
def test_an_example_is_shown_as_tables_with_titles_and_a_result(key):
    example = example_of(key)
    assert all(len(drawn.rows) for drawn in drawn_tables(example))
    assert len(result(example, INDICATORS[key])) == len(example.readings)


def test_the_examples_are_those_of_todays_specs():
    assert examples.stale_specs(ROOT) == [], "Run `make docs`."
