import pyarrow as pa

from arp.intake.checking.settling import Settled
from arp.intake.corrections.merging import mended
from arp.intake.corrections.recognizing import ReturnedSheet
from arp.intake.mapping import Mapping
from arp.lake.change import Tally
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

HERE = ReturnedSheet(
    source=None, now=None, sent=None, places={2: 12, 3: 13, 4: 14},
    mapping=Mapping(sheet="Rows", header_row=1, columns=(), tables=("calls",)),
)  # fmt: skip


def settled(drawn: str, *findings: Finding) -> Settled:
    """Rows drawn as “row:key:hash”."""
    parts = [word.split(":") for word in drawn.split()]
    rows = pa.table(
        {
            "sheet": pa.array(["Rows"] * len(parts), pa.string()),
            "sheet_row": pa.array([int(row) for row, _, _ in parts], pa.int64()),
            "row_key": pa.array([key for _, key, _ in parts], pa.string()),
            "row_hash": pa.array([said for _, _, said in parts], pa.string()),
        }
    )
    n = len(parts) + len(findings)
    tally = Tally(rows_read=n, set_aside=len(findings))
    return Settled(rows=rows, tally=tally, findings=findings)


def merged(now: Settled, sent: Settled, **held: str):
    found = mended(now, sent, held, [HERE])
    rows = found.settled.rows
    came = [":".join(pair) for pair in zip(
        rows["row_key"].to_pylist(), rows["row_hash"].to_pylist(), strict=True)]  # fmt: skip
    tally = found.settled.tally
    assert tally.rows_read == rows.num_rows + tally.unchanged + tally.set_aside
    return came, found.left_behind["row_key"].to_pylist(), tally


def test_a_row_that_is_as_it_was_sent_stays_out_whatever_is_saved():
    came, gone, tally = merged(settled("2:a:1"), settled("12:a:1"), a="9")
    assert (came, gone, tally.unchanged) == ([], [], 1)


def test_a_row_that_says_something_else_comes_in():
    assert merged(settled("2:a:2"), settled("12:a:1"), a="1")[:2] == (["a:2"], [])


def test_a_key_that_was_mended_leaves_the_old_one_behind():
    assert merged(settled("2:b:2"), settled("12:a:1"))[:2] == (["b:2"], ["a"])


def test_a_row_that_did_not_come_back_leaves_nothing_behind():
    assert merged(settled("2:b:2"), settled("12:b:1 19:a:1"))[:2] == (["b:2"], [])


def test_a_row_that_is_set_aside_leaves_nothing_behind():
    aside = Finding(CATALOG["missing_identity"], sheet="Rows", row=2, column="incident number")
    assert merged(settled("", aside), settled("12:a:1"))[:2] == ([], [])


def test_a_new_key_that_another_row_has_sets_the_row_aside():
    came, gone, tally = merged(settled("2:b:2"), settled("12:a:1"), b="9")
    assert (came, gone, tally.set_aside) == ([], [], 1)


def test_a_new_key_under_which_the_same_is_saved_is_no_other_row():
    assert merged(settled("2:b:2"), settled("12:a:1"), b="2")[0] == ["b:2"]


def test_two_rows_that_change_their_keys_with_each_other_both_come_in():
    now, sent = settled("2:b:1 3:a:2"), settled("12:a:1 13:b:2")
    assert merged(now, sent, a="1", b="2")[:2] == (["b:1", "a:2"], [])
