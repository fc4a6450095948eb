"""What only the user knows of the dropped files, each thing asked once, and the answers kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from arp.views import formats

if TYPE_CHECKING:
    from arp.intake.asked_once import Shared
    from arp.intake.mapping import Question


@st.cache_resource(max_entries=200)
def answers_given(sha256: str) -> dict[str, str]:
    """What was answered about a file: kept when the page is loaded and the file dropped again."""
    return {}


def shared(asked: Sequence[Shared], names: Mapping[str, str]) -> None:
    """The questions that are the same for several files.

    Args:
        asked: with the files, by the hash of their content.
        names: each file's name, by the same hash.
    """
    if not asked:
        return
    with st.container(border=True, key="asked-once"):
        st.subheader("One answer for several files", anchor=False)
        for one in asked:
            st.markdown(formats.plain(formats.listed(names[file] for file in one.files)))
            picked = _picked("-".join(one.files)[:200], one.question)
            given = [answers_given(file) for file in one.files]
            if picked is not None and any(a.get(one.question.key) != picked for a in given):
                for answers in given:
                    answers[one.question.key] = picked
                st.rerun()


def own(key: str, questions: Sequence[Question], answers: dict[str, str]) -> None:
    """The questions of one file alone."""
    for question in questions:
        picked = _picked(key, question)
        if picked is not None and answers.get(question.key) != picked:  # one may need another
            answers[question.key] = picked
            st.rerun()


def _picked(key: str, question: Question) -> str | None:
    labels = {choice.value: choice.label for choice in question.choices}
    return st.radio(
        formats.plain(question.prompt),
        list(labels),
        index=None,
        format_func=partial(_label, labels),
        key=f"{key}-{question.key}",
    )


def _label(labels: Mapping[str, str], value: str) -> str:
    return formats.plain(labels[value])
