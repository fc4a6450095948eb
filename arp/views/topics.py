"""Topics: a question of a page, the figures that answer it, and how they stand together.

A page whose composition is a choice (what a kind of team does, what matters to the people served)
is declared as topics, and drawn by one hand (pages/_topics.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arp.measures.registry import INDICATORS
from arp.views import formats, functioning_words, sentences

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator


class Form(StrEnum):
    """How the figures of a topic stand together."""

    MONTHS = "one figure, month by month, with its limits"
    LINES = "a line each, month by month"
    BESIDE = "a bar each, beside one another"
    GROUPS = "one figure, a bar a group"
    SHARES = "one family of parts of a whole"
    COUNTS = "one count, a bar a part"
    HARM = "how often, and how long ago"


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A card: its question and its figures."""

    key: str  # of the card, in widgets and file names
    question: str
    form: Form
    names: Mapping[str, str]  # its figures, and what each is called where several stand together
    by: str = ""  # the breakdown, where the form has one
    note: str = ""  # what the foot says besides
    links: tuple[tuple[str, str], ...] = ()  # page and label of each page that tells more

    @property
    def has_months(self) -> bool:
        """Whether it is drawn month by month."""
        return self.form in (Form.MONTHS, Form.LINES)


def months_of(
    key: str, question: str, note: str = "", links: tuple[tuple[str, str], ...] = ()
) -> Topic:
    """A topic of one figure, month by month."""
    return Topic(
        key=key, question=question, form=Form.MONTHS, names={key: ""}, note=note, links=links
    )


def figures(topics: Iterable[Topic]) -> tuple[str, ...]:
    """Every figure of some topics, once."""
    return tuple(dict.fromkeys(key for topic in topics for key in topic.names))


def monthly(topics: Iterable[Topic]) -> tuple[str, ...]:
    """The figures that are drawn month by month, once."""
    return figures(topic for topic in topics if topic.has_months)


def in_order(whole: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The readings of these figures, in their order."""
    import pandas as pd

    return pd.concat([whole[whole["indicator"] == key] for key in names])


def beside(
    whole: pd.DataFrame,
    names: Mapping[str, str],
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> str:
    """What figures that stand beside one another say, in their order.

    Taken to a hospital: 4.8%; arrested: 0.2%. Those without a value are named apart.
    """
    rows = {key: sentences.reading(whole, key) for key in names}
    told = {key: row for key, row in rows.items() if row is not None and sentences.known(row)}
    if not told:
        return sentences.why_not(next(iter(rows.values()), None))
    printed = {
        key: formats.quantity(row["value"], indicators[key].unit) for key, row in told.items()
    }
    said = [
        f"{_begun(names[key], small=at > 0)}: {value}"
        for at, (key, value) in enumerate(printed.items())
    ]
    return f"{'; '.join(said)}. {functioning_words.untold(whole, names, indicators)}".strip()


def remarks(whole: pd.DataFrame, names: Mapping[str, str]) -> str:
    """What figures say about themselves; with its name before it where several stand together."""
    said = []
    for key, name in names.items():
        own = sentences.remarks(whole[whole["indicator"] == key])
        named = f"{name}: " if len(names) > 1 and name and own else ""
        said += [f"{named}{' '.join(own)}"] if own else []
    return " ".join(said)


def of_ranges(groups: pd.DataFrame) -> str:
    """What ranges mean beside one another; nothing where the groups have none."""
    known = groups["low"].notna().any()
    return "Where ranges overlap it can be chance." if known else ""


def most(parts: pd.DataFrame, group: str) -> str:
    """The largest of some counts by part, of the whole: Trespass, 5,123 of 18,464 (28%).

    Unknown is no part among others.
    """
    import pandas as pd

    named = parts[parts[group].astype(str).str.lower() != "unknown"]
    known = named[named["status"] == "ok"]
    if known.empty:
        return sentences.why_not(None if parts.empty else parts.iloc[0])
    first = known.nlargest(1, "value").iloc[0]
    said = f"Most often: {first[group]}, {formats.count(first['value'])}"
    whole = first["denominator"]
    if pd.isna(whole) or not whole:
        return f"{said}."
    share = formats.percent(first["value"] / whole)
    return f"{said} of {formats.count(whole)} ({share})."


def _begun(name: str, *, small: bool) -> str:
    """A name in the middle of a sentence; an abbreviation keeps its capitals."""
    return formats.inside(name) if small and not name[:2].isupper() else name
