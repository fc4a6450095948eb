from arp.views import fairness_words
from tests.views.drawn import frame

AREA, RACE = "area", "race_ethnicity"


def group(name, value=None, low=None, high=None, **told):
    """One group's reading; without a value it is too few."""
    few = {} if value is not None else {"status": "too few", "reason": "Too few to compare."}
    return {"indicator": "equity_gap", "value": value, "low": low, "high": high} | few | told


def groups(*rows, kind=AREA, measure="arrest_rate"):
    names = [name for name, _ in rows]
    found = frame(*(told for _, told in rows))
    return found.assign(group=names, group_kind=kind, measure=measure)


def test_the_groups_farthest_from_the_city_beyond_chance_are_named():
    said = fairness_words.finding(
        groups(
            ("Housed", group("Housed", 1.273, 1.12, 1.44)),
            ("Unstable", group("Unstable", 0.95, 0.77, 1.17)),
            ("Unhoused", group("Unhoused", 0.8, 0.64, 0.99)),
        )
    )
    assert said == (
        "Highest: Housed, 1.27 times the whole city (1.12 to 1.44). "
        "Lowest: Unhoused, 0.80 times the whole city (0.64 to 0.99). "
        "1 other group is not apart by more than chance."
    )


def test_where_every_range_reaches_one_no_group_stands_apart():
    said = fairness_words.finding(
        groups(("North", group("North", 1.1, 0.9, 1.3)), ("Far", group("Far")))
    )
    assert said == (
        "No group stands apart from the whole city by more than chance. Cannot be compared: Far."
    )


def test_without_ranges_nothing_is_said_of_chance():
    said = fairness_words.finding(
        groups(("North", group("North", 1.1)), ("South", group("South", 0.9)))
    )
    assert said == (
        "From 0.90 times the whole city (South) to 1.10 (North); what may be chance is not known."
    )


def test_where_nothing_can_be_compared_the_reason_is_said():
    assert fairness_words.finding(groups(("Far", group("Far")))) == "Too few to compare."


def test_the_foot_says_for_how_many_the_group_is_not_known():
    known = groups(("North", group("North", 1.1, reason="Not known for 27% of those counted.")))
    assert fairness_words.foot(known).startswith("Not known for 27% of those counted. A gap")
    assert fairness_words.foot(groups(("Far", group("Far")))) == fairness_words.NOTE


def test_groups_all_on_one_side_of_the_whole_are_explained():
    one = group("Housed", 1.12, 1.02, 1.2)
    both = groups(("Housed", one), ("Unhoused", group("Unhoused", 1.06, 0.9, 1.2)))
    assert fairness_words.WITHOUT_A_GROUP in fairness_words.foot(both)
    apart = groups(("Housed", one), ("Unhoused", group("Unhoused", 0.9, 0.8, 1.0)))
    assert fairness_words.WITHOUT_A_GROUP not in fairness_words.foot(apart)


def test_only_figures_that_can_be_compared_are_offered_and_all_where_none_can():
    found = groups(("North", group("North", 1.1)), ("Far", group("Far")))
    found["measure"] = ["arrest_rate", "response_p50"]
    among = ("response_p50", "arrest_rate")
    assert fairness_words.told(found, "measure", among) == ["arrest_rate"]
    assert fairness_words.told(found.iloc[1:], "measure", among) == ["response_p50"]
    assert fairness_words.told(found.drop(columns="measure"), "measure", among) == []


def test_a_choice_without_groups_shows_what_says_why():
    found = groups(("North", group("North", 1.1)))
    assert len(fairness_words.chosen(found, AREA, "arrest_rate")) == 1
    assert fairness_words.chosen(found, AREA, "gone").equals(found)
    assert fairness_words.chosen(found, RACE, "gone").equals(found)


def test_groups_are_drawn_from_the_highest_with_their_range_in_words():
    rows = fairness_words.rows(
        groups(
            ("South", group("South", 0.9, 0.8, 1.0)),
            ("North", group("North", 1.1)),
            ("Far", group("Far")),
        )
    )
    assert list(rows["said"]) == ["1.10", "0.90 (0.80 to 1.00)"]
