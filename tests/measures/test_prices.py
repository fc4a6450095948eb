import pytest

from arp.measures.prices import ED_VISIT, JAIL_BOOKING, Price, police_hour, price_of, worth
from arp.measures.studies.hours_freed import Estimate

ESTIMATE = Estimate(
    diverted_n=10, central=10, low=8, high=13, police_hours_each=1.25, own_share=0.8,
    share=None, joint_hours=0,
)  # fmt: skip


def test_the_price_of_a_police_hour_is_the_citys_own():
    costs = [
        {"cost": "Emergency department visit", "amount": 1450.0, "per": "visit"},
        {"cost": "Police vehicle", "amount": 30000.0, "per": "year"},
        {"cost": "Police officer, loaded", "amount": 68.0, "per": "Hour"},
    ]
    assert police_hour(costs) == Price("Police officer, loaded", 68.0)


@pytest.mark.parametrize("amount", [None, 0])
def test_without_an_amount_there_is_no_price(amount):
    assert police_hour([{"cost": "Police officer", "amount": amount, "per": "hour"}]) is None
    assert police_hour([]) is None


def test_hours_are_worth_their_price_with_the_same_range():
    found = worth(ESTIMATE, Price("Police officer", 68.0))
    assert (found.low, found.central, found.high) == (8 * 68, 10 * 68, 13 * 68)


def test_a_price_is_known_by_how_its_name_begins_and_per_what_it_is():
    costs = [
        {"cost": "Emergency department bed", "amount": 90.0, "per": "day"},
        {"cost": "emergency department visit, mean", "amount": 1450.0, "per": "Visit"},
        {"cost": "Jail booking", "amount": 0, "per": "booking"},
    ]
    assert price_of(costs, ED_VISIT) == Price("emergency department visit, mean", 1450.0)
    assert price_of(costs, JAIL_BOOKING) == Price("Jail booking", 0.0)
    assert price_of(costs[:1], ED_VISIT) is None


def test_a_missing_price_is_named_with_where_to_set_it():
    assert "“Jail booking” per booking" in JAIL_BOOKING.to_set_it
    assert "Settings, Costs" in JAIL_BOOKING.to_set_it
