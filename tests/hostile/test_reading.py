"""Every made file, read in a child and understood, gets what the catalog says."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from tests.hostile.case import REFUSED, Case
from tests.hostile.catalog import CASES
from tests.hostile.walked import stops_with_one_sentence, walk

MOST_SECONDS = 120  # of the slowest, on a machine busy with other things


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_file_gets_what_the_catalog_says(case: Case) -> None:
    data = case.make()
    began = time.monotonic()

    walked = walk(case.name, data)

    assert walked.is_as_told(case), walked
    assert time.monotonic() - began < MOST_SECONDS
    if case.outcome == REFUSED:
        assert walked.reason and stops_with_one_sentence(walked.reason), walked.reason


def test_no_file_is_in_the_catalog_twice() -> None:
    names = Counter(case.name for case in CASES)

    assert names.most_common(1)[0][1] == 1
    assert len(CASES) >= 116
