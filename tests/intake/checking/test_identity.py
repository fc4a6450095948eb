from hashlib import sha256

import pyarrow as pa

from arp.intake.checking import identity
from arp.intake.checking.identity import row_hashes
from arp.words.tables import TABLES
from tests.intake.drawn import rows_of, understood

FIGURES = TABLES["figures"]


def figures(**columns):
    n = len(next(iter(columns.values())))
    return pa.table(
        {f.name: columns.get(f.name, pa.nulls(n, pa.string())) for f in FIGURES.stored_fields}
    )


def test_a_hash_is_of_what_is_known_and_the_same_for_ever():
    hashes = row_hashes(figures(figure=["population"], month=["2026-10"]), FIGURES)
    known = "figures\x1ffigure=population\x1fmonth=2026-10"
    assert hashes.to_pylist() == [sha256(known.encode()).hexdigest()[:32]]


def test_hashes_do_not_hang_on_how_many_rows_are_hashed_at_once(monkeypatch):
    rows = figures(figure=["a", "b", "c", None, "a"], area=[None, None, "x", None, None])
    together = row_hashes(rows, FIGURES)
    monkeypatch.setattr(identity, "_ROWS_AT_ONCE", 2)
    assert row_hashes(rows, FIGURES).to_pylist() == together.to_pylist()
    assert row_hashes(rows.slice(0, 0), FIGURES).to_pylist() == []


def test_the_same_text_in_another_field_is_another_row():
    one = row_hashes(figures(figure=["a"], area=["b"]), FIGURES)
    other = row_hashes(figures(figure=["a"], source=["b"]), FIGURES)
    assert one != other


def test_exact_repeats_merge_and_contradicting_ones_are_set_aside():
    repeated = understood(
        """
        Incident Number | Call Type | Received
        26-1 | Theft | 2026-10-05 14:05:11
        26-1 | Noise | 2026-10-05 14:05:11
        26-1 | Theft | 2026-10-05 14:05:11
         | Noise | 2026-10-05 14:05:11
        """
    )
    tally = repeated.change.tallies["calls"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == (4, 1, 2)
    assert rows_of(repeated, "calls", "call_type_initial", "sheet_row") == [("Theft", 2)]
    found = [(f.kind.key, f.row, f.found, f.other) for f in repeated.findings]
    assert ("contradicting_repeat", 3, "26-1", "2") in found
    assert ("missing_identity", 5, None, None) in found


def test_a_unit_without_a_sequence_is_still_itself():
    units = understood(
        """
        Incident number | Unit | Sequence | Dispatched
        26-1 | CRT1 | | 2026-10-05 14:05:11
        26-1 | P12 | 2 | 2026-10-05 14:06:11
        """
    )
    assert rows_of(units, "unit_responses", "row_key") == [
        ("26-1\x1fCRT1\x1f",),
        ("26-1\x1fP12\x1f2",),
    ]


def test_a_layout_without_any_number_tells_rows_apart_by_their_content():
    drawn = """
    Team | Contact date and time | Contact outcome
    CRT | 2026-10-05 14:05:11 | Engaged
    CRT | 2026-10-05 15:05:11 | Engaged
    CRT | 2026-10-05 15:05:11 | Engaged
    """
    tally = understood(drawn).change.tallies["encounters"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == (3, 1, 0)
