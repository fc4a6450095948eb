"""Times and memory of one piece of work, and how they are printed."""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Median wall seconds over the runs, and peak memory of the process and its children."""

    seconds: float
    peak_mib: float

    def __str__(self) -> str:
        return f"{self.seconds:8.2f} s  {self.peak_mib:6,.0f} MiB"


def timed(work: Callable[[], object], runs: int = 3, warm_up: bool = True) -> Timing:
    """Time the work in a process of its own, after one run that is not counted."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, runs, warm_up, sender))
    process.start()
    sender.close()
    try:
        timing = receiver.recv()
    except EOFError:  # the work has said itself why it stopped
        raise SystemExit(1) from None
    process.join()
    return timing


def once(work: Callable[[], object]) -> Timing:
    """Time one run of the work, in a process of its own and without a run before it."""
    return timed(work, runs=1, warm_up=False)


def _run(work: Callable[[], object], runs: int, warm_up: bool, sender) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # a forked process leaves behind what goes when others end
        walls = _walls(work, runs, warm_up)
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    sender.send(Timing(statistics.median(walls), peak / 1024))


def _walls(work: Callable[[], object], runs: int, warm_up: bool) -> list[float]:
    if warm_up:
        work()
    walls = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        walls.append(time.perf_counter() - began)
    return walls


def line(label: str, timing: Timing, against: Timing | None = None, goal: str = "") -> None:
    """Print one row, with its ratio to another timing of the same run."""
    ratio = f"  ratio {timing.seconds / against.seconds:5.2f}" if against else ""
    print(f"  {label:<58}{timing}{ratio}{'  goal ' + goal if goal else ''}", flush=True)
