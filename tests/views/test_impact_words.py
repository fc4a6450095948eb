from dataclasses import replace

import pytest

from arp.measures.prices import Price, Worth
from arp.measures.studies.hours_freed import Estimate
from arp.views import impact_words
from tests.views.drawn import frame

OWN = Estimate(
    diverted_n=18853, central=16243.8, low=15927.5, high=16573.2, police_hours_each=1.29,
    own_share=0.789, share=None, joint_hours=3290.1,
)  # fmt: skip
HALF = replace(OWN, central=8856.7, low=8691.1, high=9017.0, share=0.5)


def diverted(**shares):
    return frame(
        {"indicator": "calls_diverted", "value": 18853},
        {"indicator": "ems_diverted", "value": 7848},
        {"indicator": "fire_diverted", "status": "not measured"},
        {"indicator": "diversion_share_total", "value": 0.127, **shares},
        {"indicator": "hours_freed", "value": 16243.8, "low": 15927.5, "high": 16573.2},
        {"indicator": "police_hours_on_eligible", "value": 42927.3},
    )


NOTHING = frame({"indicator": "calls_diverted", "status": "not measured", "reason": "Upload it."})


def test_the_answer_names_the_calls_and_their_share():
    assert impact_words.answer(diverted()) == (
        "18,853 eligible calls handled with no police sent: 13% of all police-bound calls"
    )
    assert impact_words.answer(diverted(status="not measured")) == (
        "18,853 eligible calls handled with no police sent"
    )
    assert "does not tell" in impact_words.answer(NOTHING)


def test_where_nobody_can_tell_of_police_the_answer_is_what_ems_and_fire_were_spared():
    without_police = frame(
        {"indicator": "calls_diverted", "status": "not measured", "reason": "Upload it."},
        {"indicator": "ems_diverted", "value": 275},
        {"indicator": "fire_diverted", "value": 154},
    )
    assert impact_words.answer(without_police) == (
        "Eligible calls handled: 275 with no EMS unit sent and 154 with no fire unit sent"
    )
    assert impact_words.proof(without_police) == "Upload it."


def test_hours_freed_are_called_an_estimate_beside_hours_that_were_seen():
    assert impact_words.proof(diverted()) == (
        "That may have freed 16,244 police hours (15,928 to 16,573 hours), an estimate. "
        "Police still spent 42,927 hours on calls that a team may take."
    )
    assert impact_words.proof(NOTHING) == "Upload it."


def test_an_agency_that_is_not_measured_is_not_said_to_be_relieved_of_nothing():
    assert impact_words.by_agency(diverted()) == (
        "Diverted: 18,853 from police and 7,848 from EMS. A call may stand under several "
        "agencies. Not measured: fire."
    )
    assert impact_words.by_agency(NOTHING) == "Upload it."


def types():
    return frame(
        {"call_type": "Trespass", "value": 0.56, "n": 15260, "numerator": 8546},
        {"call_type": "Indecency", "value": 0.52, "n": 1000, "numerator": 520},
        {"call_type": "TRESPASS", "value": 0.9, "n": 29, "numerator": 26},
        {"call_type": "Alarm", "status": "too few", "n": 0},
    )


def test_call_types_stand_by_their_calls_and_small_ones_are_left_to_the_table():
    assert list(impact_words.most_first(types())["call_type"]) == ["Trespass", "Indecency"]
    assert list(impact_words.most_first(types(), "value", rows=1)["call_type"]) == ["Trespass"]
    assert impact_words.most_police_only(types()) == (
        "Most often: Trespass, 8,546 calls, 56% of that type’s eligible calls."
    )


def test_where_no_call_type_has_calls_enough_all_are_kept():
    few = types().iloc[2:]
    assert len(impact_words.most_first(few)) == 2
    assert impact_words.most_police_only(NOTHING) == "Upload it."


def test_the_assumption_is_said_in_words_with_both_ranges():
    assert impact_words.freed(OWN, HALF, None) == (
        "Police were sent to 79% of calls of the same kind that no team took. Had they been sent "
        "to as many of these 18,853 calls, about 16,244 police hours (15,928 to 16,573 hours) "
        "would have been spent. If 50% had had police: about 8,857 police hours (8,691 to 9,017 "
        "hours)."
    )
    assert impact_words.freed(None, None, NOTHING.iloc[0]) == "Upload it."


def test_estimates_are_readings_one_an_assumption():
    drawn = impact_words.estimates((OWN, None, HALF))
    assert list(drawn["assumption"]) == ["Sent as to similar calls (79%)", "If 50% had had police"]
    assert list(drawn["value"]) == [16243.8, 8856.7]


def test_time_is_worth_the_citys_own_price_or_nothing_is_said():
    found = Worth(Price("Police officer", 68.0), 1104577, 1083072, 1126978)
    assert impact_words.worth(found) == (
        "At the city’s own price of $68 an hour (Police officer) that time is worth $1,104,577 "
        "($1,083,072 to $1,126,978): time for other calls, not money saved."
    )
    assert impact_words.worth(None) == "No price of a police hour is set."
    assert impact_words.each(None) == ""
    assert "1.3 police hours on average" in impact_words.each(OWN)


def gap(value, low, high):
    return frame(
        *(
            {"indicator": "response_gap_vs_police", "part": part, **told}
            for part, told in (
                ("program", {"value": 16.3}),
                ("police alone", {"value": 22.4}),
                ("difference", {"value": value, "low": low, "high": high}),
            )
        )
    )


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        ((-6.1, -6.3, -5.8), ": 6.1 minutes less (5.8 to 6.3 minutes)."),
        ((6.1, 5.8, 6.3), ": 6.1 minutes more (5.8 to 6.3 minutes)."),
        ((-0.8, -1.7, 0.4), ": no difference that can be told apart from chance."),
    ],
)
def test_the_program_beside_police_is_a_difference_only_where_its_interval_says_so(interval, said):
    assert impact_words.beside_police(gap(*interval)) == (
        "Half of the program’s calls waited 16.3 minutes or less, half of those that police "
        f"answered alone 22.4 minutes{said}"
    )


def test_beside_police_not_measured_says_what_to_upload():
    alone = NOTHING.assign(indicator="response_gap_vs_police")
    assert impact_words.beside_police(alone) == "Upload it."
