"""A bank statement has a number, a date and a type as calls have; it is none."""

from tests.intake.drawn import understood

STATEMENT = """
    ID | Date       | Type  | Amount | Balance
    1  | 2026-10-05 | Debit | -12.50 | 100.00
    2  | 2026-10-06 | Card  | -2.50  | 97.50
"""


def test_a_bank_statement_is_not_about_calls():
    refused = understood(STATEMENT).refused
    assert refused is not None
    assert refused.kind.key == "no_table_recognized"


def test_plain_headers_without_money_are_calls():
    small = "ID | Time | Type | Area\n1 | 2026-10-05 14:00 | Noise | North"
    assert understood(small).change.tables["calls"].num_rows == 1
    assert understood(small.replace("Area", "Sector B").replace("North", "7")).refused is None


def test_money_beside_a_header_that_only_calls_have_leaves_them_calls():
    billed = "Incident # | Date | Type | Amount\n1 | 2026-10-05 14:00 | Noise | 10.00"
    assert understood(billed).change.tables["calls"].num_rows == 1


def test_what_the_user_says_holds():
    told = {"calls.incident_number": "ID", "calls.received_at": "Date"}
    assert understood(STATEMENT, told).change.tables["calls"].num_rows == 2
