from datetime import UTC, datetime

from arp.lake.change import LedgerRow
from arp.lake.ledger import Ledger
from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from tests.measures.drawn import TODAY, drawn, reading

TEXT = """
    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-31 23:00
    3               |
    """


def test_days_from_the_newest_call_to_the_upload_that_brought_it() -> None:
    snapshot = drawn("program\nprogram | time_zone\nHEART | America/New_York\n" + TEXT)
    late_evening = datetime(2026, 2, 11, 3, tzinfo=UTC)  # still the 10th in the city
    Ledger(snapshot.lake).append(
        LedgerRow(
            snapshot=1,
            at=late_evening,
            who="an analyst",
            kind="upload",
            upload_id="first",
            feed="cad",
            file_name="january.xlsx",
            sha256="",
            tallies={},
            months=("2026-01",),
            undated=1,
            versions={},
        )
    )
    (value,) = measure(Evidence.derive(snapshot, today=TODAY), ["upload_lag_days"])["value"]
    assert value == 10


def test_without_a_dated_call_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 |"
    assert reading(text, "upload_lag_days")["status"] == "not measured"


def test_it_has_no_breakdown() -> None:
    assert reading(TEXT, "upload_lag_days", by=["month"])["status"] == "not measured"
