from datetime import date

import pyarrow as pa

from arp.measures.studies.freshness import upload_lag
from tests.measures.drawn import answer


def test_the_lag_is_whole_days_and_below_zero_for_a_call_dated_after_its_upload() -> None:
    days = [(date(2026, 2, 28), date(2026, 3, 5)), (date(2026, 3, 6), date(2026, 3, 5))]
    rows = pa.table({"last_call_on": [last for last, _ in days],
                     "uploaded_on": [up for _, up in days]})  # fmt: skip
    found = answer(lambda freshness: upload_lag(freshness, ()), freshness=rows)
    assert found == [{"value": 5, "n": 1}, {"value": -1, "n": 1}]
