import pytest

from tests.intake.drawn import understood

BY_MONTH = """
Month | Calls | Avg Response | % Diverted
Jan 2026 | 120 | 7.5 | 45%
Feb 2026 | 130 | 7.6 | 46%
"""
MONTHS_ACROSS = """
Call Type | Jan | Feb | Mar | Total
Welfare | 1 | 3 | 4 | 8
Theft | 1 | 3 | 4 | 8
"""
BY_CATEGORY = """
Neighborhood | Number of calls | Percent
North | 120 | 45%
South | 130 | 55%
"""


@pytest.mark.parametrize("drawn", [BY_MONTH, MONTHS_ACROSS, BY_CATEGORY])
def test_a_table_that_is_already_added_up_is_refused_with_the_reason(drawn):
    refused = understood(drawn)
    assert refused.refused.kind.key == "pre_aggregated"
    assert refused.change is None


def test_figures_in_the_declared_layout_are_taken():
    read = understood(
        """
        Figure | Month | Numerator | Denominator | Value
        Answered in 15 seconds | Oct 2026 | 900 | 1,000 |
        Population | 2026-10 | | | 280,000
        """
    )
    assert read.refused is None
    assert read.change.tables["figures"].column("figure").to_pylist() == [
        "calls_answered_15s",
        "population",
    ]
