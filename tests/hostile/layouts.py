"""Workbooks whose table stands where, or is built as, people build them."""

from __future__ import annotations

from typing import Any

from tests.hostile import good
from tests.intake import ugly

H, ROWS = good.HEADERS, good.ROWS


def title_rows() -> bytes:
    return good.xlsx([("Calls for service",), ("October 2026",), (None,), *ROWS])


def two_header_rows() -> bytes:
    def merge(book: Any, page: Any) -> None:
        page.merge_range(0, 0, 0, 2, "Call")
        page.merge_range(0, 3, 0, 5, "Times")

    return good.xlsx([(None,) * 6, *ROWS], also=merge)


def hidden() -> bytes:
    def hide(book: Any, page: Any) -> None:
        page.set_row(5, None, None, {"hidden": True})
        page.set_column(2, 2, None, None, {"hidden": True})
        other = book.add_worksheet("Old")
        other.write(0, 0, "prose")
        other.hide()

    return good.xlsx(also=hide)


def totals() -> bytes:
    return good.xlsx([*ROWS, ("Total", 40, None, None, None, None)])


def blank_rows() -> bytes:
    return good.xlsx([*ROWS[:20], (None,), (None,), *ROWS[20:]])


def two_received() -> bytes:
    rows = [[*row, row[4]] for row in ROWS]
    rows[0][-1] = "Received"
    return good.xlsx(rows)


def blank_in_headers() -> bytes:
    spoiled = ("\u200bIncident\u00a0Number ", "Call\nType", " Priority", "Ｒeceived", "Dispatched ",
               "On\u00a0 Scene")  # fmt: skip
    return good.xlsx([spoiled, *ROWS[1:]])


def empty_headers() -> bytes:
    return good.xlsx([(*H[:2], None, *H[3:]), *ROWS[1:]])


def numeric_headers() -> bytes:
    return good.xlsx([(1, 2, 3, 4, 5, 6), *ROWS[1:]])


def header_only() -> bytes:
    return good.xlsx([H])


def no_header() -> bytes:
    return good.xlsx(ROWS[1:])


def blank_sheet() -> bytes:
    return ugly.raw_xlsx("")


def chart_first() -> bytes:
    def chart(book: Any, page: Any) -> None:
        tab = book.add_chartsheet("Chart")
        bars = book.add_chart({"type": "bar"})
        bars.add_series({"values": "=Calls!$C$2:$C$5"})
        tab.set_chart(bars)
        tab.set_first_sheet()
        book.worksheets_objs.reverse()

    return good.xlsx(also=chart)


def at_c5() -> bytes:
    return good.xlsx(at="C5")


def two_tables() -> bytes:
    return good.xlsx(
        [*ROWS, (None,), (None,), ("Unit", "Shift", "Hours"), ("E1", "A", 12), ("E2", "B", 12)]
    )


def summary_first() -> bytes:
    def summary(book: Any, page: Any) -> None:
        tab = book.add_worksheet("Summary")
        for n, row in enumerate([("Call Type", "Calls"), ("Trespass", 13), ("Noise", 27)]):
            tab.write_row(n, 0, row)
        book.worksheets_objs.reverse()

    return good.xlsx(also=summary)


def months() -> bytes:
    def november(book: Any, page: Any) -> None:
        tab = book.add_worksheet("Nov")
        dated = book.add_format({"num_format": "m/d/yyyy h:mm:ss"})
        tab.write_row(0, 0, H)
        for n in range(good.CALLS, 2 * good.CALLS):
            row = good.call(n)
            tab.write_row(n - 39, 0, row[:3])
            for position in good.CLOCKS:
                tab.write_datetime(n - 39, position, row[position], dated)

    return good.xlsx(sheet="Oct", also=november)
