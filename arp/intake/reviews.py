"""Reviews and what is promised at them: each change is a change of the lake like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from arp.intake.recognition.remembered import FEED, Setting, settings_rows
from arp.lake.change import Change, Tally
from arp.words.settings import SETTINGS
from arp.words.settings.review_sections import COMMITMENTS, PROMISED, REVIEW, REVIEWS

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.lake.snapshot import Snapshot


def changed(
    name: str,
    *,
    who: str,
    reviews: Sequence[Mapping[str, Any]] = (),
    commitments: Sequence[Mapping[str, Any]] = (),
) -> Change:
    """The change that keeps reviews and commitments as they are now; of none, see `without`.

    Args:
        name: of the review that it is about, as the history tells it.
        who: changed it.
        reviews: the fields of each review that is new or another now.
        commitments: the same of commitments.
    """
    settings = [
        Setting(section=section.name, value=value, why=None, set_by=who)
        for section, values in ((REVIEWS, reviews), (COMMITMENTS, commitments))
        for value in values
    ]
    rows = settings_rows(settings)
    return Change(
        kind=PROMISED if commitments and not reviews else REVIEW,
        feed=FEED,
        tables={SETTINGS.name: rows},
        tallies={SETTINGS.name: Tally(rows_read=rows.num_rows)},
        file_name=name,
    )


def without(
    change: Change,
    snapshot: Snapshot,
    *,
    reviews: Sequence[str] = (),
    commitments: Sequence[int] = (),
) -> Change:
    """The same change, which takes out some reviews and commitments besides.

    Args:
        change: by `changed`.
        snapshot: that holds them.
        reviews: by name; what was promised at them stays.
        commitments: by number.

    Raises:
        KeyError: when one of them is not there.
    """
    keys = [f"{REVIEWS.name}\x1f{name}" for name in reviews]
    keys += [f"{COMMITMENTS.name}\x1f{number}" for number in commitments]
    return replace(change, left_behind={SETTINGS.name: _stored(snapshot, keys)})


def _stored(snapshot: Snapshot, keys: Sequence[str]) -> pa.Table:
    """The stored rows of these keys: what they are known by, and their hashes."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = snapshot.read(SETTINGS.name, ["row_key", "row_hash"])
    found = rows.filter(pc.is_in(rows["row_key"], pa.array(keys, pa.string())))
    if missing := set(keys) - set(found["row_key"].to_pylist()):
        raise KeyError(*sorted(missing))
    return found
