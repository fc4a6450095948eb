"""Conditions as people write them, read into a small tree: eligible and not handled.

    condition := condition or condition | condition and condition | not condition | (condition)
               | column                                   a yes-or-no column says yes
               | column = value | column != value         also <, <=, >, >= for numbers
               | column in (value; value) | column not in (value; value)
               | column is known | column is unknown

A value is a number, or text with or without quotation marks. A column that is not known makes its
part of the condition unknown, which is neither yes nor no. Nothing else is understood, and nothing
that is written here is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SIGNS = ("=", "!=", "<", "<=", ">", ">=")
_TOKEN = re.compile(
    r"""\s*(?:(?P<quoted>"[^"]*"|“[^”]*”)|(?P<sign><=|>=|!=|<>|[=<>();])|(?P<text>[^\s"“=<>!();]+))"""
)
_JOINS = ("and", "or", "not", "in", "is")
LONGEST = 1_000  # letters of a condition
DEEPEST = 40  # brackets and “not” within one another


@dataclass(frozen=True)
class Says:
    """A column of yes and no says yes."""

    column: str


@dataclass(frozen=True)
class Compared:
    """A column beside a value."""

    column: str
    sign: str  # one of SIGNS but “!=”, which is Not of “=”
    value: str | float


@dataclass(frozen=True)
class OneOf:
    """A column has one of some values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """A column is known."""

    column: str


@dataclass(frozen=True)
class Not:
    """The opposite of a condition."""

    part: Condition


@dataclass(frozen=True)
class Joined:
    """Several conditions joined by “and”, or by “or”."""

    by: str
    parts: tuple[Condition, ...]


Condition = Says | Compared | OneOf | Known | Not | Joined


class NotUnderstood(Exception):
    """A condition cannot be read; says where, and what would have to stand there."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(expected)  # never what was found: it is somebody's own text
        self.found = found
        self.expected = expected


def condition(text: str) -> Condition:
    """A written condition as a tree.

    Raises:
        NotUnderstood: where it cannot be read.
    """
    if len(text) > LONGEST:
        raise NotUnderstood(f"{text[:20]}…", f"at most {LONGEST:,} letters")
    reader = _Reader(text)
    read = reader.either(0)
    reader.end()
    return read


def columns_in(tree: Condition) -> list[str]:
    """The columns that a condition reads, each once, in its order."""
    return list(dict.fromkeys(part.column for part in leaves(tree)))


def leaves(tree: Condition) -> Iterator[Says | Compared | OneOf | Known]:
    """The parts of a condition that each look at one column."""
    if isinstance(tree, Joined):
        for part in tree.parts:
            yield from leaves(part)
    elif isinstance(tree, Not):
        yield from leaves(tree.part)
    else:
        yield tree


class _Reader:
    """Reads the tokens of one condition from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    def either(self, depth: int) -> Condition:
        return self._joined("or", depth)

    def end(self) -> None:
        if self._next:
            raise NotUnderstood(self._next, "“and”, “or” or the end")

    def _joined(self, by: str, depth: int) -> Condition:
        if depth > DEEPEST:
            raise NotUnderstood(self._next, "fewer brackets within brackets")
        parts = [self._joined("and", depth) if by == "or" else self._negated(depth)]
        while self._next.casefold() == by:
            self._take()
            parts.append(self._joined("and", depth) if by == "or" else self._negated(depth))
        return parts[0] if len(parts) == 1 else Joined(by, tuple(parts))

    def _negated(self, depth: int) -> Condition:
        if self._next.casefold() == "not":
            self._take()
            if depth > DEEPEST:
                raise NotUnderstood("not", "fewer times “not”")
            return Not(self._negated(depth + 1))
        if self._next == "(":
            self._take()
            within = self.either(depth + 1)
            self._must(")", "a closing bracket")
            return within
        return self._looked_at()

    def _looked_at(self) -> Condition:
        """One column, and what is said of it."""
        column = self._next
        if not re.fullmatch(r"[A-Za-z_]\w*", column) or column.casefold() in _JOINS:
            raise NotUnderstood(column or "the end", "the name of a column")
        column, then = self._take().casefold(), self._next.casefold()
        if then in ("<>", *SIGNS):
            sign = self._take().replace("<>", "!=")
            value = self._value("a value")
            return (
                Not(Compared(column, "=", value)) if sign == "!=" else Compared(column, sign, value)
            )
        if then == "is":
            self._take()
            return self._known(column)
        if then == "in" or (then == "not" and self._after.casefold() == "in"):
            while self._take().casefold() != "in":
                pass
            listed = OneOf(column, self._values())
            return Not(listed) if then == "not" else listed
        return Says(column)

    def _known(self, column: str) -> Condition:
        word = self._take().casefold()
        if word == "known":
            return Known(column)
        if word in ("unknown", "blank"):
            return Not(Known(column))
        raise NotUnderstood(word or "the end", "“known” or “unknown”")

    def _values(self) -> tuple[str, ...]:
        self._must("(", "values in brackets, parted by semicolons")
        values = [self._value("a value")]
        while self._next == ";":
            self._take()
            values.append(self._value("a value"))
        self._must(")", "a closing bracket")
        return tuple(values)

    def _value(self, expected: str) -> str:
        """One value: text in quotation marks, or every word up to the next sign or “and”."""
        if self._next[:1] in ('"', "“"):
            return self._take()[1:-1].strip()
        words = []
        while self._next and self._next not in ("(", ")", ";", *SIGNS, "<>"):
            if self._next.casefold() in ("and", "or"):
                break
            words.append(self._take())
        if not words:
            raise NotUnderstood(self._next or "the end", expected)
        return " ".join(words)

    def _must(self, token: str, expected: str) -> None:
        if self._next != token:
            raise NotUnderstood(self._next or "the end", expected)
        self._take()

    @property
    def _next(self) -> str:
        return self._tokens[self._at]

    @property
    def _after(self) -> str:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def _take(self) -> str:
        token = self._next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token


def _tokens(text: str) -> Iterator[str]:
    """The words and signs of a text, and a blank one for its end."""
    at, text = 0, text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise NotUnderstood(text[at : at + 20], "quotation marks in pairs and no other signs")
        yield found[found.lastgroup or 0]
        at = found.end()
    yield ""
