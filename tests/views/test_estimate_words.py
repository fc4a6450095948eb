import pytest

from arp.measures.prices import BOOKINGS, JAIL_BOOKING, POLICE, PROGRAM, TOTAL
from arp.views import estimate_words
from tests.views.drawn import frame, reading

NOTHING = frame({"status": "not measured", "reason": "Upload it."})


def test_transports_have_their_range_and_what_they_are_made_of():
    row = reading(value=312, low=240, high=391, reason="Expected: 900. Observed: 588.")
    assert estimate_words.transports(row) == (
        "About 312 transports to a hospital may have been avoided (240 to 391). Expected: 900. "
        "Observed: 588."
    )
    assert estimate_words.transports(NOTHING.iloc[0]) == "Upload it."


def test_more_transports_than_expected_are_not_called_avoided():
    said = estimate_words.transports(reading(value=-12, low=-20, high=-3))
    assert said.startswith("About 12 more people were taken to a hospital than ")
    assert "avoided" not in said


def test_a_range_that_holds_none_is_not_told_apart_from_chance():
    said = estimate_words.transports(reading(value=14, low=-15, high=43, reason="Observed: 198."))
    assert "cannot be told apart from chance. Observed" in said


def parts(value, low, high, **told):
    return frame(
        {"part": TOTAL, "value": value, "low": low, "high": high, **told},
        {"part": POLICE, "value": 600, "low": 500, "high": 700, "reason": "10 police hours."},
        {"part": PROGRAM, "value": -400, "low": -400, "high": -400},
        {"part": BOOKINGS, "status": "not measured", "reason": JAIL_BOOKING.to_set_it},
    )


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((200, 100, 300), "worth $200 more than the program cost ($100 to $300)."),
        ((-200, -300, -100), "worth $200 less than the program cost ($100 to $300)."),
        ((50, -50, 150), "$50 more than the program cost. It can be more or less: the range"),
    ],
)
def test_the_worth_stands_beside_the_cost_and_is_not_called_saved(figures, said):
    found = estimate_words.cost(parts(*figures))
    assert said in found
    assert "Avoided is not saved." in found


def test_where_nothing_adds_up_it_says_what_is_missing():
    untold = parts(None, None, None, status="not measured", reason="Set a price.")
    assert estimate_words.cost(untold) == "It cannot be added up yet. Set a price."
    assert estimate_words.cost(NOTHING) == "Upload it."
    assert estimate_words.made_of(NOTHING).empty


def test_each_part_is_a_row_with_what_it_is_made_of():
    rows = estimate_words.made_of(parts(200, 100, 300))
    assert rows.to_numpy().tolist() == [
        ["Police hours freed", "$600", "$500 to $700", "10 police hours."],
        ["Program cost", "−$400", "", ""],
        ["Arrests avoided", "not measured", "", JAIL_BOOKING.to_set_it],
    ]


def test_a_missing_price_leads_to_the_settings():
    assert estimate_words.lacks_a_price(parts(200, 100, 300))
    assert not estimate_words.lacks_a_price(parts(200, 100, 300).iloc[:3])
