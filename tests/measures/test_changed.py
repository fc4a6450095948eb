from arp.measures.changed import what_changed
from arp.measures.moves import WHOLE
from tests.measures.drawn import evidence

HEAD = """
feeds
feed | scope
cad  | program

calls
incident_number | received_at      | on_scene_at
"""
JANUARY = HEAD + "1 | 2026-01-05 08:00 | 08:12\n2 | 2026-01-06 08:00 | 08:20"
MORE = JANUARY + "\n3 | 2026-01-07 08:00 | 08:30"
FEBRUARY = MORE + "\n4 | 2026-02-01 08:00 | 08:30"
COUNT = ["program_responses"]


def moves(before: str | None, after: str, *months: str, keys=COUNT) -> list[tuple]:
    earlier = None if before is None else evidence(before)
    found = what_changed(earlier, evidence(after), months, keys)
    return [(m.key, m.period, m.before.value, m.after.value) for m in found]


def test_a_month_and_the_whole_say_from_what_to_what():
    assert moves(JANUARY, MORE, "2026-01") == [
        ("program_responses", "2026-01", 2, 3),
        ("program_responses", WHOLE, 2, 3),
    ]


def test_the_same_facts_move_nothing():
    assert moves(MORE, MORE, keys=None) == []


def test_only_the_months_that_were_touched_are_looked_at():
    assert ("program_responses", "2026-01", 2, 3) not in moves(JANUARY, FEBRUARY, "2026-02")
    assert ("program_responses", "2026-02", None, 1) in moves(JANUARY, FEBRUARY, "2026-02")


def test_without_months_every_month_is_looked_at_newest_first():
    assert [period for _, period, _, _ in moves(JANUARY, FEBRUARY)] == ["2026-02", "2026-01", WHOLE]


def test_where_nothing_was_saved_before_every_figure_comes_from_none():
    assert moves(None, JANUARY, "2026-01")[0] == ("program_responses", "2026-01", None, 2)


def test_a_figure_that_is_lost_comes_first_and_keeps_its_reason():
    told = HEAD + "\n".join(f"{n} | 2026-01-05 08:{n:02} | 09:00" for n in range(9))
    few = HEAD + "\n".join(f"{n} | 2026-01-05 08:{n:02} | 09:00" for n in range(3))
    keys = ["program_responses", "response_p50"]
    first, *_ = what_changed(evidence(told), evidence(few), ["2026-01"], keys)
    assert first.key == "response_p50" and first.is_lost
    assert first.after.status == "too few" and "Fewer than" in first.after.reason
