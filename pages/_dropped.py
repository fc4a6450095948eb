"""One uploaded file on the page: how it was understood, what is asked, what saving it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from arp.lake.change import told
from arp.views import formats
from arp.views.export.template import template_workbook
from arp.words.tables import TABLES
from pages import _findings

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping as SheetMapping
    from arp.intake.mapping import Understanding
    from arp.lake.change import Receipt, Tally

STEPS = (
    ("upload_file", "Drop", "Monthly spreadsheets as your systems export them, several at once."),
    ("fact_check", "Check", "See which sheet, header row and columns were understood, and mend."),
    ("check", "Save", "See what changed. Rows uploaded again replace themselves."),
)


def how_it_goes() -> None:
    """What will happen, before anything is dropped."""
    with st.grid(columns=len(STEPS), min_column_width=230, gap="medium"):
        for icon, title, words in STEPS:
            with st.container(border=True, height="stretch"):
                st.markdown(f":primary[:material/{icon}:] **{title}**\n\n{words}")
    st.markdown(
        "Names, phone numbers, dates of birth, addresses and notes are left out of what is saved."
    )
    st.download_button(
        "Blank template workbook",
        template_workbook,
        file_name="template.xlsx",
        icon=":material/download:",
        on_click="ignore",
        help="For a team without a system of its own: every table and field, with its meaning.",
    )


def names(key: str, understood: Understanding, answers: dict[str, str]) -> None:
    """What staff may name or confirm: the feed, and labels that look alike."""
    feed = st.text_input(
        "Feed: the stream of files this belongs to",
        understood.feed,
        key=f"{key}-feed-{understood.feed}",
        width=320,
    )
    if feed and feed not in (understood.feed, answers.get("feed")):
        answers["feed"] = feed
        st.rerun()
    similar = _findings.SIMILAR
    alike = [found.message for found in understood.findings if found.kind.key == similar]
    if alike:
        st.markdown(_findings.bulleted(alike[: _findings.LISTED_OF_A_KIND]))
        merge = st.checkbox("These are the same: read each pair as one label", key=f"{key}-merge")
        said = "yes" if merge else "no"
        if said != answers.get("merge_labels", "no"):
            answers["merge_labels"] = said
            st.rerun()


def sheet(mapping: SheetMapping) -> None:
    """Which sheet and header row was understood, and which tables it feeds."""
    tables = formats.listed(TABLES[name].title.lower() for name in mapping.tables)
    units = " One row a unit: rows of one call are counted once." if mapping.unit_level else ""
    known = " This layout is known: nothing to ask." if mapping.remembered else ""
    st.markdown(
        f"Sheet **{formats.plain(mapping.sheet)}** · header in row {mapping.header_row:,} · "
        f"feeds **{formats.plain(tables)}**.{units}{known}"
    )


def accounting(tallies: Mapping[str, Tally]) -> None:
    """The rows of each table as a sum that closes."""
    for name, tally in told(tallies).items():
        parts = {
            "new": tally.new,
            "replaced": tally.replaced,
            "unchanged": tally.unchanged,
            "merged": tally.merged,
            "set aside": tally.set_aside,
        }
        summed = " + ".join(f"{formats.count(n)} {word}" for word, n in parts.items())
        removed = f" {formats.counted(tally.removed, 'row')} removed." if tally.removed else ""
        st.markdown(
            f"**{TABLES[name].title}:** {formats.counted(tally.rows_read, 'row')} read = "
            f"{summed}.{removed}"
        )


def months_said(receipt: Receipt) -> str:
    """The months the rows belong to, and how many belong to none."""
    runs = formats.listed(formats.span(*run) for run in formats.runs(receipt.months))
    undated = (
        f", {formats.counted(receipt.undated, 'row')} without any date" if receipt.undated else ""
    )
    return f"{runs or 'No dated rows'}{undated}"
