"""Areas on a map, on the settings page: dropped, looked at, saved, replaced, removed."""

import json

import pytest

from arp.lake.lake import Lake
from tests.pages.conftest import opened, words
from tests.shapes.drawn import collection, feature, three

CALLS = (
    "CAD Event Number,Initial Call Type,Received,Dispatched,On Scene,Unit ID,District\n"
    + "\n".join(
        f"26-{n:05d},WELFARE CHECK,10/{n % 28 + 1:02d}/2026 13:50:00,10/{n % 28 + 1:02d}/2026 "
        f"13:55:00,10/{n % 28 + 1:02d}/2026 14:05:00,CRT1,{('North', 'East', 'West')[n % 3]}"
        for n in range(40)
    )
).encode()


@pytest.fixture
def lake(tmp_path, monkeypatch):
    from tests.pages.conftest import save

    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "October 2026.csv", CALLS)
    return Lake(tmp_path / "lake")


def page():
    return opened("settings").selectbox(key="section").set_value("shapes").run()


def dropped(data, name="areas.geojson"):
    drawn = page()
    drawn.file_uploader(key="map-of-areas").set_value((name, data, "application/json")).run()
    assert not drawn.exception
    return drawn


def button(drawn, label):
    return next(button for button in drawn.button if button.label.startswith(label))


def kept(lake):
    rows = lake.snapshot().read("settings").to_pylist()
    return {row["name"]: json.loads(row["value"]) for row in rows if row["section"] == "shapes"}


def test_a_map_is_looked_at_before_it_is_saved(lake):
    drawn = dropped(three())
    said = words(drawn)
    assert "3 rows read = 3 new" in said
    assert "Areas of the map that the data do not name (1): South." in said
    assert "Areas of the data that the map does not draw (1): West." in said
    names = next(box for box in drawn.selectbox if box.label.startswith("Which property"))
    assert names.value == "NAME"
    assert kept(lake) == {}


def test_it_is_saved_with_who_and_why_replaced_and_removed(lake):
    button(dropped(three()), "Save the map").click().run()
    assert set(kept(lake)) == {"North", "East", "South"}
    other = dropped(collection(feature(-70, NAME="North"), feature(-71, NAME="West")))
    assert "The map in use" in words(other)
    button(other, "Save the map").click().run()
    assert set(kept(lake)) == {"North", "West"}
    drawn = page()
    button(drawn, "Remove the map").click().run()
    assert kept(lake) == {}
    assert [row.kind for row in lake.history()][:3] == ["settings"] * 3


def test_another_property_may_name_the_areas(lake):
    drawn = dropped(three())
    names = next(box for box in drawn.selectbox if box.label.startswith("Which property"))
    names.set_value("OFFICER").run()
    assert "None of the areas of the map is one of the data" in words(drawn)
    assert not [one for one in drawn.button if one.label == "Save the map"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "cannot be read as GeoJSON"),
        (collection(feature(2_000_000.0, 800_000.0, NAME="North")), "EPSG:4326"),
    ],
)
def test_what_is_no_map_is_refused_in_words(lake, data, said):
    drawn = dropped(data)
    assert said in words(drawn) and "Nothing was saved" in words(drawn)


def test_nobody_saves_a_map_without_saying_who_and_why(lake):
    drawn = dropped(three())
    drawn.text_input(key="why-shapes").set_value(" ").run()
    assert button(drawn, "Save the map").disabled


def test_names_of_a_map_are_shown_as_they_are(lake):
    drawn = dropped(collection(feature(-70, NAME="North"), feature(-71, NAME="**[x](http://e)**")))
    shown = next(one.value for one in drawn.markdown if "do not name" in one.value)
    assert "[x](http" not in shown
