"""What commands print: plain JSON to standard output, sentences to standard error."""

import argparse
import json
from pathlib import Path

import numpy as np
import pytest

from arp.cli.output import definition, fail, lake_of, print_json, printable, records
from arp.measures.registry import INDICATORS
from tests.views.drawn import frame


def options(lake=None):
    return argparse.Namespace(lake=lake)


def test_the_lake_is_the_one_named_else_that_of_the_environment_else_data_lake(monkeypatch):
    monkeypatch.setenv("ARP_LAKE", "/srv/lake")
    assert lake_of(options(Path("/tmp/mine"))).path == Path("/tmp/mine")
    assert lake_of(options()).path == Path("/srv/lake")
    monkeypatch.delenv("ARP_LAKE")
    assert lake_of(options()).path == Path.cwd() / "data" / "lake"


def test_counts_are_whole_numbers_and_what_is_not_known_is_null():
    (printed,) = records(frame({"value": 30.5, "n": 12, "team": "CRT", "area": None}))
    assert printed["value"] == 30.5
    assert json.dumps(printed["n"]) == "12"
    assert printed["numerator"] is None
    assert printed["group"] == {"team": "CRT"}  # a blank group is no group


def test_an_hour_of_the_week_is_a_whole_number_and_a_whole_value_stays_a_number():
    (printed,) = records(frame({"value": 30.0, "hour_of_week": np.float64(17)}))
    assert json.dumps(printed["group"]) == '{"hour_of_week": 17}'
    assert json.dumps(printed["value"]) == "30.0"


def test_a_number_that_is_none_is_a_fault_and_never_printed():
    with pytest.raises(ValueError):
        print_json({"value": float("nan")})


def test_letters_of_every_language_are_printed_as_they_are(capsys):
    print_json({"label": "Peña"})
    assert "Peña" in capsys.readouterr().out


HOSTILE = "a\x1b[2Jb\x9b31mc\u202ed\re"


def test_no_name_of_a_file_or_a_cell_drives_the_terminal(capsys):
    print_json({"file": HOSTILE})
    fail(HOSTILE)
    printed = capsys.readouterr()
    for text in (printed.out, printed.err, printable(HOSTILE)):
        assert all(mark.isprintable() or mark == "\n" for mark in text)
    assert json.loads(printed.out) == {"file": HOSTILE}


def test_a_failure_says_its_sentence_to_the_eyes_and_gives_status_one(capsys):
    assert fail("The lake is empty.") == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "The lake is empty.\n")


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda indicator: indicator.key)
def test_every_definition_can_be_written_as_json_and_read_back(indicator):
    told = json.loads(json.dumps(definition(indicator)))
    assert told["key"] == indicator.key
    assert told["next_review_on"] > told["reviewed_on"]
