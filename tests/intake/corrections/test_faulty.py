from arp.intake.corrections.faulty import faulty_rows
from arp.intake.road import understand
from tests.intake.drawn import TODAY, of_rows, sheet, workbook

HEADER = "Incident Number | Call Type | Received | On Scene"


def faulty(*sheets, **how):
    book = workbook(*sheets)
    return faulty_rows(book, understand(book, lake=None, today=TODAY, **how))


def drawn(rows: str, header: str = HEADER, **about):
    return faulty(sheet(f"{header}\n{rows}", **about))


def numbers(found):
    return [[row.number for row in each.rows] for each in found.sheets]


def kinds(row):
    return {place: [f.kind.key for f in findings] for place, findings in row.faults.items()}


def test_only_rows_with_something_to_mend_are_in_it_in_their_order():
    found = drawn(
        """
        1 | Alarm | 2026-10-15 14:00 | soon
        2 | Alarm | 2026-10-15 14:00 | 2026-10-15 14:10
        3 | Alarm | later            | 2026-10-15 13:00
        """
    )
    assert numbers(found) == [[2, 4]]
    assert [kinds(row) for row in found.sheets[0].rows] == [
        {3: ["unreadable_time"]}, {2: ["unreadable_time"]},
    ]  # fmt: skip
    assert (found.rows, found.cells) == (2, 2)


def test_a_sound_file_has_none():
    assert drawn("1 | Alarm | 2026-10-15 14:00 | 2026-10-15 14:10") is None


def test_while_a_question_is_open_there_is_none():
    assert drawn("1 | Alarm | 3/4/2026 14:00 | soon") is None


def test_the_first_row_of_a_repeated_number_stands_beside_the_later_one():
    found = drawn("1|A|2026-10-15 14:00|\n2|A|2026-10-15 14:00|\n1|B|2026-10-15 15:00|")
    assert numbers(found) == [[2, 4]]
    first, later = found.sheets[0].rows
    assert first.faults == {} and kinds(later) == {0: ["contradicting_repeat"]}
    assert found.rows == 1


def test_it_stands_beside_it_on_another_sheet_too():
    found = faulty(
        sheet(f"{HEADER}\n1|A|2026-10-15 14:00|", name="First"),
        sheet(f"{HEADER}\n2|B|2026-10-15 15:00|\n1|B|2026-10-15 15:00|", name="Second"),
    )
    assert numbers(found) == [[2], [3]]


def test_all_units_of_a_call_stand_beside_the_one_that_is_at_fault():
    header = "Incident Number | Unit ID | Call Type | Received | On Scene"
    found = drawn(
        """
        1 | E1 | A | 2026-10-15 14:00 | 2026-10-15 14:10
        2 | E1 | A | 2026-10-15 16:00 | 2026-10-15 16:10
        1 | E2 | A | 2026-10-15 14:00 | soon
        """,
        header,
    )
    assert numbers(found) == [[2, 4]]


def test_a_missing_number_colors_the_column_of_numbers():
    found = drawn("1 | A | 2026-10-15 14:00 | \n | A | 2026-10-15 14:00 |")
    assert kinds(found.sheets[0].rows[0]) == {0: ["missing_identity"]}


def test_rows_are_found_wherever_the_table_stands():
    sound = "2 | A | 2026-10-15 14:00 | 2026-10-15 14:10"
    found = drawn(f"1 | A | soon | 2026-10-15 14:00\n{sound}", first_row=5)
    assert numbers(found) == [[6]]
    assert found.sheets[0].rows[0].cells[0] == "1"


def test_personal_cells_stay_behind_and_unused_ones_come_along():
    rows = [["Incident Number", "Received", "Caller Phone", "Crew"], ["1", "soon", "5550100", "=1"]]
    found = faulty(of_rows([*rows, ["2", "2026-10-15 14:00", "5550101", "x"]]))
    assert found.sheets[0].left_out == {2}
    assert found.sheets[0].rows[0].cells == ("1", "soon", None, "=1")
    assert not any("555" in str(cells) or "=1" in str(cells) for cells in found.carried)


def test_an_exact_place_goes_back_by_its_block():
    header = "Incident Number | Received | Intersection | Call Type"
    sound = [f"{n} | 2026-10-15 14:0{n} | Elm St / {n}th Ave | A" for n in range(2, 6)]
    found = drawn("\n".join(["1 | soon | 1412 Elm St | A", *sound]), header)
    assert "1412" not in str(found)
    assert "1400" in found.sheets[0].rows[0].cells[2]


def test_a_sheet_without_anything_to_mend_is_not_in_it():
    sound, at_fault = "1|A|2026-10-15 14:00|", "2|A|2026-10-15 14:00|\n3|A|soon|"
    found = faulty(
        sheet(f"{HEADER}\n{sound}", name="First"), sheet(f"{HEADER}\n{at_fault}", name="Second")
    )
    assert [each.name for each in found.sheets] == ["Second"]
    assert numbers(found) == [[3]]
