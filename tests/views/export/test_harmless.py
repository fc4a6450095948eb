import csv
from io import StringIO

import pandas as pd
import pytest

from arp.views.export.harmless import computes, delimited, harmless
from tests.views.export.hostile import FORMULAS


@pytest.mark.parametrize("text", [*FORMULAS, "\0=1+1"])
def test_text_that_begins_like_a_formula_gets_a_quote_in_front(text):
    assert computes(text)
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Welfare check", "", "a=b", " =1+1", -1.5, 0, None, True])
def test_every_other_cell_stays_as_it_is(cell):
    assert harmless(cell) is cell


def test_titles_are_made_harmless_too():
    assert delimited(pd.DataFrame({"=1+1": [-1]})) == '"\'=1+1"\n-1\n'


@pytest.mark.parametrize("text", ["a\r=1+1", "a\n=1+1", 'a",=1+1', "a,=1+1"])
def test_no_part_of_a_cell_becomes_a_cell_of_its_own(text):
    written = delimited(pd.DataFrame({"label": [text]}))
    assert list(csv.reader(StringIO(written, newline=""))) == [["label"], [text]]
