import pytest

from arp.intake.corrections.carried import SentRow, carried, is_carried, unpacked
from tests.intake.corrections.test_source import source
from tests.intake.drawn import of_rows

ROW = SentRow(sheet=0, number=7, cells=("0026", None, "10/15/2026 14:00"))


def hidden(*rows: SentRow):
    return of_rows([list(cells) for cells in carried(source(), rows)], name="whatever")


def test_source_and_rows_come_back():
    assert unpacked(hidden(ROW)) == (source(), [ROW])


def test_it_is_known_by_what_stands_in_it_whatever_its_name():
    assert is_carried(hidden(ROW))
    assert not is_carried(of_rows([["Incident Number", "Received"]]))


def test_blank_cells_at_the_end_of_a_row_need_not_be_there():
    row = SentRow(sheet=0, number=7, cells=("0026", None, None))
    assert unpacked(hidden(row))[1] == [row]


@pytest.mark.parametrize("place", [(-1, "1"), (-1, "-1"), (-1, None)])
def test_a_row_of_no_sheet_is_told_so(place):
    rows = [list(cells) for cells in carried(source(), [ROW])]
    rows[place[0]][1] = place[1]
    with pytest.raises(ValueError):
        unpacked(of_rows(rows))
