"""Erlang C: how long callers wait for a free unit, from how many call and how long each takes.

A model, and not a forecast: calls come by chance at an even rate, lengths of work are exponential,
nobody gives up waiting, and any unit takes any call. Source: METRICS §5.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, floor


@dataclass(frozen=True)
class Queue:
    """A queue to some units: calls an hour, hours that one keeps a unit, and the units."""

    calls_an_hour: float
    hours_each: float
    units: int

    @property
    def load(self) -> float:
        """The units that are at work on average; from as many units on down the queue grows."""
        return self.calls_an_hour * self.hours_each

    @property
    def grows(self) -> bool:
        """Whether the queue grows without limit: more work comes in than the units can do."""
        return self.units <= self.load

    @property
    def waiting(self) -> float:
        """The share of callers who find no unit free.

        By way of Erlang B, which is the closed form without its large powers and factorials.

        Raises:
            ValueError: where the queue grows without limit.
        """
        if self.grows:
            raise ValueError("the queue grows without limit")
        lost = 1.0
        for unit in range(1, self.units + 1):
            lost = self.load * lost / (unit + self.load * lost)
        return self.units * lost / (self.units - self.load * (1 - lost))

    def waiting_over(self, hours: float) -> float:
        """The share of callers who wait longer than so many hours."""
        return self.waiting * exp(-(self.units - self.load) * hours / self.hours_each)

    @property
    def mean_wait(self) -> float:
        """Hours that a caller waits on average, those who do not wait among them."""
        return self.waiting * self.hours_each / (self.units - self.load)


def units_needed(calls_an_hour: float, hours_each: float, *, over: float, at_most: float) -> int:
    """The fewest units with which at most that share of callers waits over so many hours."""
    units = floor(calls_an_hour * hours_each) + 1
    while Queue(calls_an_hour, hours_each, units).waiting_over(over) > at_most:
        units += 1
    return units
