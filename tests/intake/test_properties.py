"""What holds of every sheet of calls, whatever stands in it."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from arp.intake.road import understand
from tests.intake.drawn import TODAY, of_rows, workbook

HEADER = ["Incident Number", "Unit ID", "Call Type", "Received", "Dispatched"]
NUMBERS = st.one_of(st.none(), st.sampled_from(["0025000", "7", "P-1", "12345678901234567890"]))
UNITS = st.one_of(st.none(), st.sampled_from(["E1", "CRT2", "007"]))
TYPES = st.one_of(st.none(), st.sampled_from(["Theft", "Noise", "Welfare check"]))
TIMES = st.one_of(
    st.none(),
    st.just("soon"),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 10, 31)).map(
        lambda at: at.strftime("%m/%d/%Y %I:%M:%S %p")
    ),
)
PROVEN = ["1", "E1", "Theft", "01/31/2026 01:00:00 AM", "01/31/2026 01:01:00 AM"]
ROWS = st.lists(st.tuples(NUMBERS, UNITS, TYPES, TIMES, TIMES), min_size=1, max_size=10)


def understood(rows):
    # one row is always whole, so that the sheet is known for what it is
    drawn = of_rows([HEADER, PROVEN, *map(list, rows)])
    return understand(workbook(drawn), lake=None, today=TODAY)


def read(rows):
    return understood(rows).change


def stored(change, *columns):
    return {
        name: sorted(map(str, rows.select(list(columns)).to_pylist()))
        for name, rows in change.tables.items()
        if name != "settings"
    }


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_the_accounting_closes(rows):
    change = read(rows)
    of_sheet = {
        "calls": [row for row in rows if row != (None,) * 5],
        "unit_responses": [row for row in rows if row[1] is not None],  # a unit was sent
    }
    for name, tally in change.tallies.items():
        assert tally.rows_read == change.tables[name].num_rows + tally.merged + tally.set_aside
        if name != "settings":
            assert tally.rows_read == 1 + len(of_sheet[name])


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms())
def test_the_order_of_rows_that_do_not_contradict_each_other_is_nothing(rows, random):
    once = list({(number, unit): (number, unit, *rest) for number, unit, *rest in rows}.values())
    calls = {number: kind for number, _, kind, *_ in once}
    agreeing = [(number, unit, calls[number], *times) for number, unit, _, *times in once]
    turned = random.sample(agreeing, len(agreeing))
    one, other = read(agreeing), read(turned)
    if understood(agreeing).mappings[0].unit_level:
        assert stored(one, "row_key", "row_hash") == stored(other, "row_key", "row_hash")


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_the_same_sheet_twice_has_the_same_hashes(rows):
    assert stored(read(rows), "row_hash") == stored(read(rows), "row_hash")


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_identifiers_come_back_byte_for_byte(rows):
    numbers = set(read(rows).tables["calls"].column("incident_number").to_pylist())
    assert numbers <= {"1", *(number for number, *_ in rows)}
