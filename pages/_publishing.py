"""Publishing: a set of figures is frozen with a name; published again, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp import METHOD_DATE
from arp.measures.published import Publication, with_value
from arp.views import formats, published_words
from pages import _as_of, _change, _figures, _filters, _present, _published, _shell, _since

if TYPE_CHECKING:
    from pages._published import Published

DONE = "published_done"  # in the session: what the last press did, said once
LONGEST_NAME = 80


def offer(place: Any, page: str) -> None:
    """The button beside the filters, once the page has said which figures it shows."""
    if _present.on() or _as_of.is_past() or _shell.shown_lake().is_sample:
        return
    shown = _filters.shown()
    if shown is None or shown.held is None:
        return
    with place:
        if st.button("Publish these figures", icon=":material/campaign:", type="tertiary"):
            _ask(page, shown, _figures.asked_for())


def what_was_done() -> None:
    """Says once what the last press did."""
    if DONE in st.session_state:
        st.success(formats.plain(st.session_state.pop(DONE)), icon=":material/campaign:")


@st.dialog("Publish these figures")
def _ask(page: str, shown: _shell.View, keys: tuple[str, ...]) -> None:
    st.markdown(
        "They are kept under a name as they are now. When a later upload or change moves one of "
        "them, the pages say so."
    )
    name = st.text_input("Name", max_chars=LONGEST_NAME, placeholder="Council, October 2026")
    note = st.text_input("Note", placeholder="What for, in a few words (may stay blank)")
    which = {"The figures of this page": keys, "The core figures": tuple(_since.CORE)}
    chosen = st.radio("Which", list(which))
    assert shown.held is not None and chosen is not None
    months = shown.chosen or shown.held
    found = _published.figures(shown, which[chosen], months, shown.where)
    publication = Publication(
        name=" ".join(name.split()),
        page=page,
        months=months,
        where=shown.where,
        of_snapshot=shown.snapshot.number,
        method=METHOD_DATE,
        figures=found,
        by=_shell.who(),
        note=note.strip(),
    )
    st.markdown(formats.plain(f"{published_words.about(publication)}."))
    _remarks(publication, shown)
    if st.button("Publish", type="primary", icon=":material/campaign:"):
        if not publication.name:
            st.error("Give it a name first: the notices and the menu call it by that.")
        elif not with_value(found):
            st.error("None of these figures has a value, so there is nothing to publish.")
        else:
            _publish(publication)


def _remarks(publication: Publication, shown: _shell.View) -> None:
    """What else is to be known before: an older set of that name, rows that no month counts."""
    names = {one.publication.name for one in _published.all_sets(_shell.own_lake())}
    if publication.name in names:
        st.markdown("A set of this name is published already. This one takes its place.")
    if shown.chosen is None and any(_shell.undated(shown.snapshot).values()):
        st.markdown("Rows without any date are not in it: a published figure is of named months.")


def again(one: Published) -> None:
    """The button that publishes a set anew, with the figures of today."""
    if st.button(
        "Publish again",
        key=f"again-{one.number}",
        icon=":material/campaign:",
        type="tertiary",
        help="Keep the figures as they are today, under the same name",
    ):
        _ask_again(one)


@st.dialog("Publish again?")
def _ask_again(one: Published) -> None:
    st.markdown(
        f"**{formats.plain(one.publication.name)}** gets the figures as they are today. As they "
        "were first published stays in the history."
    )
    note = st.text_input("Note", placeholder="Why, in a few words (may stay blank)")
    with st.container(horizontal=True):
        if st.button("Publish it again", type="primary", icon=":material/campaign:"):
            shown = _shell.view()
            assert shown is not None
            _publish(
                replace(
                    one.publication,
                    figures=_published.as_told(shown, one.publication),
                    of_snapshot=shown.snapshot.number,
                    method=METHOD_DATE,
                    by=_shell.who(),
                    note=note.strip(),
                )
            )
        if st.button("Leave it"):
            st.rerun()


def withdraw(one: Published) -> None:
    """The button after which a set is published no more; the history can bring it back."""
    if st.button(
        "Withdraw",
        key=f"withdraw-{one.number}",
        icon=":material/unpublished:",
        type="tertiary",
        help="It is published no more. The history can bring it back.",
    ):
        from arp.intake.publications import withdrawn

        snapshot = _shell.newest(_shell.own_lake())
        assert snapshot is not None
        name = one.publication.name
        _change.save(
            withdrawn(snapshot, name), DONE, f"{name} is withdrawn. The history can bring it back."
        )


def _publish(publication: Publication) -> None:
    """Saves the set, unless other data came in while it was looked at."""
    from arp.intake.publications import published

    newest = _shell.newest(_shell.own_lake())
    if newest is None or newest.number != publication.of_snapshot:
        st.error("The data changed while this was open. Close it and look at the figures again.")
        return
    change = published(publication.value, who=publication.by, note=publication.note)
    _change.save(
        change, DONE, f"{publication.name} is published: {published_words.about(publication)}."
    )
