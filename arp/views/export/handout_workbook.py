"""A hand-out as an Excel workbook: the numbers as printed and as they are, definitions, origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arp.views import tables
from arp.views.export import provenance
from arp.views.export.promised import promised
from arp.views.export.workbook import workbook

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.handout import Handout, Screen
    from arp.measures.indicator import Indicator

CONTENTS, DEFINITIONS, PROVENANCE = "Contents", "Definitions", "Provenance"
PROMISED = "Commitments"
LONGEST = 31  # letters of a sheet's name
READINGS = " data"
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


def handout_workbook(handout: Handout) -> bytes:
    """The hand-out as .xlsx: Contents, two sheets an exhibit, Definitions, Provenance.

    Of each exhibit one sheet holds the numbers as they are printed (or its table), the other the
    readings unrounded. Nothing computes: text that begins like a formula stays text.
    """
    names = _names(handout.screens)
    sheets = {CONTENTS: _contents(handout, names)}
    if handout.commitments:
        sheets[PROMISED] = promised(handout.commitments)
    for screen, name in zip(handout.screens, names, strict=True):
        sheets |= dict(_of_screen(screen, name))
    sheets[DEFINITIONS] = _definitions(handout)
    sheets[PROVENANCE] = _provenance(handout, names)
    return workbook(sheets, list(_about(handout)))


def _of_screen(screen: Screen, name: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """The sheets of an exhibit; one that only lists has no numbers of its own to print."""
    readings, listed = provenance.shown(screen), screen.exhibit.listed
    if listed is not None and len(listed):
        yield name, listed
    elif len(readings):
        known = provenance.indicators(screen)
        yield name, tables.numbers(readings, _named(known))
    if len(readings):
        yield f"{name}{READINGS}", readings


def _named(known: dict[str, Indicator]) -> dict[str, tuple[str, str]]:
    return {key: (one.name, one.unit) for key, one in known.items()}


def _contents(handout: Handout, names: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (name, screen.page.answer, screen.exhibit.question, screen.exhibit.finding)
        for name, screen in zip(names, handout.screens, strict=True)
    ]
    return pd.DataFrame(rows, columns=["Sheet", "Page", "Question", "Finding"])


def _definitions(handout: Handout) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (key, one.name, one.unit, one.better, one.why, one.words, one.caveat, one.source)
        for key, one in provenance.all_indicators(handout.screens).items()
    ]
    columns = ["Key", "Name", "Unit", "Better", "Why it matters", "How it is calculated"]
    return pd.DataFrame(rows, columns=[*columns, "Keep in mind", "Source"])


def _provenance(handout: Handout, names: Sequence[str]) -> pd.DataFrame:
    """One row an exhibit: of what its figures are, of when, and what to keep in mind."""
    import pandas as pd

    rows = [
        (
            name,
            screen.page.period,
            screen.exhibit.of,
            f"data as of {screen.page.as_of}",
            provenance.method(handout.method),
            screen.page.part or "everything",
            screen.exhibit.note,
            " ".join(f"{of}: {words}" for of, words in provenance.caveats(screen).items()),
        )
        for name, screen in zip(names, handout.screens, strict=True)
    ]
    columns = ["Sheet", "Period", "n", "Data", "Method", "Part", "Note", "Keep in mind"]
    return pd.DataFrame(rows, columns=columns)


def _about(handout: Handout) -> Iterator[tuple[str, str]]:
    """What the whole workbook is, as lines of its last sheet."""
    yield "Title", handout.title
    if handout.sample:
        yield "Sample", provenance.SAMPLE_MEANS
    yield "Data as of", handout.as_of
    yield "Method", provenance.method(handout.method)
    if handout.leaving:
        yield "Figures about people", handout.leaving


def _names(screens: Sequence[Screen]) -> list[str]:
    """The name of each exhibit's sheet: its question, numbered, at most so long as Excel allows."""
    room, names = LONGEST - len(READINGS), []
    for at, screen in enumerate(screens, start=1):
        question = " ".join(_NOT_IN_A_NAME.sub(" ", screen.exhibit.question).split())
        named = f"{at} {question}"
        names.append(named if len(named) <= room else named[: room + 1].rsplit(" ", 1)[0][:room])
    return names
