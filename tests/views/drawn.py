"""Readings drawn by hand for the tests of views."""

import pandas as pd

from arp.views import formats

NUMBERS = ["value", "n", "numerator", "denominator", "low", "high"]
COLUMNS = ["indicator", "period", *NUMBERS, "status", "reason", "responder"]


def reading(**told):
    blank = dict.fromkeys(COLUMNS) | {
        "indicator": "response_p50",
        "period": "2024-08/2025-12",
        "n": 100,
        "status": "ok",
        "reason": "",
    }
    return blank | told


def frame(*rows):
    return pd.DataFrame([reading(**row) for row in rows]).astype(dict.fromkeys(NUMBERS, "float64"))


def lane_like_months():
    """Both waits from Aug 2024 to Mar 2025, without Nov and Dec 2024; Mar has too few calls."""
    rows = []
    for month in formats.months_between("2024-08", "2025-03"):
        if month in ("2024-11", "2024-12"):
            continue
        few = month == "2025-03"
        for key, value in (("response_p50", 30.0), ("response_p90", 75.0)):
            rows.append(
                {
                    "indicator": key,
                    "period": month,
                    "value": None if few else value + int(month[-2:]),
                    "status": "too few" if few else "ok",
                    "reason": "3 calls, 6 are needed" if few else "",
                }
            )
    return frame(*rows)
