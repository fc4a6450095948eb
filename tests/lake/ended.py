"""Ways in which a writer ends at a step that is chosen."""

import errno
import os
from collections.abc import Callable

import pytest


class Killed(BaseException):
    """Nothing in the product catches it, as nothing catches SIGKILL."""


def killed() -> None:
    raise Killed


def full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def at_the_nth_sync(
    patch: pytest.MonkeyPatch, n: int, end: Callable[[], None]
) -> Callable[[], bool]:
    """Ends the writer at its n-th sync; says whether it came that far."""
    sync, seen = os.fsync, [0]

    def counted(handle: int) -> None:
        seen[0] += 1
        if seen[0] == n:
            end()
        sync(handle)

    patch.setattr(os, "fsync", counted)
    return lambda: seen[0] >= n
