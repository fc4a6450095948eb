"""Lane County uploads only its own team's sheet: what that can tell, and what it cannot.

Figures are counted again by loops over the cells of the file.
"""

import statistics
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.registry import INDICATORS
from tests.real import conftest as files
from tests.real.command_line import CommandLine

Cells = dict[str, Any]

UNTOLD = (
    *("calls_in_scope", "eligible_calls", "eligible_share", "eligible_capture"),
    *("eligible_capture_all", "eligible_when_busy", "missed_eligible", "recoverable_calls"),
    *("coverage_share", "demand_vs_coverage", "candidate_call_types", "candidate_areas_hours"),
    *("calls_diverted", "ems_diverted", "fire_diverted", "diversion_share_total"),
    *("no_police_sent", "police_only_on_eligible", "police_hours_on_eligible"),
    *("police_p1_response_p50", "police_p1_response_p90", "response_gap_vs_police"),
    *("hours_freed", "uhu", "all_units_busy", "schedule_fill", "recode_rate", "upgrade_rate"),
    *("dispatch_recall", "dispatch_precision", "first_unit_p50", "first_unit_p90"),
    *("police_pending_p90", "police_pending_over_60", "total_911_volume", "wait_model"),
    *("arrests_per_100_eligible", "use_of_force_eligible_rate"),
)
REQUEST, DISPATCH, ARRIVAL, ENGAGEMENT, DEPARTURE = (
    "Dispatch Request Date & Time",
    "Dispatch Date & Time",
    "Arrival on Scene Date & Time",
    "Engagement with Client Date & Time",
    "MCIT Departure Date & Time",
)
DECLINED = ("refused", "client declined to engage")
CANCELED = ("cancelled", "dispatch canceled before arrival")


def arrived(row: Cells) -> bool:
    return row[ARRIVAL] is not None


def reached(row: Cells) -> bool:
    return end(row) in ("engaged client", *DECLINED)


def end(row: Cells) -> str | None:
    """How a visit ended, in one spelling."""
    text = row["End Point of Dispatch"]
    return text and " ".join(text.casefold().split())


def minutes(row: Cells, start: str, stop: str) -> float | None:
    if row[start] is None or row[stop] is None:
        return None
    apart = (row[stop] - row[start]).total_seconds() / 60
    return apart if 0 <= apart <= 24 * 60 else None


def went(*places: str) -> Callable[[Cells], bool]:
    return lambda row: row["Disposition"] in places


SHARES: dict[str, tuple[Callable[[Cells], bool], Callable[[Cells], bool]]] = {
    "contact_made_rate": (lambda row: arrived(row) and end(row) is not None, reached),
    "canceled_en_route_rate": (
        lambda row: row[DISPATCH] is not None and end(row) is not None,
        lambda row: end(row) in CANCELED,
    ),
    "refusal_rate": (reached, lambda row: end(row) in DECLINED),
    "resolved_in_community": (reached, lambda row: not went("Emergency Department", "Arrest")(row)),
    "hospital_transport_rate": (reached, went("Emergency Department")),
    "arrest_rate": (reached, went("Arrest")),
    "timestamp_valid_rate": (arrived, lambda row: minutes(row, REQUEST, ARRIVAL) is not None),
}
INTERVALS = {
    "response": (REQUEST, ARRIVAL),
    "travel": (DISPATCH, ARRIVAL),
    "on_scene": (ARRIVAL, DEPARTURE),
}


@pytest.fixture(scope="module")
def evidence(tmp_path_factory):
    city = CommandLine(tmp_path_factory.mktemp("lane"))
    city.run("import", files.real(files.LANE))
    return Evidence.derive(city.snapshot, today=date(2026, 1, 15))


@pytest.fixture(scope="module")
def readings(evidence):
    """Readings by indicator, whole and by month."""
    found = {}
    of_intervals = [f"{interval}_{rank}" for interval in INTERVALS for rank in ("p50", "p90")]
    keys = [*UNTOLD, *SHARES, *of_intervals, "program_responses", "readiness_scorecard"]
    for by in ((), ("month",)):
        frame = measure(evidence, keys, by=by).astype(object)
        for row in frame.where(frame.notna(), None).to_dict("records"):
            found.setdefault((row["indicator"], by), []).append(row)
    return lambda key, *by: found[key, by]


@pytest.fixture(scope="module")
def sheet():
    """The rows of the file, by header, each with the month of its first clock."""
    book = openpyxl.load_workbook(files.real(files.LANE), read_only=True, data_only=True)
    headers, *rows = book["Abbrev list"].iter_rows(values_only=True)
    book.close()
    found = [dict(zip(headers, row, strict=True)) for row in rows]
    for row in found:
        clocks: list[datetime | None] = [row[clock] for clock in (REQUEST, DISPATCH, ARRIVAL)]
        clocks += [row[DEPARTURE], row[ENGAGEMENT]]
        row["month"] = next((f"{clock:%Y-%m}" for clock in clocks if clock), None)
    return found


@pytest.mark.parametrize("by", [(), ("month",)], ids=",".join)
@pytest.mark.parametrize("key", UNTOLD)
def test_what_only_all_calls_can_tell_is_not_measured_and_says_what_to_upload(readings, key, by):
    found = readings(key, *by)
    assert {(row["status"], row["value"], row["n"]) for row in found} == {
        ("not measured", None, None)
    }
    for row in found:
        assert "export" in row["reason"] or "Upload them" in row["reason"]


def test_the_list_of_what_it_cannot_tell_leaves_nothing_of_its_kind_out():
    kinds = ("eligible", "police_", "missed_", "recoverable", "candidate_")
    assert {key for key in INDICATORS if key.startswith(kinds) or "divert" in key} <= set(UNTOLD)


@pytest.mark.parametrize("key", SHARES)
def test_what_its_own_records_tell_is_what_the_file_says(readings, sheet, key):
    among, says = SHARES[key]
    asked = [row for row in sheet if among(row)]
    hits = sum(says(row) for row in asked)
    (reading,) = readings(key)
    assert reading["status"] == "ok"
    assert (reading["numerator"], reading["denominator"]) == (hits, len(asked))
    assert reading["value"] == pytest.approx(hits / len(asked), rel=1e-12)


@pytest.mark.parametrize("key", SHARES)
def test_what_its_own_records_tell_month_by_month(readings, sheet, key):
    among, says = SHARES[key]
    for reading in readings(key, "month"):
        rows = [row for row in sheet if row["month"] == reading["period"]]
        asked = [row for row in rows if among(row)]
        if rows:
            expected = (sum(says(row) for row in asked), len(asked))
            assert (reading["numerator"], reading["denominator"]) == expected, reading
        else:
            assert reading["period"] in ("2024-11", "2024-12")
            assert reading["status"] == "not measured"


def test_most_people_it_reached_stayed_in_the_community(readings):
    (reading,) = readings("resolved_in_community")
    assert (reading["numerator"], reading["denominator"]) == (1639, 1913)


def test_visits_of_which_nobody_says_how_they_ended_are_left_out_and_counted(readings, sheet):
    unsaid = sum(end(row) is None for row in sheet)
    (reading,) = readings("resolved_in_community")
    assert reading["reason"].startswith(f"{unsaid:,} more left out")


def test_responses_are_the_arrivals_and_nobody_claims_that_the_others_were_none(readings, sheet):
    came = sum(arrived(row) for row in sheet)
    (reading,) = readings("program_responses")
    assert (reading["value"], reading["reason"].split()[0]) == (came, f"{len(sheet) - came}")
    for month in readings("program_responses", "month"):
        in_month = sum(arrived(row) for row in sheet if row["month"] == month["period"])
        assert (month["value"] or 0) == in_month


@pytest.mark.parametrize("interval", INTERVALS)
def test_its_own_clocks_give_response_travel_and_time_on_scene(readings, sheet, interval):
    known = [minutes(row, *INTERVALS[interval]) for row in sheet]
    valid = [each for each in known if each is not None]
    (median,), (p90,) = readings(f"{interval}_p50"), readings(f"{interval}_p90")
    assert median["n"] == p90["n"] == len(valid)
    assert median["value"] == pytest.approx(statistics.median(valid))
    ninth = statistics.quantiles(valid, n=10, method="inclusive")[8]
    assert p90["value"] == pytest.approx(ninth)


def test_no_gate_of_readiness_can_be_told_and_each_says_why(readings):
    rows = readings("readiness_scorecard")
    assert len(rows) == 7
    for row in rows:
        assert (row["status"], row["value"]) == ("not measured", None)
        assert ": cannot tell. " in row["reason"]
