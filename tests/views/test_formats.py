from datetime import date, datetime

import pytest

from arp.views import formats


def test_numbers_dates_and_times_read_as_americans_write_them():
    assert formats.count(1204) == "1,204"
    assert formats.percent(0.58) == "58%"
    assert formats.day(date(2026, 10, 5)) == "Oct 5, 2026"
    assert formats.moment(datetime(2026, 10, 5, 14, 5)) == "Oct 5, 2026, 2:05 PM"
    assert formats.clock(datetime(2026, 10, 5, 0, 7)) == "12:07 AM"
    assert formats.clock(datetime(2026, 10, 5, 12, 0)) == "12:00 PM"


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (0, "0%"),
        (0.0001, "under 0.1%"),
        (0.026, "2.6%"),
        (0.0994, "9.9%"),
        (0.0996, "10%"),
        (0.801, "80%"),
        (0.991, "99.1%"),
        (0.9999, "over 99.9%"),
        (1, "100%"),
    ],
)
def test_a_share_that_is_not_zero_or_all_is_never_printed_as_zero_or_all(share, printed):
    assert formats.percent(share) == printed


def test_a_value_is_printed_in_its_unit_and_a_missing_one_as_a_dash():
    assert formats.quantity(30.04, "minutes") == "30.0 minutes"
    assert formats.quantity(0.5, "share") == "50%"
    assert formats.quantity(4682, "calls") == "4,682"
    assert formats.quantity(1204.4, "hours") == "1,204 hours"
    assert formats.quantity(151.2, "dollars") == "$151"
    assert formats.quantity(-151.2, "dollars") == "−$151"
    assert [formats.quantity(met, "met or not") for met in (1, 0)] == ["met", "not met"]
    assert formats.quantity(float("nan"), "calls") == formats.NOTHING
    assert formats.quantity(None, "minutes") == formats.NOTHING


def test_days_are_whole_unless_they_are_a_median_and_ratings_say_of_what():
    assert [formats.quantity(days, "days") for days in (1, 12.0, 1.55)] == [
        *("1 day", "12 days", "1.6 days")
    ]
    assert formats.quantity(4.28, "points of 5") == "4.3 of 5"


def test_months_are_named_with_their_year_and_runs_are_named_once():
    assert formats.month("2026-10") == "Oct 2026"
    assert formats.month("undated") == "undated"
    assert formats.span("2026-01", "2026-06") == "Jan–Jun 2026"
    assert formats.span("2025-11", "2026-10") == "Nov 2025–Oct 2026"
    assert formats.period("2026-10") == "Oct 2026"
    assert formats.period("2024-08/2025-12") == "Aug 2024–Dec 2025"


def test_runs_join_neighbors_across_the_turn_of_the_year():
    assert formats.runs(["2025-01", "2024-12", "2024-10"]) == [
        ("2024-10", "2024-10"),
        ("2024-12", "2025-01"),
    ]


def test_months_between_holds_both_ends():
    assert formats.months_between("2024-11", "2025-02") == [
        "2024-11",
        "2024-12",
        "2025-01",
        "2025-02",
    ]


def test_an_hour_of_the_week_counts_from_monday_midnight():
    assert formats.hour_of_week(0) == "Mon 12–1 AM"
    assert formats.hour_of_week(11) == "Mon 11 AM–12 PM"
    assert formats.hour_of_week(113) == "Fri 5–6 PM"
    assert formats.hour_of_week(167) == "Sun 11 PM–12 AM"


def test_words_are_listed_as_a_sentence_lists_them():
    assert formats.listed([]) == ""
    assert formats.listed(["CRT"]) == "CRT"
    assert formats.listed(["CRT", "CoR", "CN"]) == "CRT, CoR and CN"


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>.xlsx",
        "![t](http://evil.example/x.png)",
        "[link](javascript:alert(1))",
        ":material/delete: $\\frac{1}{2}$ **bold** `code`",
        "~~gone~~ | a | b |\n# head",
    ],
)
def test_text_of_a_file_keeps_no_mark_that_markdown_would_read(hostile):
    from markdown_it import MarkdownIt

    tokens = MarkdownIt().enable("table").enable("strikethrough").parse(formats.plain(hostile))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert set(inline) <= {"text", "text_special"}
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "$" not in formats.plain(hostile).replace("\\$", "")


def test_marks_that_turn_the_reading_direction_are_gone():
    assert "\u202e" not in formats.plain("invoice\u202excod.xlsx")


def test_a_long_name_is_cut_in_its_middle_and_keeps_its_ending():
    short = formats.shortened("n" * 300 + ".xlsx", 40)
    assert len(short) <= 40
    assert short.endswith(".xlsx")
    assert formats.shortened("short.xlsx") == "short.xlsx"


def test_a_tile_has_room_for_a_unit_in_few_letters():
    assert formats.brief(42927.3, "hours") == "42,927 h"
    assert formats.short("26.2 to 39.3 minutes") == "26.2 to 39.3 min"


def test_months_across_a_table_name_the_year_where_it_begins():
    heads = formats.months_across(["2025-11", "2025-12", "2026-01", "2026-02"])
    assert heads == ["Nov 2025", "Dec", "Jan 2026", "Feb"]


@pytest.mark.parametrize(
    ("value", "goal", "said"),
    [(0.102, 0.10, "10.2%"), (0.10, 0.10, "10%"), (0.58, 0.10, "58%"), (0.099, 0.1, "9.9%")],
)
def test_a_share_that_misses_its_goal_does_not_print_as_the_goal(value, goal, said):
    assert formats.beside(value, goal, "share") == said


def test_beside_nothing_a_value_is_printed_as_always():
    assert formats.beside(0.102, None, "share") == "10%"
    assert formats.beside(None, 0.1, "share") == formats.NOTHING


def test_a_number_below_zero_has_a_minus_that_is_seen():
    assert formats.quantity(-177.0, "calls") == "\u2212177"
    assert formats.quantity(-177.0, "dollars") == "\u2212$177"
    assert formats.quantity(-1.5, "minutes") == "\u22121.5 minutes"
