"""A progress bar for long work."""

from __future__ import annotations

import sys


class Bar:
    """A progress bar on the terminal; silent where standard error is no terminal."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.shown = sys.stderr.isatty()

    def __call__(self, step: str, share: float | None = None) -> None:
        """Show the step being done and, where known, the share (0–1) that is done."""
        if not self.shown:
            return
        filled = "" if share is None else f"[{'█' * round(share * 20):<20}] {share:4.0%} "
        print(f"\r\033[K{self.label} {filled}{step}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leave the terminal's line empty."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
