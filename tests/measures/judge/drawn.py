"""Figures and readings of gates, drawn by hand."""

from datetime import date

from arp.measures.formula import Count
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.judge.gates import Decides, Figure, GateEntry
from arp.measures.judge.targets import Target
from arp.views.formats import months_between
from tests.views.drawn import frame

PERIOD = "2025-01/2025-12"


def entry(key, unit="share", better=Better.HIGHER):
    """A declared indicator of which only key, name, unit and direction matter."""
    return Indicator(
        key=key, name=key.replace("_", " "), question=Question.READY, why="", words="", unit=unit,
        better=better, grain="calls", formula=Count(where=None), needs=(), to_measure_it="",
        source="", reviewed_on=date(2026, 1, 1), next_review_on=date(2027, 1, 1),
    )  # fmt: skip


def gate(*figures, name="A gate"):
    return GateEntry(name, "Is it so?", figures)


def figure(key="felt_safe_rate", decides=Decides.AT_LEAST, **more):
    return Figure(key=key, decides=decides, **more)


def whole(*rows, **row):
    return frame(
        *[{"indicator": "felt_safe_rate", "period": PERIOD} | one for one in rows or [row]]
    )


def months(*values, indicator="felt_safe_rate", first="2025-01", **more):
    """Monthly readings; None is a month that is not measured."""
    periods = months_between(first, "2040-01")[: len(values)]
    if not values:
        return frame({}).iloc[:0]
    return frame(
        *(
            {"indicator": indicator, "period": period, "value": value, **more}
            | ({"status": "not measured"} if value is None else {})
            for period, value in zip(periods, values, strict=True)
        )
    )


def target(value, **more):
    return Target(value=value, **more)
