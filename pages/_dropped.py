"""One uploaded file on the page: how it was understood, what is asked, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from arp.lake.change import told
from arp.views import formats
from arp.views.export.template import template_workbook
from arp.words.findings import Finding, Severity
from arp.words.tables import TABLES
from pages import _card

if TYPE_CHECKING:
    from arp.intake.mapping import Column, Question, Understanding
    from arp.intake.mapping import Mapping as SheetMapping
    from arp.lake.change import Receipt, Tally

SIMILAR = "similar_labels"  # the finding that proposes to read two labels as one
SHOWN_OF_A_KIND = 4
LISTED_OF_A_KIND = 100
ICONS = {
    Severity.STOPS_UPLOAD: ":orange[:material/block:]",
    Severity.SETS_ROW_ASIDE: ":orange[:material/indeterminate_question_box:]",
    Severity.COSTS_A_VALUE: ":orange[:material/edit_note:]",
    Severity.NOTE: ":material/info:",
}
NOT_USED = "unused"  # the answer that leaves a column out


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


def refusal(finding: Finding) -> None:
    """Why the whole file is refused, in one sentence, and what to do."""
    sentence = formats.plain(f"{finding.message} {finding.kind.remedy}")
    st.error(f"{sentence} Nothing was saved.", icon=":material/block:")


def faults(key: str, found: Sequence[Finding], refused: Finding) -> None:
    """Every fault that stops the upload beside the one that refuses it, grouped by repair."""
    stops = [f for f in found if f.kind.severity is Severity.STOPS_UPLOAD and f != refused]
    findings(key, stops)


def questions(key: str, open_questions: Sequence[Question], answers: dict[str, str]) -> None:
    """What only the user knows, each as a choice."""
    for question in open_questions:
        labels = {choice.value: choice.label for choice in question.choices}
        picked = st.radio(
            formats.plain(question.prompt),
            list(labels),
            index=None,
            format_func=partial(_label, labels),
            key=f"{key}-{question.key}",
        )
        if picked is not None:
            answers[question.key] = picked
            st.rerun()


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
    alike = [found.message for found in understood.findings if found.kind.key == SIMILAR]
    if alike:
        st.markdown(bulleted(alike[:LISTED_OF_A_KIND]))
        merge = st.checkbox("These are the same: read each pair as one label", key=f"{key}-merge")
        said = "yes" if merge else "no"
        if said != answers.get("merge_labels", "no"):
            answers["merge_labels"] = said
            st.rerun()


def bulleted(sentences: Iterable[str]) -> str:
    """Sentences as one tight list, their content shown as it is."""
    return "\n".join(f"- {formats.plain(sentence)}" for sentence in sentences)


def sheet(mapping: SheetMapping) -> None:
    """Which sheet and header row was understood, and which tables it feeds."""
    tables = formats.listed(TABLES[name].title.lower() for name in mapping.tables)
    units = " One row a unit: rows of one call are counted once." if mapping.unit_level else ""
    known = " This layout is known: nothing to ask." if mapping.remembered else ""
    st.markdown(
        f"Sheet **{formats.plain(mapping.sheet)}** · header in row {mapping.header_row:,} · "
        f"feeds **{formats.plain(tables)}**.{units}{known}"
    )


def columns(key: str, mapping: SheetMapping, answers: dict[str, str]) -> None:
    """What each column was taken for, with how sure and its first values; and corrections."""
    used = [column for column in mapping.columns if column.is_used]
    left = [column for column in mapping.columns if not column.is_used]
    label = f"{formats.counted(len(used), 'column')} understood, {len(left)} left out"
    with st.expander(label, expanded=not mapping.remembered, icon=":material/view_column:"):
        cells = [
            (c.header, _field_titles(c), " · ".join(dict.fromkeys(c.samples)), c.certainty.value)
            for c in used
        ]
        titles = ["In your sheet", "We read it as", "First values", "How sure"]
        _card.table(pd.DataFrame(cells, columns=titles))
        if left:
            words = [f"{c.header} ({c.note})" if c.note else c.header for c in left]
            st.markdown(f"**Left out:** {formats.plain(formats.listed(words))}.")
        _correction(key, mapping, answers)


def _correction(key: str, mapping: SheetMapping, answers: dict[str, str]) -> None:
    """Two menus that say what a column holds."""
    fields = {
        f"{name}.{field.name}": f"{field.title} ({TABLES[name].title.lower()})"
        for name in TABLES
        if name != "settings"
        for field in TABLES[name].fields
        if not field.personal
    }
    headers = [column.header for column in mapping.columns]
    with st.form(key), st.container(horizontal=True, vertical_alignment="bottom"):
        header = st.selectbox("Wrong? The column", headers, format_func=formats.shortened)
        field = st.selectbox(
            "holds", [NOT_USED, *fields], format_func=lambda name: fields.get(name, "Not used")
        )
        if st.form_submit_button("Change", icon=":material/edit:"):
            answers[f"column:{header}"] = field
            st.rerun()


def findings(key: str, found: Sequence[Finding]) -> None:
    """Everything noticed, grouped by repair: what cost a row or a value first, notes after."""
    by_kind = Counter(finding.kind for finding in found)
    costly = [kind for kind in by_kind if kind.severity is not Severity.NOTE]
    if costly:
        st.subheader("What could be mended", anchor=False)
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


def _label(labels: Mapping[str, str], value: str) -> str:
    return formats.plain(labels[value])


def _field_titles(column: Column) -> str:
    titles = [f"Date of “{header}”" for header in column.dates_of]
    for name in column.fields:
        table, _, field = name.partition(".")
        titles.append(TABLES[table].field(field).title)
    return formats.listed(dict.fromkeys(titles))
