import pytest

from arp.measures.asked import Asked, Filters
from arp.measures.studies.equity import _beside, _pooled, equity_gap
from tests.measures.drawn import evidence
from tests.spec.test_equity_gap import EVEN

GROUP = {"status": "ok", "value": 0.3, "low": 0.2, "high": 0.4, "n": 30, "numerator": 9,
         "denominator": 30, "reason": ""}  # fmt: skip


def test_value_and_interval_are_divided_by_the_citys_value() -> None:
    found = _beside(GROUP, 0.2)
    assert [found[end] for end in ("low", "value", "high")] == pytest.approx([1.0, 1.5, 2.0])


@pytest.mark.parametrize(("first", "pooled"), [("2023-01", "2025-07"), ("2026-03", "2026-03")])
def test_it_pools_no_more_than_12_months_and_no_month_that_was_not_asked_for(
    first: str, pooled: str
) -> None:
    asked = Asked(months=(first, "2026-06"), where=Filters(team=("CRT",)))
    found = _pooled(evidence(EVEN), asked)
    assert found.months == (pooled, "2026-06")
    assert found.where == asked.where


def test_figures_stand_in_one_order_whatever_the_kind_of_group() -> None:
    found = equity_gap(evidence(EVEN), Asked())
    assert list(dict.fromkeys(found["measure"])) == [
        *("eligible_capture", "response_p50", "hospital_transport_rate", "arrest_rate"),
        *("connected_to_care", "people_served"),
    ]
