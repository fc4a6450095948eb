import pytest

from arp.measures.moves import WHOLE, Figure, Moved, Said, moves_between


@pytest.mark.parametrize(
    ("then", "now", "size"), [(100, 50, 0.5), (50, 100, 0.5), (None, 1, 1.0), (0, 0, 0.0)]
)
def test_the_size_of_a_move_is_a_share_of_the_larger_value(then, now, size):
    move = Moved(key="calls", period=WHOLE, before=Said(value=then), after=Said(value=now))
    assert move.size == size


def test_only_what_two_tellings_give_otherwise_has_moved():
    calls, waits, new = (Figure(key, "2026-10") for key in ("calls", "waits", "new"))
    then = {calls: Said(value=0.3), waits: Said(value=12.0), Figure("gone", WHOLE): Said()}
    now = {calls: Said(value=0.1 + 0.2), waits: Said(), new: Said(value=1.0)}
    moved = moves_between(then, now)
    assert [(each.key, each.before.value, each.after.value) for each in moved] == [
        ("waits", 12.0, None),
        ("new", None, 1.0),
    ]
