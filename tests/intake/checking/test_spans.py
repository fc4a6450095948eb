from tests.intake.drawn import kinds, rows_of, understood


def test_a_span_gives_the_clock_that_has_no_column():
    drawn = """
    inci_id | nature | calltime | secs_to_disp | secs_to_arrv
    26-1 | Theft | 2026-10-05 14:00:00 | 60 | 600.4
    26-2 | Noise | | 60 |
    """
    read = understood(drawn)
    (first, second) = rows_of(read, "calls", "dispatched_at", "on_scene_at")
    assert [str(time) for time in first] == ["2026-10-05 14:01:00", "2026-10-05 14:10:00"]
    assert second == (None, None)
    assert {"clock_from_span", "span_without_start"} <= set(kinds(read))


def test_a_clock_of_its_own_is_never_replaced_by_a_span():
    drawn = """
    inci_id | calltime | Dispatched | secs_to_disp
    26-1 | 2026-10-05 14:00:00 | | 60
    """
    assert rows_of(understood(drawn), "calls", "dispatched_at") == [(None,)]


def test_spans_follow_one_another():
    drawn = """
    Incident Number | Received | Intake minutes | Queue minutes
    26-1 | 2026-10-05 14:00:00 | 1.5 | 10
    """
    (row,) = rows_of(understood(drawn), "calls", "queued_at", "dispatched_at")
    assert [str(time) for time in row] == ["2026-10-05 14:01:30", "2026-10-05 14:11:30"]
