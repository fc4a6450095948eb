from arp.intake.corrections.companions import rows_wanted
from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, workbook


def wanted(*drawings):
    sheets = [sheet(drawing, name=f"S{n}") for n, drawing in enumerate(drawings)]
    found = understand(workbook(*sheets), lake=None, today=TODAY)
    known = list(zip(found.source.sheets, sheets, strict=True))
    return dict(rows_wanted(known, [f for f in found.findings if f.row], found))


CALLS = "Incident Number | Call Type | Received\n"
UNITS = "Incident Number | Unit ID | Call Type | Received | On Scene\n"


def test_a_sound_row_of_another_number_is_not_wanted():
    rows = "1|A|2026-10-15 14:00\n2|A|2026-10-15 14:00\n1|B|2026-10-15 14:00"
    assert wanted(CALLS + rows) == {"S0": {2, 4}}


def test_the_units_of_a_call_are_wanted_on_every_sheet():
    first = "1|E1|A|2026-10-15 14:00|2026-10-15 14:10\n1|E2|A|2026-10-15 14:00|soon"
    other = "1|E3|A|2026-10-15 14:00|2026-10-15 14:10\n1|E4|A|2026-10-15 14:00|2026-10-15 14:20"
    assert wanted(UNITS + first, UNITS + other) == {"S0": {2, 3}, "S1": {2, 3}}
