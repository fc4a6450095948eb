from arp.views.export.promised import promised
from tests.views.export.drawn_handout import COMMITMENTS


def test_open_commitments_come_first_with_their_owner_and_day():
    table = promised(COMMITMENTS)
    assert table.values.tolist() == [
        ["Open", "=Name an owner", "D. Rivera", "Dec 4, 2026", ""],
        ["Done Nov 3, 2026", "Publish back-up", "", "", ""],
    ]
