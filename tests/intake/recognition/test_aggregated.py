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


BY_TYPE = """
Call Type | Incident | Response Time (min) | % On Scene
Welfare | 120 | 7.5 | 45%
Theft | 130 | 7.6 | 55%
"""
MANY_BY_MONTH = """
Month | Calls Received | Encounters | Transported to ED | Arrests
Jan 2026 | 100 | 80 | 5 | 1
Feb 2026 | 110 | 85 | 6 | 2
"""


@pytest.mark.parametrize("drawn", [BY_MONTH, MONTHS_ACROSS, BY_CATEGORY, BY_TYPE, MANY_BY_MONTH])
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


def test_single_calls_with_many_numbers_are_not_taken_for_totals():
    read = understood(
        """
        Entry | Called at | Intake time | Total time | Total response time
        1001 | 2026-10-05 14:00:05 | 1.5 | 40.2 | 12.1
        1002 | 2026-10-05 15:00:05 | 2.5 | 30.2 | 11.1
        """
    )
    assert read.refused is None
    assert "calls.incident_number" in [question.key for question in read.questions]
