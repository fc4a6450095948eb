"""How settings of one name follow each other in time."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

SINCE_EVER = date.min
UNTIL_FURTHER_NOTICE = date.max


def last_days(spans: Sequence[tuple[date | None, date | None]]) -> list[date]:
    """The last day on which each setting of one name really holds, in the given order.

    Each ends, at the latest, on the day before the next one that begins later.

    Args:
        spans: the first and last day of each as they are stored, blank where they are open.
    """
    begins = [first or SINCE_EVER for first, _ in spans]
    in_time = sorted(set(begins))
    capped = {begin: following - timedelta(days=1) for begin, following in pairwise(in_time)}
    return [
        min(last or UNTIL_FURTHER_NOTICE, capped.get(begin, UNTIL_FURTHER_NOTICE))
        for begin, (_, last) in zip(begins, spans, strict=True)
    ]
