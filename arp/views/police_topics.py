"""What else police, and all who call, notice: calls that hold, reports, arrests, calls a day.

The topics of “System impact” that are not about what was diverted. What came after a change is
never said to have come from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.views import formats, sentences
from arp.views.topics import Form, Topic, months_of

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.monthly import Monthly

FORCE, FORCE_RATE = "use_of_force_eligible", "use_of_force_eligible_rate"
TOPICS = (
    months_of("police_pending_p90", "How long do calls hold for police?"),
    months_of("police_pending_over_60", "How many calls hold for over an hour?"),
    months_of(
        "arrests_per_100_eligible",
        "How often does an eligible call end in an arrest?",
        note="By the codes with which dispatch closes calls, and by contact records.",
    ),
    Topic(
        key="arrest-types",
        question="On which eligible calls is somebody arrested?",
        form=Form.GROUPS,
        names={"arrests_per_100_eligible": ""},
        by="call_type",
    ),
    months_of(
        "low_level_reports",
        "Are fewer low-level offenses reported?",
        note="Partly mechanical: with fewer officers sent, fewer reports are written.",
    ),
    Topic(
        key="report-areas",
        question="Where are low-level offenses reported, for the calls that come?",
        form=Form.GROUPS,
        names={"low_level_reports_rate": ""},
        by="area",
        note="Not every report comes from such a call.",
    ),
    months_of(
        "total_911_volume",
        "Do more or fewer people call 911?",
        note="In Durham more people called, which was read as trust.",
    ),
)


def force(whole: pd.DataFrame, counts: Monthly) -> str:
    """14 uses of force on eligible calls: 3.4 per 10,000; none in 14 of the 24 months told."""
    row, rate = (sentences.reading(whole, key) for key in (FORCE, FORCE_RATE))
    if row is None or not sentences.known(row):
        return sentences.why_not(row)
    said = f"{formats.counted(row['value'], 'use', 'uses')} of force on eligible calls"
    if rate is not None and sentences.known(rate):
        said += f": {formats.quantity(rate['value'], 'per 10,000 eligible calls')}"
    known = counts.months[counts.months["status"] == "ok"]
    none = int((known["value"] == 0).sum())
    return f"{said}. None in {none} of the {formats.counted(len(known), 'month')} told."
