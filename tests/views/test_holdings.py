import pandas as pd

from arp.views.holdings import of_each_feed, undated

HELD = pd.DataFrame(
    [
        ("cad", "calls", "2026-09", 5),
        ("cad", "calls", "undated", 2),
        ("team", "encounters", "2026-09", 3),
    ],
    columns=["feed", "table", "month", "rows"],
)


def test_rows_without_a_date_are_counted_apart_and_belong_to_no_month():
    told = [(one.feed, one.title, one.rows, one.undated) for one in of_each_feed(HELD)]
    assert told == [("cad", "Calls", 7, 2), ("team", "Encounters", 3, 0)]
    assert [list(one.dated["month"]) for one in of_each_feed(HELD)] == [["2026-09"], ["2026-09"]]


def test_a_table_whose_rows_all_have_dates_is_not_named():
    assert undated(HELD) == {"calls": 2}
