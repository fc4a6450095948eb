"""What somebody promised at a review, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.handout import Commitment

COLUMNS = ("Is it done?", "What", "Who", "By when", "Promised at")


def promised(commitments: Iterable[Commitment]) -> pd.DataFrame:
    """One row a commitment, the open ones first, else in the order in which they come."""
    import pandas as pd

    rows = [
        (
            f"Done {formats.day(one.done_on)}" if one.done_on else "Open",
            one.what,
            one.owner,
            formats.day(one.due_on) if one.due_on else "",
            one.made_at,
        )
        for one in sorted(commitments, key=lambda one: one.done_on is not None)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
