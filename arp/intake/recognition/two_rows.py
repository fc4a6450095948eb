"""Headers written in two rows: groups above, as over merged cells, and names below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from arp.intake.recognition.headers import declared

_FEWEST = 2  # names that make a row one of groups or of names
_LONGEST_NAME = 60  # characters

Row = Sequence[str]  # the cells of one row, "" where blank


def joined(above: Row, below: Row) -> list[str] | None:
    """The header that two rows spell together; None where the two are not one header.

    They are one when the upper row's groups tell apart columns of one name in the lower row, or
    when each names columns that the other leaves blank.
    """
    if list(above) == list(below) or not (_may_be_names(above) and _may_be_names(below)):
        return None
    together = _together(above, below)
    needed = _told_apart(above, below, together) or _completed(above, below, together)
    return together if needed else None


def _told_apart(above: Row, below: Row, together: Row) -> bool:
    """Whether fewer groups than names make every name one of its own."""
    names, both = list(filter(None, below)), list(filter(None, together))
    repeat = len(set(names)) < len(names)
    return repeat and len(set(both)) == len(both) and sum(map(bool, above)) < len(names)


def _completed(above: Row, below: Row, together: Row) -> bool:
    """Whether more names are known together than in either row, one filling the other's gaps."""
    known = _known(together)
    fills = any(low and not high for high, low in zip(above, below, strict=True))
    return fills and known > _known(below) and known > _known(above) > 0


def _may_be_names(row: Row) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) >= _FEWEST and all(
        len(cell) <= _LONGEST_NAME
        and any(character.isalpha() for character in cell)
        and ":" not in cell
        for cell in filled
    )


def _known(names: Row) -> int:
    return sum(1 for name in dict.fromkeys(names) if name and declared(name))


def _together(above: Row, below: Row) -> list[str]:
    """Each column's name: the lower cell, with its group where that says more."""
    times = Counter(below)
    names, group = [], ""
    for high, low in zip(above, below, strict=True):
        group = high or group
        both = f"{group} {low}".strip()
        if not low:
            names.append(high)
        elif times[low] > 1 or _trust(both) > _trust(low) or not _trust(low):
            names.append(both)
        else:
            names.append(low)
    return names


def _trust(name: str) -> float:
    return max(declared(name).values(), default=0.0)
