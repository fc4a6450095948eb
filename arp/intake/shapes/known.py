"""The areas that the data know, so that a map's areas can be told to be theirs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.words.settings import SETTINGS

if TYPE_CHECKING:
    from arp.lake.snapshot import Snapshot


@dataclass(frozen=True)
class KnownArea:
    """One area as readings name it, and everything else that it is called."""

    name: str
    called: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the data, the settings and readings call it."""
        return tuple(dict.fromkeys([self.name, *self.called]))


def known_areas(snapshot: Snapshot | None) -> list[KnownArea]:
    """The areas of the calls, with the names that the settings give them; most calls first.

    Areas of which the settings say that they lie outside the jurisdiction are left out: no map of
    the city draws them.
    """
    if snapshot is None:
        return []
    import pyarrow.compute as pc

    counted = pc.value_counts(snapshot.read("calls", ["area"])["area"])
    calls = Counter({each["values"]: each["counts"] for each in counted.to_pylist()})
    rows = [
        json.loads(row["value"])
        for row in snapshot.read(SETTINGS.name, ["section", "value"]).to_pylist()
        if row["section"] == "areas"
    ]
    renamed = {row["label"]: row["area"] for row in rows if row.get("area")}
    outside = {row["label"] for row in rows if row.get("in_jurisdiction") is False}
    called: dict[str, list[str]] = {}
    labels = [*(label for label, _ in calls.most_common()), *(row["label"] for row in rows)]
    for label in labels:
        if label and label not in outside:
            called.setdefault(renamed.get(label, label), []).append(label)
    return [KnownArea(name, tuple(others)) for name, others in called.items()]
