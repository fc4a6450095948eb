from arp.measures.studies.candidates import CALLS, POLICE_MINUTES, POLICE_SENT, TYPE_PARTS
from arp.views import candidate_rows
from tests.views.drawn import frame

WHY = "It needs a dispatch (CAD) export."


def candidates():
    return frame(
        {"call_type": "Noise", "part": CALLS, "value": 1200},
        {"call_type": "Noise", "part": POLICE_SENT, "value": 0.4},
        {"call_type": "Noise", "part": POLICE_MINUTES, "status": "not measured"},
        {"call_type": "Alarm", "part": CALLS, "value": 80},
        {"call_type": "Alarm", "part": POLICE_SENT, "value": 0.98},
        {"call_type": "Alarm", "part": POLICE_MINUTES, "value": 24.5},
    )


def test_a_call_type_is_one_row_with_each_sign_in_its_own_unit():
    rows = candidate_rows.call_types(candidates())[
        ["Call type", "Calls", "Police sent", "Police time"]
    ]
    assert rows.values.tolist() == [
        ["Noise", "1,200", "40%", "not measured"],
        ["Alarm", "80", "98%", "24.5 min"],
    ]


def test_every_sign_of_a_candidate_has_a_column():
    assert set(candidate_rows.TITLES) == set(TYPE_PARTS)


def test_the_largest_candidate_is_named_and_nothing_is_decided():
    assert candidate_rows.largest_type(candidates()) == (
        "The largest call type that no team may take yet: Noise, 1,200 calls. The signs of risk "
        "beside it are for people to weigh."
    )


def test_without_candidates_there_is_no_table_but_the_reason():
    untold = frame({"status": "not measured", "reason": WHY})
    assert candidate_rows.call_types(untold).empty
    assert candidate_rows.largest_type(untold) == WHY
    assert candidate_rows.best_block(candidate_rows.areas_and_hours(untold)) == WHY


def test_an_area_and_block_is_said_in_words():
    blocks = frame(
        {"area": "North", "part": "weekdays 20–24", "value": 0.21, "n": 700},
        {"area": "South", "part": "weekend 08–12", "value": 0.36, "n": 459},
    )
    placed = candidate_rows.areas_and_hours(blocks)
    assert placed["place"].tolist() == ["North, weekdays 8 PM–12 AM", "South, weekend 8 AM–12 PM"]
    assert candidate_rows.best_block(placed) == (
        "One more hour of one unit would meet the most unserved calls in South, weekend "
        "8 AM–12 PM: 0.36 an hour, 459 calls in all."
    )
