"""Publishing a set of figures and withdrawing it: each a change of the lake like any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.intake.recognition.remembered import FEED, Setting, settings_rows
from arp.lake.change import Change, Tally
from arp.words.settings import SETTINGS, setting_name
from arp.words.settings.published_section import PUBLICATIONS, PUBLISHING

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.lake.snapshot import Snapshot


def published(value: Mapping[str, Any], *, who: str, note: str) -> Change:
    """The change that keeps a set of figures; one of its name is replaced.

    Args:
        value: the fields of its section of the settings.
        who: publishes it.
        note: what for, in a few words; may be blank.
    """
    setting = Setting(section=PUBLICATIONS.name, value=value, why=note or None, set_by=who)
    return _change(settings_rows([setting]), str(value["publication"]))


def withdrawn(snapshot: Snapshot, name: str) -> Change:
    """The change after which a set of figures is published no more.

    Raises:
        KeyError: when no set of that name is published.
    """
    import pyarrow.compute as pc

    rows = snapshot.read(SETTINGS.name)
    named = setting_name(PUBLICATIONS.name, {"publication": name})
    mine = pc.and_(pc.equal(rows["section"], PUBLICATIONS.name), pc.equal(rows["name"], named))
    found = rows.filter(mine)
    if not found.num_rows:
        raise KeyError(name)
    left = found.select(["row_key", "row_hash"])
    return _change(found.slice(0, 0).drop_columns(["upload_id"]), name, left)


def _change(rows: pa.Table, name: str, left: pa.Table | None = None) -> Change:
    return Change(
        kind=PUBLISHING,
        feed=FEED,
        tables={SETTINGS.name: rows},
        tallies={SETTINGS.name: Tally(rows_read=rows.num_rows)},
        file_name=name,
        left_behind={} if left is None else {SETTINGS.name: left},
    )
