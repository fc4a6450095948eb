"""Every indicator on every real export: a number, or a reason; never a silent zero."""

import math
from datetime import date
from typing import Any

import pytest

from arp.measures.behind import rows
from arp.measures.counting import LEFT_OUT, NOT_KNOWN
from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.formula import Count
from arp.measures.readings import NOT_MATURE, NOT_MEASURED, OK, TOO_FEW
from arp.measures.registry import INDICATORS
from tests.real import conftest as files
from tests.real.command_line import CommandLine

TODAY = date(2026, 11, 22)
EXPORTS = (
    files.LANE,
    files.SAN_FRANCISCO_2017,
    files.SAN_FRANCISCO_2020,
    files.VIRGINIA_BEACH,
    files.TAKOMA_CSV,
    files.TAKOMA_XLSX,
)
WAYS_OUT = ("upload", "settings", "set targets", "no target set")  # what a department can do


@pytest.fixture(scope="module", params=EXPORTS)
def evidence(request, tmp_path_factory) -> Evidence:
    """The facts of one export alone, imported by the command line."""
    path = files.real(request.param)
    city = CommandLine(tmp_path_factory.mktemp("real"))
    (result,) = city.run("import", path)
    assert result["status"] == "saved"
    return Evidence.derive(city.snapshot, today=TODAY)


@pytest.fixture(scope="module")
def readings(evidence) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = measure(evidence).to_dict("records")
    return found


def test_every_indicator_is_told_in_one_of_four_ways(readings):
    assert {row["indicator"] for row in readings} == set(INDICATORS)
    assert {row["status"] for row in readings} <= {OK, TOO_FEW, NOT_MATURE, NOT_MEASURED}


def test_a_number_is_one_and_what_has_none_says_why(readings):
    for row in readings:
        if row["status"] == OK:
            assert math.isfinite(row["value"]), row["indicator"]
        else:
            assert math.isnan(row["value"]), row["indicator"]
            assert len(row["reason"]) > 20, row["indicator"]


def test_what_is_not_measured_names_what_to_upload_or_to_set(readings):
    for row in readings:
        if row["status"] == NOT_MEASURED:
            assert any(way in row["reason"].casefold() for way in WAYS_OUT), (
                row["indicator"],
                row["reason"],
            )


def test_a_zero_was_counted_among_rows_of_which_it_is_known(evidence, readings):
    for row in readings:
        entry = INDICATORS[row["indicator"]]
        if row["status"] == OK and row["value"] == 0 and isinstance(entry.formula, Count):
            said = set(rows(evidence, entry.key, left_out=True)["why"])
            assert any(not why.startswith(f"{LEFT_OUT}{NOT_KNOWN}") for why in said), entry.key
