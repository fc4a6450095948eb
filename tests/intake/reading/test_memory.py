"""How much memory another process holds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from arp.intake.reading import memory

HOLD_100_MB = "held = bytearray(b'x') * 100_000_000; print(flush=True); input()"


@pytest.mark.parametrize("ask", [memory.resident_bytes, memory._of_unix])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no ps")
def test_the_memory_of_a_child_is_known_until_it_is_gone(ask) -> None:  # type: ignore[no-untyped-def]
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD_100_MB], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()

    holding = ask(child.pid)
    child.communicate(b"\n")

    assert 100_000_000 < holding < 200_000_000
    assert ask(child.pid) == 0
