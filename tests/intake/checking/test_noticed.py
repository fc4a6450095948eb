from arp.intake.road import understand
from tests.intake.drawn import TODAY, kinds, sheet, understood, workbook


def test_columns_that_are_needed_left_out_or_not_used_are_named():
    read = understood(
        """
        Incident Number | Received | Caller name | Hydrant pressure
        26-1 | 2026-10-05 14:00 | Jane Doe | 7
        """
    )
    found = {(f.kind.key, f.column) for f in read.findings}
    assert ("personal_column_left_out", "Caller name") in found
    assert ("unused_column", "Hydrant pressure") in found
    assert ("column_missing", "On scene") in found
    assert ("column_missing", "Received") not in found


def test_months_without_rows_and_rows_without_a_month_are_told():
    read = understood(
        """
        Incident Number | Received
        26-1 | 2026-08-05 14:00
        26-2 | 2026-10-05 14:00
        26-3 |
        """
    )
    found = {f.kind.key: (f.found, f.n) for f in read.findings}
    assert found["month_gap"] == ("2026-09", None)
    assert found["undated_rows"] == (None, 1)


def test_errors_and_formulas_without_a_result_are_told_where_they_count():
    drawn = sheet(
        "Incident Number | Received | Beat | Foo\n26-1 | 2026-10-05 14:00 | | ",
        error_cells=((2, 2, "#REF!"), (2, 3, "#N/A")),
        uncached_formulas=4,
    )
    found = understand(workbook(drawn), lake=None, today=TODAY).findings
    assert [(f.row, f.column, f.found) for f in found if f.kind.key == "error_cell"] == [
        (2, "Beat", "#REF!")
    ]
    assert [f.n for f in found if f.kind.key == "uncached_formulas"] == [4]


ALIKE = """
Encounter ID | Contact date and time | Contact outcome
E1 | 2026-10-05 14:00 | Engaged Client
E2 | 2026-10-05 14:00 | Engaged Client
E3 | 2026-10-05 14:00 | Engaged client
"""


def test_labels_that_look_alike_are_proposed_and_merged_only_when_confirmed():
    proposed = understood(ALIKE)
    (finding,) = [f for f in proposed.findings if f.kind.key == "similar_labels"]
    assert (finding.found, finding.other, finding.n) == ("Engaged client", "Engaged Client", 1)
    assert "labels" not in proposed.change.tables["settings"].column("section").to_pylist()

    merged = understood(ALIKE, {"merge_labels": "yes"}).change
    settings = merged.tables["settings"].to_pylist()
    (row,) = [row for row in settings if row["section"] == "labels"]
    assert row["name"] == "contact_label\x1fEngaged client"
    assert '"read_as": "Engaged Client"' in row["value"]
    # the rows keep the city's own text
    assert "Engaged client" in merged.tables["encounters"].column("contact_label").to_pylist()


def test_serial_numbers_read_as_dates_are_told():
    assert "serial_dates" in kinds(understood("event no. | received\nP1 | 43101.0256944444"))
