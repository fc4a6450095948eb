"""`make fuzz`: for so many seconds, files that nobody made on purpose; what became of them.

FUZZ_SECONDS (120) bounds it; FUZZ_SEED repeats a run. Exit status 1 when a file hung, crashed
something, lost count of its rows or was refused in anything but one sentence of the catalog.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from itertools import count
from multiprocessing import get_context
from threading import Lock

from tests.fuzz import trials
from tests.hostile.case import ASKED, REFUSED, SAVED

HANDS = 2
HUNG_AFTER = 150.0  # seconds: the reader's own limit is 120
HUNG, CRASHED = "hung", "crashed"
TRIALS: tuple[Callable[[int], Counter[str]], ...] = (
    *(trials.spoiled_files,) * 6,
    trials.made_up_texts,
    trials.made_up_sheets,
)


class Hand:
    """A process that tries one thing after another, replaced when it hangs or dies."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))

    def tries(self, trial: Callable[[int], Counter[str]], number: int) -> Counter[str]:
        """What became of it; its number is told where it went wrong."""
        future: Future[Counter[str]] = self._pool.submit(trial, number)
        try:
            return future.result(HUNG_AFTER)
        except TookTooLong:
            self._replace()
            outcome, why = HUNG, f"more than {HUNG_AFTER:.0f} s"
        except Exception as fault:  # whatever a trial raises is what it looks for
            if future.exception() and not self._alive():
                self._replace()
            outcome, why = CRASHED, repr(fault)[:500]
        print(f"{outcome}: {trial.__name__}({number}): {why}", file=sys.stderr)
        return Counter([outcome])

    def close(self) -> None:
        self._pool.shutdown()

    def _alive(self) -> bool:
        try:
            return self._pool.submit(int).result(HUNG_AFTER) == 0
        except Exception:  # the pool is broken, in whichever way
            return False

    def _replace(self) -> None:
        for process in list(self._pool._processes.values()):
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._begin()


def main() -> int:
    """Tries until the time is over, on two processes."""
    seconds = float(os.environ.get("FUZZ_SECONDS", "120"))
    first = int(os.environ.get("FUZZ_SEED", str(time.time_ns() // 1_000_000)))
    numbers, lock = count(first), Lock()
    end = time.monotonic() + seconds
    print(f"FUZZ_SEED={first}, {seconds:.0f} seconds")

    def keep_trying(hand: Hand) -> dict[str, Counter[str]]:
        counts = {trial.__name__: Counter[str]() for trial in TRIALS}
        while time.monotonic() < end:
            with lock:
                number = next(numbers)
            trial = TRIALS[number % len(TRIALS)]
            counts[trial.__name__] += hand.tries(trial, number)
        hand.close()
        return counts

    with ThreadPoolExecutor(HANDS) as hands:
        halves = list(hands.map(keep_trying, [Hand() for _ in range(HANDS)]))
    for name in halves[0]:
        tried = sum(sum(half[name].values()) for half in halves)
        print(f"{tried:>8,} {name.replace('_', ' ')}")
    counts = sum((half[name] for half in halves for name in half), Counter[str]())
    report(counts)
    return int(any(counts[outcome] for outcome in set(counts) - {SAVED, ASKED, REFUSED}))


def report(counts: Counter[str]) -> None:
    """The counts, the bad ones also when they are zero."""
    named = {SAVED: "saved", ASKED: "asked about", REFUSED: "refused in one sentence"}
    print(f"{sum(counts.values()):>8,} files tried, of which")
    for outcome in dict.fromkeys((*named, HUNG, CRASHED, *sorted(counts))):
        print(f"{counts[outcome]:>8,} {named.get(outcome, outcome)}")


if __name__ == "__main__":
    sys.exit(main())
