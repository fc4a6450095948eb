from arp.intake.recognition.two_rows import joined


def rows(drawing):
    return [[cell.strip() for cell in line.split("|")] for line in drawing.strip().split("\n")]


def test_groups_tell_columns_of_one_name_apart():
    above, below = rows("""
        Incident | Received |      | On Scene |
        Number   | Date     | Time | Date     | Time
    """)
    named = ["Incident Number", "Received Date", "Received Time", "On Scene Date", "On Scene Time"]
    assert joined(above, below) == named


def test_each_row_may_name_what_the_other_leaves_blank():
    above, below = rows("""
        Incident Number | Times    |          | District
                        | Received | On Scene |
    """)
    assert joined(above, below) == ["Incident Number", "Received", "On Scene", "District"]


def test_titles_above_a_header_and_data_below_it_are_no_part_of_it():
    header = ["Incident Number", "Call Type", "Received", "On Scene"]
    assert joined(["Call", "", "Times", ""], header) is None
    assert joined(["City of Durham", "", "", ""], header) is None
    assert joined(header, ["26-1", "Noise", "2026-10-05 14:00", ""]) is None
    assert joined([*header[:3], ""], ["A1", "Fire", "Medical", ""]) is None
    assert joined(header, header) is None
