import pytest

from arp.measures.prices import Price, police_hour, worth
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
