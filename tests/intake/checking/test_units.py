import pyarrow as pa

from arp.intake.checking.units import sends_a_unit_again
from tests.intake.drawn import rows_of, understood

DRAWN = """
Call Number | Unit ID | Unit sequence | Call Type | Received | Dispatched | On Scene | Available
26-1 | E2 | 2 | Fire | 2026-10-05 14:00 | 2026-10-05 14:01 | 2026-10-05 14:05 | 2026-10-05 14:20
26-1 | E1 | 1 | Alarm | 2026-10-05 14:00 | 2026-10-05 14:02 | 2026-10-05 14:09 | 2026-10-05 14:30
26-2 | E1 | 1 | Alarm | 2026-10-05 15:00 | 2026-10-05 15:01 | | 2026-10-05 15:03
 | E9 | 1 | Alarm | 2026-10-05 16:00 | | | 
"""


def test_a_call_has_the_first_of_each_clock_the_last_clear_and_its_first_units_words():
    rows = rows_of(
        understood(DRAWN),
        "calls",
        "call_type_initial",
        "dispatched_at",
        "on_scene_at",
        "cleared_at",
    )
    assert [[str(value) for value in row] for row in rows] == [
        ["Alarm", "2026-10-05 14:01:00", "2026-10-05 14:05:00", "2026-10-05 14:30:00"],
        ["Alarm", "2026-10-05 15:01:00", "None", "2026-10-05 15:03:00"],
    ]


def test_the_sums_of_both_tables_close():
    tallies = understood(DRAWN).change.tallies
    calls, units = tallies["calls"], tallies["unit_responses"]
    assert (calls.rows_read, calls.merged, calls.set_aside) == (4, 1, 1)  # 2 calls
    assert (units.rows_read, units.merged, units.set_aside) == (4, 0, 1)  # 3 units


def test_the_order_of_the_rows_is_nothing():
    header, *rows = DRAWN.strip().split("\n")
    turned = understood("\n".join([header, *reversed(rows)]))
    assert sorted(rows_of(turned, "calls", "row_key", "row_hash")) == sorted(
        rows_of(understood(DRAWN), "calls", "row_key", "row_hash")
    )


SENT_TWICE = """
Call Number | Unit ID | Call Type | Received | Dispatched | On Scene | Available
26-1 | CRT1 | Welfare | 2026-10-05 14:00 | 2026-10-05 14:03 | | 2026-10-05 14:05
26-1 | CRT1 | Welfare | 2026-10-05 14:00 | 2026-10-05 14:08 | 2026-10-05 14:20 | 2026-10-05 14:40
26-1 | CRT1 | Welfare | 2026-10-05 14:00 | 2026-10-05 14:08 | 2026-10-05 14:20 | 2026-10-05 14:40
26-2 | P7 | Alarm | 2026-10-05 15:00 | 2026-10-05 15:01 | 2026-10-05 15:09 | 2026-10-05 15:30
26-2 | P8 | Alarm | 2026-10-05 15:00 | 2026-10-05 15:02 | 2026-10-05 15:10 | 2026-10-05 15:30
26-3 | | Noise | 2026-10-05 16:00 | | | 2026-10-05 16:30
"""


def test_a_unit_sent_twice_to_a_call_keeps_both_its_rows_and_its_arrival():
    units = understood(SENT_TWICE)
    told = rows_of(units, "unit_responses", "unit_id", "sequence", "on_scene_at")
    assert [(unit, place, str(arrived)) for unit, place, arrived in told] == [
        ("CRT1", None, "None"),
        ("CRT1", 2, "2026-10-05 14:20:00"),
        ("P7", None, "2026-10-05 15:09:00"),
        ("P8", None, "2026-10-05 15:10:00"),
    ]
    tally = units.change.tallies["unit_responses"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == (5, 1, 0)


def test_a_call_to_which_no_unit_was_sent_is_a_call_and_no_units_row():
    sent = understood(SENT_TWICE)
    assert len(rows_of(sent, "calls", "incident_number")) == 3
    assert "missing_identity" not in {finding.kind.key for finding in sent.findings}


def test_a_unit_is_sent_again_when_it_stands_in_two_rows_of_one_call():
    def units(*pairs):
        numbers, names = zip(*pairs, strict=True) if pairs else ((), ())
        columns = {"incident_number": numbers, "unit_id": names}
        return pa.table({name: pa.array(held, pa.string()) for name, held in columns.items()})

    assert sends_a_unit_again(units(("1", "E1"), ("2", "E1"), ("1", "E1")))
    assert not sends_a_unit_again(units(("1", "E1"), ("2", "E1"), ("1", "E2")))
    assert not sends_a_unit_again(units())
