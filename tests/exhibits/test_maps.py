"""Maps as exhibits: none without outlines, and what may not be told stays untold."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from arp.exhibits import maps
from arp.measures.asked import Filters
from arp.measures.registry import INDICATORS
from arp.measures.settings import Settings
from arp.shapes.shapes import text
from arp.views import colors
from arp.words.settings import setting_name, setting_value
from tests.shapes.drawn import square
from tests.views.drawn import frame

ALL = (maps.waits, maps.captured, maps.people, maps.captured_by_month)


@dataclass
class Drawn:
    """A look with these readings by area."""

    rows: Any
    where: Filters = field(default_factory=Filters)
    areas: tuple[str, ...] = ("North", "East")

    @property
    def registry(self):
        return type("Registry", (), {"indicators": INDICATORS})

    def readings(self, keys, *, by=()):
        return self.rows.assign(indicator=keys[0])

    def settings(self, section):
        values = [
            {"area": name, "shape": text(((tuple(map(tuple, square(-70 + at / 10, 36.0))),),))}
            for at, name in enumerate(self.areas)
        ]
        rows = [
            {
                "section": "shapes",
                "name": setting_name("shapes", value),
                "valid_from": None,
                "valid_to": None,
                "value": setting_value("shapes", value),
            }
            for value in values
        ]
        return Settings(rows).on(section, date(2026, 11, 22))


TOLD = frame(
    {"area": "North", "value": 0.4, "n": 100, "numerator": 40, "denominator": 100},
    {"area": "East", "value": 0.8, "n": 50, "numerator": 40, "denominator": 50},
    {"area": "Outside city", "status": "too few", "n": 0},
    {"area": "unknown", "value": 0.1, "n": 10, "numerator": 1, "denominator": 10},
).assign(period="2026-10")


@pytest.mark.parametrize("exhibit", ALL)
def test_without_outlines_or_with_one_area_chosen_there_is_no_map(exhibit):
    assert exhibit(Drawn(TOLD, areas=())) is None
    assert exhibit(Drawn(TOLD, where=Filters(area=("North",)))) is None
    assert exhibit(Drawn(TOLD, where=Filters(area=("North", "East")))) is not None


@pytest.mark.parametrize("exhibit", ALL)
def test_each_map_is_drawn_from_its_readings(exhibit):
    found = exhibit(Drawn(TOLD))
    assert found.drawing.specification(found.readings, colors.LIGHT)["layer"]
    assert found.question.endswith("?") and found.finding.endswith(".")


def test_the_finding_speaks_of_areas_on_the_map_and_the_note_names_the_others():
    found = maps.captured(Drawn(TOLD))
    assert found.finding == (
        "Most in East: 80%; least in North: 40%. Most went unhandled in North: 60 of 100."
    )
    assert found.note.startswith("Not on the map: unknown.")
    assert found.of == "150 calls"
    assert len(found.readings) == 4


def test_what_is_withheld_of_every_area_is_no_map_but_a_sentence():
    lone = frame({"status": "withheld", "reason": "Withheld to protect people."})
    found = maps.people(Drawn(lone))
    assert found.drawing is None and not found.told
    assert found.finding == "Withheld to protect people."


def test_the_last_month_is_said_of_small_maps():
    earlier = TOLD.assign(period="2026-09", value=0.1)
    import pandas as pd

    found = maps.captured_by_month(Drawn(pd.concat([earlier, TOLD])))
    assert found.finding == "Oct 2026: most in East: 80%; least in North: 40%."
    drawn = found.drawing.specification(found.readings, colors.LIGHT)
    assert "Sep 2026" in str(drawn) and "Oct 2026" in str(drawn)
