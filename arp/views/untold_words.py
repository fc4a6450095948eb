"""What questions without an answer say: each reason once, with the questions that share it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.views import sentences

if TYPE_CHECKING:
    import pandas as pd


def is_told(readings: pd.DataFrame) -> bool:
    """Whether any of a question's readings is a figure."""
    return bool((readings["status"] == "ok").any())


def by_reason(asked: Mapping[str, pd.DataFrame]) -> dict[str, list[str]]:
    """The questions that share a reason, by that reason; empty where all are answered.

    Args:
        asked: the readings of each question.
    """
    reasons: dict[str, list[str]] = {}
    for question, readings in asked.items():
        if not is_told(readings):
            why = sentences.why_not(None if readings.empty else readings.iloc[0])
            reasons.setdefault(why, []).append(question)
    return reasons
