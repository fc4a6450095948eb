from tests.measures.drawn import evidence

TEXT = """
    calls from a
    incident_number | received_at      | area
    1               | 2026-01-05 08:00 | North
    2               |                  |

    calls from b
    incident_number | received_at
    3               | 2026-01-05 08:00
    """


def test_each_required_field_is_counted_by_feed_and_month_the_undated_apart() -> None:
    asked = evidence(TEXT).ask(
        "SELECT feed, month, rows_n, filled_n FROM field_counts "
        "WHERE \"table\" = 'calls' AND field = 'received_at' ORDER BY feed, month NULLS LAST"
    )
    rows = asked.astype(object).where(asked.notna(), None).itertuples(index=False, name=None)
    assert list(rows) == [("a", "2026-01", 1, 1), ("a", None, 1, 0), ("b", "2026-01", 1, 1)]


def test_a_field_that_no_feed_fills_is_told_from_one_that_some_feed_does() -> None:
    asked = evidence(TEXT).ask("SELECT DISTINCT field, ever_filled FROM field_counts")
    ever = dict(asked.itertuples(index=False, name=None))
    assert ever["received_at"]
    assert not all(ever.values())


def test_calls_of_an_upload_that_the_ledger_does_not_know_say_nothing_of_freshness() -> None:
    assert evidence(TEXT).ask("SELECT count(*) AS n FROM freshness")["n"][0] == 0
