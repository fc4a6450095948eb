import pytest

from arp.measures.moves import WHOLE, Moved, Said


@pytest.mark.parametrize(
    ("then", "now", "size"), [(100, 50, 0.5), (50, 100, 0.5), (None, 1, 1.0), (0, 0, 0.0)]
)
def test_the_size_of_a_move_is_a_share_of_the_larger_value(then, now, size):
    move = Moved(key="calls", period=WHOLE, before=Said(value=then), after=Said(value=now))
    assert move.size == size
