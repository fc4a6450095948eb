"""The areas of the data: those of calls and settings, by the name that readings give them."""

import json

import pyarrow as pa

from arp.intake.shapes.known import KnownArea, known_areas


class Drawn:
    """A snapshot with calls in these areas and these settings of areas."""

    def __init__(self, calls, areas=()):
        self._calls, self._areas = calls, areas

    def read(self, table, columns):
        if table == "calls":
            return pa.table({"area": pa.array(self._calls, pa.string())})
        rows = [{"section": "areas", "value": json.dumps(row)} for row in self._areas]
        other = {"section": "teams", "value": json.dumps({"team": "CRT"})}
        return pa.Table.from_pylist([*rows, other])


def test_without_a_snapshot_nothing_is_known():
    assert known_areas(None) == []


def test_areas_come_with_most_calls_first_and_blank_is_none():
    found = known_areas(Drawn(["B", "A", "A", None, ""]))
    assert found == [KnownArea("A", ("A",)), KnownArea("B", ("B",))]


def test_an_area_goes_by_its_name_in_charts_and_is_also_called_as_in_the_data():
    areas = [{"label": "D1", "area": "North"}, {"label": "D2", "area": "North"}]
    (found,) = known_areas(Drawn(["D1", "D1", "D2"], areas))
    assert found.name == "North" and found.names == ("North", "D1", "D2")


def test_areas_outside_the_jurisdiction_are_on_no_map_of_the_city():
    areas = [{"label": "County", "in_jurisdiction": False}, {"label": "West"}]
    assert [area.name for area in known_areas(Drawn(["County", "A"], areas))] == ["A", "West"]
