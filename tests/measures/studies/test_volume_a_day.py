from arp.measures.asked import Asked, Filters
from arp.measures.studies.volume_a_day import NO_CALLS, volume_a_day
from tests.measures.drawn import evidence

CITY = """
    calls
    incident_number | received_at      | area
    1               | 2026-01-31 08:00 | North
    2               | 2026-02-01 08:00 |
    3               | 2026-02-04 08:00 | North

    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at
    4               | 2026-03-04 08:00
    """


def told(**asked: object) -> list[dict[str, object]]:
    frame = volume_a_day(evidence(CITY), Asked(**asked))  # type: ignore[arg-type]
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def test_the_days_run_from_the_first_to_the_last_of_the_dispatch_data() -> None:
    (whole,) = told()
    assert (whole["n"], whole["denominator"], whole["value"]) == (3, 1 + 4, 3 / 5)


def test_a_month_has_its_own_days_and_one_without_such_calls_says_so() -> None:
    january, february, march = told(by=("month",))
    assert (january["value"], february["value"]) == (1, 2 / 4)
    assert (march["value"], march["unmeasured"]) == (None, NO_CALLS)


def test_a_part_of_the_city_has_the_days_of_the_whole() -> None:
    months = ("2026-02", "2026-02")
    found = {row["area"]: row["value"] for row in told(by=("area",), months=months)}
    assert found == {"North": 1 / 4, "unknown": 1 / 4}
    (south,) = told(months=months, where=Filters(area=("South",)))
    assert (south["n"], south["denominator"]) == (0, 4)
