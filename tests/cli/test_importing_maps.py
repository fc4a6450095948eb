"""`import` of a map of areas: known by its content, saved like any file, asked or refused."""

import json

import pytest

from arp.cli import main
from tests.pages.conftest import save
from tests.pages.test_shapes import CALLS
from tests.shapes.drawn import collection, feature, three


@pytest.fixture
def imported(tmp_path, capsys):
    def run(data, *answers, name="areas.geojson", with_calls=True):
        lake = tmp_path / "lake"
        if with_calls and not lake.exists():
            save(lake, "October 2026.csv", CALLS)
        path = tmp_path / name
        path.write_bytes(data)
        status = main(["import", "--lake", str(lake), "--json", *answers, str(path)])
        (result,) = json.loads(capsys.readouterr().out)
        return status, result

    return run


def test_a_map_is_saved_as_settings(imported):
    status, result = imported(three())
    assert (status, result["status"], result["feed"]) == (0, "saved", "settings")
    assert result["tables"]["settings"]["new"] == 3
    assert result["finding_counts"] == {"area_not_in_data": 1, "area_not_on_map": 1}


def test_a_map_is_known_by_its_content_too(imported):
    assert imported(three(), name="areas.txt")[1]["status"] == "saved"


def test_the_property_may_be_named_and_is_asked_for_where_it_is_not_there(imported):
    assert imported(three(), "--answer", "area_name=NAME")[0] == 0
    status, result = imported(three(), "--answer", "area_name=Ward")
    assert (status, result["status"]) == (1, "needs_answer")
    assert [choice["value"] for choice in result["questions"][0]["choices"]][0] == "NAME"


def test_what_is_no_map_is_refused_in_words(imported):
    status, result = imported(collection(feature(2_000_000.0, NAME="North")))
    assert (status, result["status"]) == (1, "refused")
    assert "EPSG:4326" in result["reason"]
