import pandas as pd
import pytest
from PIL import ImageFont

from arp.views.export import fonts, slide_layouts, slide_table

LONG = pd.DataFrame(
    {"What": [f"Row {at} " + "word " * 30 for at in range(30)], "n": ["1,204"] * 30}
)


def test_a_long_table_goes_on_and_loses_no_row():
    parts = list(slide_table.parts(LONG, slide_layouts.TABLE))
    assert len(parts) > 2
    assert pd.concat(parts).equals(LONG)


def test_a_short_table_is_one_part_and_so_is_one_of_a_single_endless_row():
    endless = pd.DataFrame({"What": ["word " * 2_000]})
    for frame in (LONG.head(2), endless):
        assert len(list(slide_table.parts(frame, slide_layouts.TABLE))) == 1


def test_columns_take_all_the_width_and_break_no_number():
    narrow, wide = sorted(slide_table.widths(LONG, 12.0))
    assert narrow + wide == pytest.approx(12.0)
    assert narrow > len("1,204") * slide_table.LETTER


GATES = pd.DataFrame(
    [
        row
        for gate in ("Safety. Is the work safe?", "Reliability. Do teams come in time?", "Data.")
        for row in (
            (gate, "met", "", "", "", ""),
            *((f"Figure {at}", "met for 36 months", "10.2%", "–", "17,080", "at most 5%")
              for at in range(5)),
        )
    ],
    columns=["Gate and its figures", "Verdict", "Value", "95% interval", "n", "Target"],
)  # fmt: skip


def test_rows_stay_with_the_row_that_heads_them():
    assert slide_table.heads(GATES) == [True, *[False] * 5] * 3
    parts = list(slide_table.parts(GATES, slide_layouts.TABLE))
    assert len(parts) > 1
    assert all(slide_table.heads(part)[0] for part in parts)
    assert pd.concat(parts).equals(GATES)


def test_no_word_is_wider_than_its_column_in_the_widest_typeface():
    bold = ImageFont.truetype(fonts.FOLDER / "PublicSans-Bold.ttf", 12)
    wider, margins = 1.1, 0.16  # than ours is what stands for it where it is not installed
    for column, inches in zip(GATES.columns, slide_table.widths(GATES, 12.0), strict=True):
        words = [word for text in (column, *GATES[column]) for word in text.split()]
        assert max(map(bold.getlength, words)) / 72 * wider < inches - margins


def test_columns_of_numbers_stand_on_the_right():
    frame = pd.DataFrame({"a": ["1,204", "–"], "b": ["CRT", "2 teams"], "c": ["$5", "-3%"]})
    assert slide_table.numeric(frame) == [True, False, True]


def test_only_a_small_table_stands_beside_a_chart():
    assert slide_table.fits(LONG.iloc[:2, 1:], slide_layouts.BOTH)
    assert not slide_table.fits(LONG, slide_layouts.BOTH)
