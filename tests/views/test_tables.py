import pandas as pd

from arp.views import tables
from tests.views.drawn import frame


def test_numbers_are_printed_in_their_unit_with_their_interval_and_note():
    printed = tables.numbers(
        frame(
            {"team": "CRT", "value": 0.5, "n": 40, "low": 0.35, "high": 0.65, "period": "2026-10"},
            {"team": "CN", "status": "too few", "n": 0, "period": "2026-10"},
        ),
        {"response_p50": ("Reached", "share")},
    )
    assert printed.to_dict("records") == [
        {
            "Team": "CRT",
            "Value": "50%",
            "n": "40",
            "95% interval": "35% to 65%",
            "Note": "",
        },
        {
            "Team": "CN",
            "Value": "–",
            "n": "0",
            "95% interval": "",
            "Note": "too few",
        },
    ]


def test_a_note_that_all_rows_carry_is_not_repeated_in_each():
    longest = frame(
        {"incident_number": "26-1", "value": 90.0, "reason": "None is left out."},
        {"incident_number": "26-2", "value": 80.0, "reason": "None is left out."},
    )
    printed = tables.numbers(longest, {"response_p50": ("Wait", "minutes")})
    assert list(printed) == ["Incident number", "Value"]


def test_a_column_that_says_nothing_is_left_out():
    printed = tables.numbers(frame({"value": 3.0}), {"response_p50": ("Wait", "minutes")})
    assert list(printed) == ["Figure", "Period", "Value", "n"]


def test_a_calendar_names_gaps_and_leaves_the_time_outside_blank():
    held = pd.DataFrame({"month": ["2024-10", "2025-01"], "rows": [148, 1563]})
    rows = tables.calendar(held).to_dict("records")
    assert [row["Year"] for row in rows] == ["2024", "2025"]
    assert (rows[0]["Sep"], rows[0]["Oct"], rows[0]["Nov"], rows[0]["Dec"]) == (
        "", "148", "gap", "gap",
    )  # fmt: skip
    assert (rows[1]["Jan"], rows[1]["Feb"]) == ("1,563", "")


def test_a_part_is_printed_in_its_own_unit():
    week = frame(
        {"indicator": "demand_vs_coverage", "part": "units on duty", "value": 2.5},
        {"indicator": "demand_vs_coverage", "part": "share handled", "value": 0.34},
        {"indicator": "demand_vs_coverage", "part": "of no unit of its own", "value": 3.0},
    )
    printed = tables.numbers(week, {"demand_vs_coverage": ("Demand", "calls")})
    assert printed["Value"].tolist() == ["2.50 units", "34%", "3"]
