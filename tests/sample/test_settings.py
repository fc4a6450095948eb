"""The sample city's settings are complete, and say only what is declared."""

import json
from collections import defaultdict

import pytest

from arp.words.grammar import Kind
from arp.words.settings import NO_FACT_READS, SECTIONS


@pytest.fixture(scope="module")
def sections(two_months):
    found = defaultdict(list)
    for row in two_months.tables["settings"].to_pylist():
        found[row["section"]].append(json.loads(row["value"]) | {"_row": row})
    return found


def test_every_section_is_set_but_for_what_is_learned_or_shown_later(sections):
    assert set(SECTIONS) - set(sections) <= {"labels", "layouts", *NO_FACT_READS}
    assert set(sections) <= set(SECTIONS)


def test_values_hold_only_declared_fields_and_all_required_ones(sections):
    for name, rows in sections.items():
        declared = {field.name: field for field in SECTIONS[name].fields}
        for row in rows:
            assert set(row) - {"_row"} <= set(declared)
            assert all(row[n] is not None for n, field in declared.items() if field.required)


def test_words_are_of_their_vocabulary(sections):
    for name, rows in sections.items():
        for field in SECTIONS[name].fields:
            if field.kind in (Kind.WORD, Kind.WORDS) and field.vocabulary:
                for row in rows:
                    words = (row.get(field.name) or "").split("; ")
                    assert set(words) - {""} <= set(field.vocabulary.keys)


def test_a_setting_is_named_by_its_key(sections):
    for name, rows in sections.items():
        for row in rows:
            key = "\x1f".join(str(row.get(field) or "") for field in SECTIONS[name].keys[0])
            assert row["_row"]["name"] == key
    names = [
        (r["_row"]["section"], r["_row"]["name"], r["_row"]["valid_from"])
        for rows in sections.values()
        for r in rows
    ]
    assert len(set(names)) == len(names)


def test_every_call_type_on_a_list_occurs_in_the_calls(sections, two_months):
    types = set(two_months.tables["calls"]["call_type_initial"].to_pylist())
    assert {row["call_type"] for row in sections["eligibility"]} <= types


def test_every_target_says_who_set_it_and_why(sections):
    assert all(row["_row"]["set_by"] and row["_row"]["why"] for row in sections["targets"])


def test_every_district_has_an_outline(sections):
    from arp.sample.place import DISTRICTS

    assert {row["area"] for row in sections["shapes"]} == set(DISTRICTS)
