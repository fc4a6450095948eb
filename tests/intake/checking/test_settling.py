from datetime import date

from arp.intake.road import understand
from tests.intake.drawn import sheet, workbook

MONTH = "Incident Number | Call Type | Received\n{} | Theft | {} 14:00\n{} | Noise | {} 15:00"


def test_months_on_sheets_of_their_own_are_one_table():
    read = understand(
        workbook(
            sheet(MONTH.format("1", "2026-09-05", "2", "2026-09-06"), name="Sep"),
            sheet(MONTH.format("3", "2026-10-05", "2", "2026-09-07"), name="Oct"),
        ),
        lake=None,
        today=date(2026, 11, 22),
    )
    tally = read.change.tallies["calls"]
    assert (tally.rows_read, tally.merged, tally.set_aside) == (4, 0, 1)
    rows = read.change.tables["calls"]
    assert rows.column("month").to_pylist() == ["2026-09", "2026-09", "2026-10"]
    assert rows.column("sheet").to_pylist() == ["Sep", "Sep", "Oct"]
    assert set(rows.column("feed").to_pylist()) == {"cad-calls"}
