"""Real exports go in by the command line, without a hand-written mapping, and figures come out.

The figures were worked out independently with plain pandas; see the README beside the files.
"""

import json
from pathlib import Path

import pytest

from arp.cli import main
from tests.real import conftest as files


class City:
    """A lake into which real exports were imported by the command line."""

    def __init__(self, folder: Path, capsys_read) -> None:
        self.lake = folder
        self.read = capsys_read

    def run(self, *words: str) -> object:
        status = main([*words, "--lake", str(self.lake), "--json"])
        assert status == 0
        return json.loads(self.read())

    def imported(self, *names: str) -> list[dict]:
        return self.run("import", *(str(files.real(name)) for name in names))

    def readings(self, key: str, **options: str) -> list[dict]:
        flags = [word for name, value in options.items() for word in (f"--{name}", value)]
        return self.run("measure", key, *flags)

    def reading(self, key: str, **options: str) -> dict:
        (only,) = self.readings(key, **options)
        return only


@pytest.fixture
def city(tmp_path, capsys):
    return City(tmp_path / "lake", lambda: capsys.readouterr().out)


def test_lane_county_saves_every_row_and_reproduces_its_response_times(city):
    (result,) = city.imported(files.LANE)
    assert result["status"] == "saved"
    for table in ("calls", "encounters"):
        assert result["tables"][table]["rows_read"] == 4682
        assert result["tables"][table]["new"] == 4682
        assert result["tables"][table]["set_aside"] == 0
    assert result["undated"] == 71
    median, p90 = city.reading("response_p50"), city.reading("response_p90")
    assert (median["n"], round(median["value"], 1)) == (4279, 30.0)
    assert (p90["n"], round(p90["value"], 1)) == (4279, 75.2)
    assert "responder" not in median["group"]
    stamps = city.reading("timestamp_valid_rate")
    assert (stamps["numerator"], stamps["denominator"]) == (4279, 4491)
    assert city.reading("contact_made_rate")["n"] == 2967


def test_lane_county_dispositions_add_up_label_by_label(city):
    city.imported(files.LANE)
    labels = {
        reading["group"]["disposition_label"]: reading["numerator"]
        for reading in city.readings("disposition_mix", by="disposition_label")
    }
    assert labels == {
        "Remained in community": 3750,
        "Emergency Department": 652,
        "Other": 230,
        "Sobering/Detox Facility": 26,
        "Sobering or Detox Facility": 2,
        "Arrest": 16,
        "Crisis walk-in Center": 3,
        "Respite": 3,
    }


def test_lane_county_missing_months_are_gaps_and_not_zero(city):
    city.imported(files.LANE)
    months = {r["period"]: r for r in city.readings("program_responses", by="month")}
    for month in ("2024-11", "2024-12"):
        assert months[month]["status"] == "not measured"
        assert months[month]["value"] is None
    waits = {r["period"]: r for r in city.readings("response_p50", by="month")}
    assert waits["2024-12"]["status"] == "not measured"
    assert waits["2025-06"]["status"] == "ok"


def test_a_program_only_file_cannot_tell_how_many_calls_the_city_had(city):
    city.imported(files.LANE)
    assert city.reading("calls_in_scope")["status"] == "not measured"


@pytest.mark.parametrize(
    ("name", "rows", "calls", "valid", "median", "p90"),
    [
        (files.SAN_FRANCISCO_2017, 7704, 3560, 3429, 6.50, 17.22),
        (files.SAN_FRANCISCO_2020, 10410, 5292, 5118, 7.00, 17.12),
    ],
)
def test_san_francisco_counts_calls_and_not_units(city, name, rows, calls, valid, median, p90):
    (result,) = city.imported(name)
    tally = result["tables"]["calls"]
    assert (tally["rows_read"], tally["new"], tally["merged"]) == (rows, calls, rows - calls)
    assert result["tables"]["unit_responses"]["new"] == rows
    for key, minutes in (("response_p50", median), ("response_p90", p90)):
        reading = city.reading(key)
        assert (reading["n"], round(reading["value"], 2)) == (valid, minutes)
        assert reading["group"] == {"responder": "all"}


def test_san_francisco_in_both_layouts_is_one_feed(city):
    first, second = city.imported(files.SAN_FRANCISCO_2017, files.SAN_FRANCISCO_2020)
    assert first["feed"] == second["feed"]
    assert city.reading("response_p50")["n"] == 3429 + 5118


def test_virginia_beach_reads_two_digit_years_and_shows_its_gap(city):
    (result,) = city.imported(files.VIRGINIA_BEACH)
    assert result["tables"]["calls"]["new"] == 965
    median, p90 = city.reading("response_p50"), city.reading("response_p90")
    assert (median["n"], median["value"], p90["value"]) == (885, 8.0, 13.0)
    months = {r["period"]: r for r in city.readings("calls_in_scope", by="month")}
    assert months["2017-09"]["status"] == "not measured"


def test_takoma_park_gives_one_table_from_text_dates_and_from_bare_serials(tmp_path, capsys):
    from arp.lake.lake import Lake

    tables = []
    for name in (files.TAKOMA_CSV, files.TAKOMA_XLSX):
        city = City(tmp_path / Path(name).stem, lambda: capsys.readouterr().out)
        (result,) = city.imported(name)
        tally = result["tables"]["calls"]
        assert (tally["rows_read"], tally["new"], tally["merged"]) == (11735, 11551, 184)
        response = city.reading("response_p50")
        assert (response["status"], response["value"]) == ("not measured", None)
        rows = (
            Lake(city.lake)
            .snapshot()
            .read("calls", columns=["incident_number", "received_at", "call_type_initial", "area"])
        )
        tables.append(rows.sort_by("incident_number").to_pylist())
    assert tables[0] == tables[1]


@pytest.mark.parametrize(
    "name",
    [
        files.LANE,
        files.SAN_FRANCISCO_2017,
        files.VIRGINIA_BEACH,
        files.TAKOMA_XLSX,
    ],
)
def test_the_same_file_again_changes_nothing(city, name):
    city.imported(name)
    (again,) = city.imported(name)
    assert again["status"] == "unchanged"
    for tally in again["tables"].values():
        assert tally["rows_read"] == tally["unchanged"] + tally["merged"] + tally["set_aside"]
    assert len(city.run("history")) == 1


def test_undo_gives_the_figures_of_before(city):
    city.imported(files.SAN_FRANCISCO_2017)
    before = city.reading("response_p50")
    (second,) = city.imported(files.SAN_FRANCISCO_2020)
    assert city.reading("response_p50") != before
    city.run("undo", second["upload_id"])
    assert city.reading("response_p50") == before
