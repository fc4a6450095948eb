"""Yes, no and unknown: what is not known is not no."""

from __future__ import annotations

from collections.abc import Iterable

Answer = bool | None


def no(flag: Answer) -> Answer:
    return None if flag is None else not flag


def both(*flags: Answer) -> Answer:
    if False in flags:
        return False
    return None if None in flags else True


def some(flags: Iterable[Answer]) -> Answer:
    found = list(flags)
    if True in found:
        return True
    return None if None in found else False


def told(flag: bool, by_somebody: bool) -> Answer:
    """Yes where it is seen; else no, if anybody would have said so."""
    if flag:
        return True
    return False if by_somebody else None


def either(one: Answer, other: Answer) -> Answer:
    """Two questions of a form for one fact: an answer to either is an answer, yes before no."""
    if True in (one, other):
        return True
    return other if one is None else one
