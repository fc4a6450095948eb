"""What a figure means, in words: the one text of the Definitions page and of every proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from arp.measures.formula import Count, Fractile, Mean, Mix, Parts, Total, Worked
from arp.measures.indicator import Indicator, needs_by_grain
from arp.measures.judge.targets import Target
from arp.views import formats, target_words
from arp.words.facts import FACT_COLUMNS
from arp.words.method import last_change

_DIVIDED = re.compile(r"[,;]? divided by ")
_LEFT_OUT = re.compile(r"[Ll]eft out|not in it|never count|are no miss|reach of none|not valid")
_TIMES = re.compile(r", times [\d,]+$|: \d.*$")  # by what a quotient is multiplied, or how it reads
_SENTENCE = re.compile(r"(?<=[.]) (?=[A-Z0-9“])")
_NO_WHOLE = {  # kinds of formula that divide by nothing
    Count: "None: it is a count.",
    Fractile: "None: it is a value that so many of the rows do not exceed.",
    Mean: "None: it is a mean.",
    Total: "None: it is a sum.",
    Mix: "All the rows: the parts add up to the whole.",
    Parts: "None: they are counts, one a part.",
    Worked: "None: it is worked out from several figures.",
}
_NONE = "None: it is worked out from all the rows together."
_GRAINS = {"call_teams": "calls by team", "held_values": "values"}


@dataclass(frozen=True)
class FormulaParts:
    """A formula in words, its parts apart; what divides by nothing has no numerator."""

    numerator: str
    denominator: str  # or why there is none
    left_out: str  # blank where nothing is said to be


def parts_of(indicator: Indicator) -> FormulaParts:
    """Numerator, denominator and what is left out, taken from the formula's own words."""
    sentences = _SENTENCE.split(indicator.words)
    left_out = " ".join(said for said in sentences[1:] if _LEFT_OUT.search(said))
    above, *below = _DIVIDED.split(sentences[0].rstrip("."))
    quotients = len(_DIVIDED.findall(indicator.words))
    if quotients != 1 or not below or isinstance(indicator.formula, Mean):
        return FormulaParts("", _NO_WHOLE.get(type(indicator.formula), _NONE), left_out)
    return FormulaParts(f"{_begun(above)}.", f"{_begun(_TIMES.sub('', below[0]))}.", left_out)


def definition(
    indicator: Indicator, target: Target | None, *, today: date, of_city: bool
) -> Iterator[tuple[str, str]]:
    """Title and text of each thing that is to be said of a figure; what is blank is left out.

    Args:
        indicator: as the city names it.
        target: the city's own, where one is set.
        today: the day on which a review is due or not.
        of_city: whether the city added the indicator.
    """
    parts = parts_of(indicator)
    told = (
        ("Question it answers", indicator.question.value),
        ("Why it matters", indicator.why),
        ("How it is calculated", indicator.words),
        ("Numerator", parts.numerator),
        ("Denominator", parts.denominator),
        ("What is left out", parts.left_out),
        ("Keep in mind", indicator.caveat),
        ("Unit, and which way is better", f"{indicator.unit}; {indicator.better.value}."),
        ("Target", target_text(indicator, target)),
        ("What it is read from", needs(indicator)),
        ("If it is not measured", indicator.to_measure_it),
        ("Source", indicator.source),
        ("Who answers for it", indicator.owner),
        ("Last change of the method", _changed(indicator, of_city=of_city)),
        ("Review", review(indicator, today)),
    )
    yield from ((title, text) for title, text in told if text)


def target_text(indicator: Indicator, target: Target | None) -> str:
    """What is to be reached, who set it, since when and why; else that none is set."""
    if not target_words.may_have_one(indicator):
        return "None: neither way is better."
    if target is None:
        return f"No target set. {indicator.target_note}".strip()
    goal, who = target_words.goal(target, indicator), target_words.set_by(target)
    return f"{goal[0].upper()}{goal[1:]}. {who + '.' if who else ''}".strip()


def needs(indicator: Indicator) -> str:
    """The columns that it is worked out from, of each table of facts."""
    said = []
    for grain, columns in needs_by_grain(indicator).items():
        titles = [FACT_COLUMNS[name].title for name in columns if name in FACT_COLUMNS]
        rows = _GRAINS.get(grain, grain.replace("_", " "))
        said.append(f"{rows[0].upper()}{rows[1:]}: {', '.join(titles)}.")
    return " ".join(said)


def review(indicator: Indicator, today: date) -> str:
    """When it was looked at, when it will be, and whether that day has passed."""
    last, following = indicator.reviewed_on, indicator.next_review_on
    said = f"Reviewed {formats.day(last)}." if last else "No day of a review is known."
    if following is None:
        return f"{said} No day of the next review is set."
    late = " It is overdue." if is_overdue(indicator, today) else ""
    return f"{said} Next review by {formats.day(following)}.{late}"


def is_overdue(indicator: Indicator, today: date) -> bool:
    """Whether the day of its next review has passed."""
    return indicator.next_review_on is not None and indicator.next_review_on < today


def _changed(indicator: Indicator, *, of_city: bool) -> str:
    if not of_city:
        change = last_change(indicator.key)
        return f"{formats.day(change.on)}: {change.what}"
    since = indicator.reviewed_on
    return f"As the settings have it since {formats.day(since)}." if since else ""


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]
