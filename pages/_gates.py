"""The gates of readiness as a table: a color and an icon for each verdict, never alone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from arp.measures.judge.judging import Gate, Judged, Verdict
from arp.views import formats, gate_words
from arp.words.settings import PROGRAM_SECTIONS
from pages._printed import small

ICONS = {  # never alone: the word always stands beside it
    Verdict.MET: ":blue[:material/check_circle:]",
    Verdict.NOT_MET: ":orange[:material/cancel:]",
    Verdict.CANNOT_TELL: ":gray[:material/help:]",
}
RULES = ("---", "---", "---:", "---:", "---:", "---")


def table(gates: Sequence[Gate]) -> None:
    """Each gate with its figures, then what cannot be told and why, and who set the targets."""
    rows: list[tuple[str, ...]] = [gate_words.TITLES, RULES]
    for gate in gates:
        if len(gates) > 1:  # alone, its question and verdict stand above
            named = f"**{formats.plain(gate.name)}.** {formats.plain(gate.question)}"
            rows.append((named, f"{ICONS[gate.verdict]} **{gate.verdict}**", "", "", "", ""))
        rows += [_row(one) for one in gate.figures]
    st.markdown("\n".join(f"| {' | '.join(cells)} |" for cells in rows))
    untold, lacking = gate_words.untold(gates), gate_words.without_target(gates)
    for reason, names in untold.items():
        st.markdown(f"**{formats.plain(names)}.** {formats.plain(reason)}")
    if lacking:
        st.markdown(formats.plain(lacking))
    with st.container(horizontal=True):
        if untold:
            st.page_link("pages/upload.py", label="Upload", icon=":material/upload_file:")
        if lacking:
            st.page_link(
                "pages/settings.py",
                label="Set targets",
                icon=":material/tune:",
                query_params={"section": PROGRAM_SECTIONS["targets"].title},
            )
    for said in (gate_words.who_set(gates), gate_words.notes(gates)):
        small(" ".join(f"{names}: {sentence.rstrip('.')}." for sentence, names in said.items()))


def _row(one: Judged) -> tuple[str, ...]:
    name, verdict, *told = (formats.plain(cell) for cell in gate_words.told(one))
    return (name, f"{ICONS[one.verdict]} {verdict}", *told)
