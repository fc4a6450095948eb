from io import BytesIO

import openpyxl
import pandas as pd

from arp.views.export.workbook import csv, workbook

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "plain"]


def test_text_that_looks_like_a_formula_or_a_link_stays_text():
    data = workbook({"Rows": pd.DataFrame({"label": HOSTILE})})
    page = openpyxl.load_workbook(BytesIO(data))["Rows"]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_numbers_stay_numbers_and_blanks_stay_blank():
    data = workbook({"Rows": pd.DataFrame({"n": [1.5, None, 2]})}, [("Period", "Oct 2026")])
    book = openpyxl.load_workbook(BytesIO(data))
    assert [row[0] for row in book["Rows"].iter_rows(min_row=2, values_only=True)] == [1.5, None, 2]
    assert [cell.value for cell in book["About"][1]] == ["Period", "Oct 2026"]


def test_identifiers_keep_their_zeros_and_their_twenty_digits():
    ids = ["0025000", "12345678901234567890"]
    page = openpyxl.load_workbook(BytesIO(workbook({"Rows": pd.DataFrame({"id": ids})})))["Rows"]
    assert [row[0] for row in page.iter_rows(min_row=2, values_only=True)] == ids


def test_csv_text_that_excel_would_compute_gets_a_quote_in_front():
    lines = csv(pd.DataFrame({"label": HOSTILE, "n": -1})).decode("utf-8-sig").splitlines()
    assert [line.partition('",')[0].lstrip('"') for line in lines[1:]] == [
        "'=1+1", "'+1", "'-1", "'@SUM(A1)", "http://example.org", "plain",
    ]  # fmt: skip
    assert all(line.endswith(",-1") for line in lines[1:])
