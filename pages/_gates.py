"""The gates of readiness for pages: judged once a snapshot and question, and drawn as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.judge.judging import Gate, Judged, Verdict
from arp.measures.registry import INDICATORS
from arp.views import formats, gate_words
from arp.words.settings import PROGRAM_SECTIONS
from pages import _card, _figures, _shell

if TYPE_CHECKING:
    import pandas as pd

ICONS = {  # never alone: the word always stands beside it
    Verdict.MET: ":blue[:material/check_circle:]",
    Verdict.NOT_MET: ":orange[:material/cancel:]",
    Verdict.CANNOT_TELL: ":gray[:material/help:]",
}
TITLES = ("Gate and its figures", "Verdict", "Value", "95% interval", "n", "Target")
RULES = ("---", "---", "---:", "---:", "---:", "---")


def keys(gates: Sequence[Gate]) -> list[str]:
    """The indicators that gates rest on, as far as there are such indicators."""
    named = dict.fromkeys(one.figure.key for gate in gates for one in gate.figures)
    return [key for key in named if key in INDICATORS]


def gates(shown: _shell.View, months: tuple[str, str] | None = None) -> list[Gate]:
    """Every gate for what is shown; over other months where some are given."""
    question = (months or shown.months, shown.where)
    return _gates(str(shown.lake), _figures.facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner="Judging the gates")
def _gates(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: _shell.View
) -> list[Gate]:
    from arp.measures.plan import asked_for
    from arp.measures.readiness import gates

    months, where = question
    return gates(_shell.evidence(_shown), asked_for((), months, where))  # type: ignore[arg-type]


def funnel(shown: _shell.View) -> pd.DataFrame:
    """Where eligible calls go, step by step."""
    question = (shown.months, shown.where)
    return _funnel(str(shown.lake), _figures.facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _funnel(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: _shell.View
) -> pd.DataFrame:
    from arp.measures.plan import asked_for
    from arp.measures.studies.funnel import funnel

    months, where = question
    return funnel(_shell.evidence(_shown), asked_for((), months, where))  # type: ignore[arg-type]


def table(gates: Sequence[Gate]) -> None:
    """Each gate with its figures, then what cannot be told and why, and who set the targets."""
    rows: list[tuple[str, ...]] = [TITLES, RULES]
    for gate in gates:
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
        _card.small(
            " ".join(f"{names}: {sentence.rstrip('.')}." for sentence, names in said.items())
        )


def _row(one: Judged) -> tuple[str, ...]:
    n = formats.NOTHING if one.n is None else formats.count(one.n)
    told = (gate_words.value(one), gate_words.interval(one), n, gate_words.target(one))
    verdict = f"{ICONS[one.verdict]} {formats.plain(gate_words.held(one))}"
    return (formats.plain(one.name), verdict, *(formats.plain(cell) for cell in told))
