from arp.intake.road import understand
from tests.intake.drawn import TODAY, of_rows, sheet, workbook

CALLS = sheet("Incident Number | Received\n26-1 | 2026-10-05 14:00", name="Data")
PROSE = of_rows([["These data come from dispatch."], ["Names were removed."]], name="Notes")


def read(*sheets, **answers):
    return understand(workbook(*sheets), lake=None, answers=answers, today=TODAY)


def test_a_sheet_of_prose_beside_the_table_is_passed_over():
    found = read(PROSE, CALLS)
    assert [mapping.sheet for mapping in found.mappings] == ["Data"]
    assert [f.sheet for f in found.findings if f.kind.key == "prose_sheet"] == ["Notes"]


def test_the_user_may_name_the_sheet():
    other = sheet("Incident Number | Received\n26-9 | 2026-10-05 14:00", name="Draft")
    assert [m.sheet for m in read(CALLS, other, sheet="Data").mappings] == ["Data"]


def test_a_workbook_without_a_table_is_refused_for_the_reason_that_fits():
    assert read(PROSE).refused.kind.key == "no_table_recognized"
    assert read().refused.kind.key == "no_data"
    assert read(sheet("Incident Number | Received")).refused.kind.key == "no_rows"
    settings = sheet("Team | Mode\nCRT | in person", name="Teams")
    assert read(settings).refused.kind.key == "settings_workbook"


def test_blank_sheets_of_the_template_do_not_matter():
    blank = sheet("Encounter number | Contact began", name="Encounters")
    assert read(CALLS, blank).refused is None
