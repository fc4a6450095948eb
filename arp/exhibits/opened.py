"""Opens a snapshot for a look that needs no app: for the command line, schedulers and tests."""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING

from arp.exhibits.look import Direct, Months
from arp.lake.brought import newest_with_data
from arp.lake.ledger import standing
from arp.measures.asked import Filters
from arp.measures.release import Audience
from arp.views import formats, holdings
from arp.words.grammar import UNDATED

if TYPE_CHECKING:
    from arp.lake.snapshot import Snapshot

EVERYTHING = Filters()


def look_at(
    snapshot: Snapshot,
    *,
    today: date | None = None,
    months: Months | None = None,
    where: Filters = EVERYTHING,
    audience: Audience = Audience.INSIDE,
) -> Direct:
    """A look at a snapshot; its facts are worked out here, which takes seconds.

    Args:
        snapshot: of a lake.
        today: the day that is taken for today; none takes the machine's.
        months: the first and the last; none takes everything, rows without any date too.
        where: the part of the program.
        audience: who reads.
    """
    from arp.lake.held import held
    from arp.lake.lake import Lake
    from arp.measures.evidence import Evidence
    from arp.measures.settings import Settings

    rows = held(snapshot)
    there = sorted(set(rows["month"]) - {UNDATED})
    before = [row for row in Lake(snapshot.lake).history() if row.snapshot <= snapshot.number]
    newest = newest_with_data(standing(before))
    ends = (there[0], there[-1]) if there else None
    return Direct(
        evidence=Evidence.derive(snapshot, today=today or date.today()),
        program_settings=Settings(snapshot.read("settings").to_pylist()),
        held=ends,
        as_of=formats.day((newest or snapshot).at.replace(tzinfo=UTC).astimezone().date()),
        chosen=None if months == ends else months,
        where=where,
        audience=audience,
        rows_undated=holdings.undated(rows),
    )
