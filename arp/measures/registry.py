"""The registry: every indicator by its key, collected from the files of `indicators/`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from arp.measures import indicators
from arp.measures.indicator import Indicator


def _collected() -> dict[str, Indicator]:
    """The entries of every file, by key in alphabetical order.

    Raises:
        ValueError: when two entries have one key.
    """
    entries: list[Indicator] = []
    for module in iter_modules(indicators.__path__, f"{indicators.__name__}."):
        entries += import_module(module.name).ENTRIES
    keys = [entry.key for entry in entries]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"Two indicators have one key: {', '.join(sorted(twice))}")
    return {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key)}


INDICATORS: dict[str, Indicator] = _collected()
