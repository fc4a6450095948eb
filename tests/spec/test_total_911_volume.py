"""Calls a day over the days that the dispatch data cover: total_911_volume."""

import pytest

from arp.measures.asked import Filters
from tests.measures.drawn import reading, readings

CITY = """
    calls
    incident_number | received_at      | area  | origin         | is_test
    1               | 2026-01-30 08:00 | North | 911            |
    2               | 2026-01-30 09:00 | South | 911            |
    3               | 2026-01-31 08:00 | North | self-initiated |
    4               | 2026-01-31 09:00 | North |                | yes
    5               | 2026-02-02 09:00 | North | 911            |
    6               | 2026-02-10 09:00 | North | 911            |
    7               | 2062-02-10 09:00 | North | 911            |
    """


def test_calls_in_scope_are_divided_by_the_days_of_the_calendar_that_the_data_cover() -> None:
    january, february = readings(CITY, "total_911_volume", by=["month"], months=(None, "2026-02"))
    assert (january["numerator"], january["denominator"]) == (2, 2)  # from the 30th on
    assert (february["numerator"], february["denominator"]) == (2, 10)  # the data end on the 10th
    assert february["value"] == pytest.approx(2 / 10)


def test_over_several_months_all_their_days_count() -> None:
    found = reading(CITY, "total_911_volume", months=(None, "2026-02"))
    assert (found["numerator"], found["denominator"]) == (4, 12)


def test_an_area_has_the_days_of_the_whole_city() -> None:
    months = (None, "2026-01")
    by_area = readings(CITY, "total_911_volume", by=["area"], months=months)
    assert {row["area"]: row["value"] for row in by_area} == {"North": 1 / 2, "South": 1 / 2}
    of_south = Filters(area=("South",))
    assert reading(CITY, "total_911_volume", months=months, where=of_south)["denominator"] == 2


def test_a_month_that_only_the_programs_own_sheet_knows_is_not_measured() -> None:
    text = (
        "feeds\nfeed | scope\nheart | program\n\n"
        "calls from heart\nincident_number | received_at\nh | 2026-03-01 08:00\n\n" + CITY
    )
    march = readings(text, "total_911_volume", by=["month"], months=("2026-03", "2026-03"))
    assert [(row["status"], row["value"]) for row in march] == [("not measured", None)]
    assert "No dispatch (CAD) export holds calls of this month." in march[0]["reason"]


def test_without_a_feed_of_all_calls_it_is_not_measured() -> None:
    text = (
        "feeds\nfeed | scope\nheart | program\n\n"
        "calls from heart\nincident_number | received_at\nh | 2026-03-01 08:00"
    )
    found = reading(text, "total_911_volume")
    assert found["status"] == "not measured"
    assert "upload the dispatch system's (CAD) export" in found["reason"]


def test_no_team_has_a_figure_of_its_own() -> None:
    assert reading(CITY, "total_911_volume", by=["team"])["status"] == "not measured"
