"""A map understood and saved: a change of the settings like any other, and nothing else kept."""

import json

import pytest

from arp.intake.shapes.geojson import read_map
from arp.intake.shapes.known import KnownArea
from arp.intake.shapes.understanding import removed, understand_shapes
from arp.lake.lake import Lake
from arp.shapes.shapes import Shapes
from tests.lake.drawn import AT, calls, save
from tests.shapes.drawn import collection, feature, three

KNOWN = [KnownArea(name, (name,)) for name in ("North", "East", "West")]


def understood(data=None, known=KNOWN, **told):
    return understand_shapes(read_map("areas.geojson", data or three()), known, **told)


def notes(result):
    return {found.kind.key: (found.n, found.found) for found in result.understanding.findings}


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    return lake


def kept(lake):
    rows = lake.snapshot().read("settings").to_pylist()
    return {row["name"]: row for row in rows if row["section"] == "shapes"}


def keep(lake, data=None, **told):
    change = understood(data, **told).understanding.change
    return lake.commit(change, who="Ana", at=AT)


def test_what_no_area_matches_and_which_area_has_no_shape_is_told():
    result = understood()
    assert result.naming.by == "NAME"
    assert notes(result) == {"area_not_in_data": (1, "South"), "area_not_on_map": (1, "West")}


def test_only_the_name_and_the_outline_enter_the_lake(lake):
    keep(lake, set_by="Ana", why="New beats")
    assert set(kept(lake)) == {"North", "East", "South"}
    assert set(json.loads(kept(lake)["North"]["value"])) == {"area", "shape"}
    assert "Made Up" not in str(kept(lake)) and "OBJECTID" not in str(kept(lake))
    assert (kept(lake)["North"]["set_by"], kept(lake)["North"]["why"]) == ("Ana", "New beats")
    newest = lake.history()[0]
    assert (newest.kind, newest.file_name) == ("settings", "areas.geojson")
    assert newest.tallies["settings"].new == 3
    assert lake.doctor() == []


def test_another_map_takes_its_place_as_a_whole_and_is_undone_like_any_change(lake):
    keep(lake)
    receipt = keep(lake, collection(feature(-70, NAME="North"), feature(-71, NAME="West")))
    assert set(kept(lake)) == {"North", "West"}
    assert lake.history()[0].tallies["settings"].removed == 2
    lake.undo(receipt.upload_id, who="Ben", at=AT)
    assert set(kept(lake)) == {"North", "East", "South"}


def test_the_same_map_again_changes_nothing(lake):
    keep(lake)
    assert keep(lake).status == "unchanged"


def test_a_removed_map_is_gone_and_can_be_brought_back(lake):
    keep(lake)
    receipt = lake.commit(removed(), who="Ana", at=AT)
    assert kept(lake) == {}
    assert lake.snapshot().read("calls").num_rows == 2
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert len(kept(lake)) == 3


def test_the_property_can_be_chosen_and_one_that_is_not_there_is_asked_for():
    assert understood(name_property="OBJECTID", known=[]).naming.labels == ("1", "2", "3")
    asked = understood(name_property="Ward").understanding
    assert asked.change is None
    (question,) = asked.questions
    assert question.key == "area_name"
    assert [choice.value for choice in question.choices] == ["NAME", "OBJECTID", "OFFICER"]


def test_a_map_of_which_the_data_know_no_area_is_refused_and_the_property_can_be_changed():
    result = understood(name_property="OFFICER")
    assert result.understanding.refused.kind.key == "map_unmatched"
    assert result.understanding.change is None
    assert "NAME" in result.offered


def test_before_any_call_is_known_the_names_are_taken_as_they_are():
    result = understood(known=[])
    assert set(result.shapes.outlines) == {"North", "East", "South"} and notes(result) == {}


def test_areas_without_any_name_are_refused_all_and_left_out_one_by_one():
    bare = understood(collection(feature(-70)), known=[])
    assert bare.understanding.refused.kind.key == "map_without_names"
    some = understood(collection(feature(-70), feature(-71, NAME="North")))
    assert notes(some)["areas_unnamed"][0] == 1


def test_parts_of_one_name_are_one_area():
    result = understood(collection(feature(-70, NAME="North"), feature(-71, NAME="North")))
    assert len(result.shapes.outlines["North"]) == 2


def test_outlines_without_an_area_leave_no_map():
    flat = feature(-70, NAME="North")
    flat["geometry"]["coordinates"] = [[[-70, 36], [-70, 36], [-70, 36], [-70, 36]]]
    assert understood(collection(flat)).understanding.refused.kind.key == "map_without_areas"


def test_what_is_stored_is_drawn_as_it_was_seen(lake):
    result = understood()
    keep(lake)
    stored = [json.loads(row["value"]) for row in kept(lake).values()]
    assert Shapes.of(stored) == result.shapes
