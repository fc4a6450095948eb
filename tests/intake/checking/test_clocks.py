from arp.intake.checking.clocks import month_gaps
from tests.intake.drawn import kinds, rows_of, understood

UNCLEAR = """
Incident Number | Call Type | Received | On Scene
26-1 | Theft | 3/4/2026 10:00 | 3/4/2026 10:30
26-2 | Noise | 5/6/2026 10:00 | 5/6/2026 10:30
"""


def test_an_order_that_nothing_proves_is_asked_and_never_guessed():
    unclear = understood(UNCLEAR)
    (question,) = unclear.questions
    assert question.key == "date_order"
    assert [choice.value for choice in question.choices] == ["mdy", "dmy"]
    assert unclear.change is None


def test_the_answer_decides():
    for order, month in (("mdy", "2026-03"), ("dmy", "2026-04")):
        answered = understood(UNCLEAR, {"date_order": order})
        assert rows_of(answered, "calls", "month")[0] == (month,)


def test_an_answer_that_is_none_of_the_choices_is_no_answer():
    assert understood(UNCLEAR, {"date_order": "american"}).change is None


def test_one_column_proves_the_order_of_the_others():
    proven = UNCLEAR.replace("5/6/2026 10:30", "5/16/2026 10:30")
    assert rows_of(understood(proven), "calls", "month") == [("2026-03",), ("2026-05",)]


def test_where_columns_prove_different_orders_only_the_open_one_is_asked():
    drawn = """
    Incident Number | Received | Dispatched | On Scene
    26-1 | 1/13/2026 1:00 | 13/1/2026 1:05 | 1/2/2026 1:10
    """
    (question,) = understood(drawn).questions
    assert question.key == "date_order:On Scene"
    answered = understood(drawn, {"date_order:On Scene": "dmy"})
    assert str(rows_of(answered, "calls", "on_scene_at")[0][0]) == "2026-02-01 01:10:00"


def test_a_clock_before_the_one_before_it_and_one_a_day_later_are_found():
    drawn = """
    Incident Number | Received | Dispatched | On Scene
    26-1 | 2026-10-05 10:00 | | 2026-10-05 09:59
    26-2 | 2026-10-05 10:00 | 2026-10-05 10:00 | 2026-10-06 10:01
    26-3 | 2026-10-05 10:00 | 2026-10-05 10:00 | 2026-10-06 10:00
    """
    found = understood(drawn).findings
    about_order = [f for f in found if f.kind.key in ("times_out_of_order", "interval_too_long")]
    assert [(f.kind.key, f.row, f.column, f.other) for f in about_order] == [
        ("times_out_of_order", 2, "On Scene", "Received"),
        ("interval_too_long", 3, "On Scene", "Dispatched"),
    ]


def test_dates_before_2000_and_after_tomorrow_are_unknown():
    drawn = """
    Incident Number | Received
    26-1 | 1999-12-31 10:00
    26-2 | 2026-11-23 10:00
    26-3 | 2026-11-24 00:00
    """
    odd = understood(drawn)
    assert rows_of(odd, "calls", "month") == [("undated",), ("2026-11",), ("undated",)]
    assert {"impossible_time", "future_time"} <= set(kinds(odd))
    assert odd.undated == 2


def test_months_without_a_row_are_a_gap():
    found = [f.found for f in month_gaps("s", {"2024-10", "2025-01", "2025-03", "2025-04"})]
    assert found == ["2024-11 to 2024-12", "2025-02"]
