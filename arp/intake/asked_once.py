"""Several files at once: a question that is the same for some of them is asked once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.checking.zones import KEY as TIME_ZONE

if TYPE_CHECKING:
    from arp.intake.mapping import Question, Understanding


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A question and the files, by what they are known by, for which one answer holds."""

    question: Question
    files: tuple[str, ...]


def shared_questions(understood: Mapping[str, Understanding]) -> list[Shared]:
    """The questions that more than one file raises, in the order in which files raise them.

    Questions are the same when they have one key and the same choices and are about one feed; the
    city's time zone is the same for every feed.

    Args:
        understood: each file's understanding, by what the file is known by.
    """
    raised: dict[tuple[object, ...], list[tuple[str, Question]]] = {}
    for file, result in understood.items():
        for question in result.questions:
            feed = None if question.key == TIME_ZONE else result.feed
            raised.setdefault((question.key, question.choices, feed), []).append((file, question))
    return [
        Shared(question=asked[0][1], files=tuple(file for file, _ in asked))
        for asked in raised.values()
        if len(asked) > 1
    ]
