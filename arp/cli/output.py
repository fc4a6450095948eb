"""The lake a command works on, and how it speaks: JSON to standard output, sentences to error."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arp.lake.lake import Lake


def lake_of(options: argparse.Namespace) -> Lake:
    """The lake named by --lake, else by ARP_LAKE, else data/lake."""
    from arp.lake.lake import Lake

    return Lake(options.lake or Path(os.environ.get("ARP_LAKE") or "data/lake"))


def print_json(value: object) -> None:
    """Print one JSON value; NaN would be a programming fault and raises."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str, allow_nan=False))


def say(sentence: str) -> None:
    """Say a sentence to the eyes only."""
    print(sentence, file=sys.stderr)


def fail(sentence: str) -> int:
    """Say a sentence and give the exit status of a failure."""
    say(sentence)
    return 1
