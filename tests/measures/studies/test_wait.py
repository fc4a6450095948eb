from arp.measures.asked import Asked, Filters
from arp.measures.studies.wait import AT_MOST, MORE, OF_THE_WHOLE, wait_model
from tests.measures.drawn import evidence
from tests.spec.test_wait_model import CITY


def test_three_figures_for_each_number_of_units_and_four_that_they_rest_on() -> None:
    found = wait_model(evidence(CITY), Asked())
    assert found["more_units"].value_counts().to_dict() == dict.fromkeys(MORE, 3)
    assert found["more_units"].isna().sum() == 4


def test_without_a_target_units_needed_rest_on_a_place_to_start_and_say_so() -> None:
    needed = wait_model(evidence(CITY), Asked()).query("part == 'units needed'")
    (note,) = needed["note"]
    assert f"{AT_MOST:.0%}" in note
    assert "no target of the city" in note


def test_a_filter_by_area_has_one_row_that_says_why() -> None:
    (row,) = wait_model(evidence(CITY), Asked(where=Filters(area=("North",)))).to_dict("records")
    assert row["unmeasured"] == OF_THE_WHOLE
