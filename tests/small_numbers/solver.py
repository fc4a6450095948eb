"""An attacker with patience: what do these linear statements about whole numbers allow?

Exact: a value is called impossible only when every way to it was tried. Bounds are drawn tight
until nothing moves; then a number is guessed, and guessed otherwise where that leads nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Terms = Mapping[str, int]
Bounds = dict[str, tuple[int, int]]
MOST_GUESSES = 200_000


@dataclass(frozen=True)
class Statement:
    """The sum of the terms lies between low and high, both included."""

    terms: Terms
    low: int
    high: int


@dataclass
class Puzzle:
    """Whole numbers, each between bounds, and statements about sums of them."""

    numbers: Bounds = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def say(self, terms: Terms, low: int, high: int) -> None:
        """One more statement; a number that is new lies between 0 and 1,000,000."""
        for name in terms:
            self.numbers.setdefault(name, (0, 1_000_000))
        self.statements.append(Statement(dict(terms), low, high))

    def only_value(self, terms: Terms, hint: Mapping[str, int] | None = None) -> int | None:
        """The one value that a sum can have; None where it can have another.

        Args:
            terms: the sum.
            hint: numbers to guess first, which only makes it faster.
        """
        near = dict(hint or {})
        found = self.solved((), near)
        assert found is not None, "the statements contradict each other"
        value = sum(found[name] * factor for name, factor in terms.items())
        below = Statement(dict(terms), -1_000_000, value - 1)
        above = Statement(dict(terms), value + 1, 1_000_000)
        other = self.solved((below,), near) or self.solved((above,), near)
        return value if other is None else None

    def solved(
        self, further: Sequence[Statement], near: Mapping[str, int]
    ) -> dict[str, int] | None:
        """Numbers that fulfil all statements, or None when there are none."""
        statements = [*self.statements, *further]
        of: dict[str, list[Statement]] = {name: [] for name in self.numbers}
        for statement in statements:
            for name in statement.terms:
                of[name].append(statement)
        search = _Search(of, near)
        return search.run(dict(self.numbers), statements)


class _Search:
    def __init__(self, of: Mapping[str, list[Statement]], near: Mapping[str, int]) -> None:
        self.of, self.near, self.guesses = of, near, 0

    def run(self, bounds: Bounds, statements: Sequence[Statement]) -> dict[str, int] | None:
        """Depth first, without recursion: open states are kept on a stack."""
        stack = [(bounds, list(statements))]
        while stack:
            state, moved = stack.pop()
            if not self._tight(state, moved):
                continue
            name = next((name for name, (low, high) in state.items() if low < high), None)
            if name is None:
                return {name: low for name, (low, _) in state.items()}
            self.guesses += 1
            assert self.guesses < MOST_GUESSES, "too hard a puzzle: nothing is proved"
            low, high = state[name]
            guess = min(max(self.near.get(name, low), low), high)
            # The last one on the stack is tried first: the guess, then what lies beside it.
            for part in ((low, guess - 1), (guess + 1, high), (guess, guess)):
                if part[0] <= part[1]:
                    stack.append(({**state, name: part}, list(self.of[name])))
        return None

    def _tight(self, bounds: Bounds, moved: list[Statement]) -> bool:
        """Draws bounds as tight as each statement alone allows; whether any numbers are left."""
        waiting = {id(statement): statement for statement in moved}
        while waiting:
            _, statement = waiting.popitem()
            least = sum(_ends(bounds[name], f)[0] for name, f in statement.terms.items())
            most = sum(_ends(bounds[name], f)[1] for name, f in statement.terms.items())
            if least > statement.high or most < statement.low:
                return False
            for name, factor in statement.terms.items():
                low, high = _ends(bounds[name], factor)
                tight = (
                    max(low, statement.low - (most - high)),
                    min(high, statement.high - (least - low)),
                )
                if tight == (low, high):
                    continue
                inner = _inner(tight, factor)
                if inner[0] > inner[1]:
                    return False
                if inner != bounds[name]:
                    bounds[name] = inner
                    waiting |= {id(other): other for other in self.of[name]}
                    least = sum(_ends(bounds[n], f)[0] for n, f in statement.terms.items())
                    most = sum(_ends(bounds[n], f)[1] for n, f in statement.terms.items())
        return True


def _ends(bounds: tuple[int, int], factor: int) -> tuple[int, int]:
    low, high = bounds[0] * factor, bounds[1] * factor
    return (low, high) if factor > 0 else (high, low)


def _inner(bounds: tuple[int, int], factor: int) -> tuple[int, int]:
    """The whole numbers that times the factor lie within the bounds."""
    low, high = bounds
    if factor < 0:
        low, high, factor = -high, -low, -factor
    return -(-low // factor), high // factor
