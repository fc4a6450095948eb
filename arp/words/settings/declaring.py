"""Short ways to declare a section and its fields."""

from arp.words.grammar import Field, Kind, Table, Vocabulary


def section(
    name: str, title: str, grain: str, meaning: str, key: tuple[str, ...], *fields: Field
) -> Table:
    """A section of the settings, its rows known by one key."""
    return Table(
        name=name, title=title, grain=grain, meaning=meaning, keys=(key,), clocks=(), fields=fields
    )


def text(name: str, title: str, meaning: str, *, required: bool = False) -> Field:
    """A text in the city's own words."""
    return Field(name=name, title=title, meaning=meaning, kind=Kind.LABEL, required=required)


def word(
    name: str, title: str, meaning: str, vocabulary: Vocabulary, *, required: bool = False
) -> Field:
    """One word of a vocabulary."""
    return Field(
        name=name,
        title=title,
        meaning=meaning,
        kind=Kind.WORD,
        vocabulary=vocabulary,
        required=required,
    )


def words(
    name: str, title: str, meaning: str, vocabulary: Vocabulary, *, required: bool = False
) -> Field:
    """Any words of a vocabulary."""
    return Field(
        name=name,
        title=title,
        meaning=meaning,
        kind=Kind.WORDS,
        vocabulary=vocabulary,
        required=required,
    )


def flag(name: str, title: str, meaning: str) -> Field:
    """Yes or no; blank is unknown."""
    return Field(name=name, title=title, meaning=meaning, kind=Kind.FLAG)


def day(name: str, title: str, meaning: str) -> Field:
    """A date that must be known."""
    return Field(name=name, title=title, meaning=meaning, kind=Kind.DATE, required=True)


def time_of_day(name: str, title: str, meaning: str) -> Field:
    """A time of day that must be known."""
    return Field(name=name, title=title, meaning=meaning, kind=Kind.TIME_OF_DAY, required=True)


def whole(name: str, title: str, meaning: str, unit: str, *, required: bool = False) -> Field:
    """A whole number."""
    return Field(
        name=name, title=title, meaning=meaning, kind=Kind.WHOLE, unit=unit, required=required
    )


def number(
    name: str, title: str, meaning: str, unit: str | None = None, *, required: bool = True
) -> Field:
    """A number, most often one that must be known."""
    return Field(
        name=name, title=title, meaning=meaning, kind=Kind.NUMBER, unit=unit, required=required
    )


TEAM = text("team", "Team", "The team's short name, as in the data", required=True)
CALL_TYPE = text("call_type", "Call type", "A call type, as in the data", required=True)
