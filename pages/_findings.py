"""What was found in a file: why it is refused, what could be mended, what was merely noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from arp.views import formats
from arp.views.export.corrections import corrections_workbook
from arp.words.findings import Finding, Severity

if TYPE_CHECKING:
    from arp.intake.corrections.faulty import FaultyRows

SIMILAR = "similar_labels"  # the finding that proposes to read two labels as one
SHOWN_OF_A_KIND = 4
LISTED_OF_A_KIND = 100
ICONS = {
    Severity.STOPS_UPLOAD: ":orange[:material/block:]",
    Severity.SETS_ROW_ASIDE: ":orange[:material/indeterminate_question_box:]",
    Severity.COSTS_A_VALUE: ":orange[:material/edit_note:]",
    Severity.NOTE: ":material/info:",
}


def refusal(finding: Finding) -> None:
    """Why the whole file is refused, in one sentence, and what to do."""
    sentence = formats.plain(f"{finding.message} {finding.kind.remedy}")
    st.error(f"{sentence} Nothing was saved.", icon=":material/block:")


def faults(key: str, found: Sequence[Finding], refused: Finding) -> None:
    """Every fault that stops the upload beside the one that refuses it, grouped by repair."""
    stops = [f for f in found if f.kind.severity is Severity.STOPS_UPLOAD and f != refused]
    findings(key, stops)


def findings(key: str, found: Sequence[Finding], faulty: FaultyRows | None = None) -> None:
    """Everything noticed, grouped by repair: what cost a row or a value first, notes after.

    Args:
        key: of the widgets.
        found: the findings.
        faulty: the rows that can be mended in a workbook; None where there is none.
    """
    by_kind = Counter(finding.kind for finding in found)
    costly = [kind for kind in by_kind if kind.severity is not Severity.NOTE]
    if costly:
        st.subheader("What could be mended", anchor=False)
    if faulty is not None:
        _corrections(key, faulty)
    for kind in sorted(costly, key=lambda kind: (kind.severity.value, kind.key)):
        _group(key, [finding for finding in found if finding.kind is kind])
    notes = [
        finding
        for finding in found
        if finding.kind.severity is Severity.NOTE and finding.kind.key != SIMILAR
    ]
    if notes:
        with st.expander(f"Noticed, nothing to do ({len(notes)})", icon=ICONS[Severity.NOTE]):
            st.markdown(bulleted(note.message for note in notes[:LISTED_OF_A_KIND]))


def _corrections(key: str, faulty: FaultyRows) -> None:
    """The rows at fault to take away, mend in Excel and drop here again."""
    st.download_button(
        f"{formats.counted(faulty.rows, 'row')} to mend, as Excel",
        lambda: corrections_workbook(faulty),
        file_name="corrections.xlsx",
        key=f"{key}-corrections",
        icon=":material/download:",
        on_click="ignore",
        help="Mend the colored cells and drop the workbook here as it is: only they change.",
    )


def _group(key: str, group: Sequence[Finding]) -> None:
    kind = group[0].kind
    places = sum(finding.n or 1 for finding in group)
    st.markdown(
        f"{ICONS[kind.severity]} **{formats.counted(places, 'place')}: "
        f"{formats.plain(kind.title)}** · {kind.severity.value}\n\n{formats.plain(kind.remedy)}"
    )
    st.markdown(bulleted(finding.message for finding in group[:SHOWN_OF_A_KIND]))
    rest = len(group) - SHOWN_OF_A_KIND
    if rest > 0:
        with st.expander(f"{rest:,} more"):
            listed = pd.DataFrame(
                [
                    (f.sheet, f.row, f.column, formats.shortened(f.found or ""))
                    for f in group[:LISTED_OF_A_KIND]
                ],
                columns=["Sheet", "Row", "Column", "Found"],
            )
            st.dataframe(listed, hide_index=True, key=f"{key}-{kind.key}")


def bulleted(sentences: Iterable[str]) -> str:
    """Sentences as one tight list, their content shown as it is."""
    return "\n".join(f"- {formats.plain(sentence)}" for sentence in sentences)
