import pyarrow as pa

from arp.intake.corrections.grids import grid_of
from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, workbook


def known(drawing):
    found = understand(workbook(sheet(drawing)), lake=None, today=TODAY)
    return found.source.sheets[0]


def test_blank_cells_are_unknown_and_rows_keep_their_numbers():
    source = known("Incident Number | Received\n1 | 2026-10-15 14:00")
    columns = [pa.array(["7", " "]), pa.array(["", "2026-10-15 14:00"])]
    grid = grid_of(source, sheet("a | b"), 0, columns, [3, 9])
    assert grid.cells.to_pylist() == [{"0": "7", "1": None}, {"0": None, "1": "2026-10-15 14:00"}]
    assert (grid.rows.to_pylist(), grid.header_row) == ([3, 9], 1)
    assert grid.headers == ("Incident Number", "Received")


def test_a_place_that_is_typed_in_is_kept_by_its_block():
    source = known(
        "Incident Number | Received | Intersection\n1 | 2026-10-15 14:00 | Elm St / Oak Ave"
    )
    columns = [pa.array(["7"]), pa.array(["2026-10-15 14:00"]), pa.array(["1412 Elm St"])]
    grid = grid_of(source, sheet("a | b | c"), 0, columns, [3])
    assert "1412" not in str(grid.cells.to_pylist())
