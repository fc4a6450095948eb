"""The reference pages in docs/generated/, as markdown written out of the declarations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from arp.views.formulas import column_rows, example_rows
from arp.words.catalog import CATALOG
from arp.words.findings import Severity
from arp.words.formula_words import RULES
from arp.words.grammar import STORED_WITH_EVERY_ROW, Field, Kind, Table
from arp.words.personal import PERSONAL
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES
from arp.words.terms import GLOSSARY
from arp.words.vocabularies import VOCABULARIES

_WRITTEN = "*Written by `make docs` from the declarations. Do not edit by hand.*"


def reference_pages() -> dict[str, str]:
    """Every reference page by its file name; the same declarations always give the same text."""
    pages: dict[str, Callable[[], Iterable[str]]] = {
        "data-dictionary.md": _data_dictionary,
        "findings.md": _findings,
        "glossary.md": _glossary,
        "indicators.md": _indicators,
        "vocabularies.md": _vocabularies,
    }
    return {name: "\n\n".join(page()) + "\n" for name, page in pages.items()}


def _data_dictionary() -> Iterable[str]:
    yield "# Data dictionary"
    yield _WRITTEN
    for table in TABLES.values():
        yield from _table(table)
    yield "## Stored with every row"
    yield _grid(("Column", "Meaning"), [(f"`{k}`", v) for k, v in STORED_WITH_EVERY_ROW.items()])
    yield "## Sections of the settings"
    for section in SECTIONS.values():
        yield f"### {section.title}"
        yield f"{section.grain}. {section.meaning} Key: {_codes(section.keys[0])}."
        yield _grid(_FIELD_HEADER, [_field_row(field) for field in section.fields])
    yield "## Columns for indicators of your own"
    yield "\n".join(f"- {rule}" for rule in RULES)
    yield _grid(("Table", "Condition", "What it says"), list(example_rows()))
    yield _grid(("Table", "Column", "Name", "Meaning", "Holds"), list(column_rows()))
    yield "## Personal columns, left out on upload"
    yield _grid(
        ("What", "Looks like", "Headers"),
        [(kind.title, kind.looks_like, ", ".join(kind.headers)) for kind in PERSONAL],
    )


_FIELD_HEADER = ("Field", "Name", "Meaning", "Holds", "Matters most")


def _table(table: Table) -> Iterable[str]:
    yield f"## {table.title} (`{table.name}`)"
    yield f"{table.grain}. {table.meaning}"
    keys = "; else ".join(_codes(key) for key in table.keys)
    clocks = f" Its month is that of the first known of: {_codes(table.clocks)}."
    yield f"A row is known by: {keys}.{clocks if table.clocks else ''}"
    yield _grid(_FIELD_HEADER, [_field_row(field) for field in table.fields])
    spelled = [field for field in table.fields if field.headers]
    if spelled:
        yield "Headers that cities use, the most trusted first:"
        yield "\n".join(f"- **{field.title}**: {_plain(field.headers)}" for field in spelled)


def _field_row(field: Field) -> tuple[str, ...]:
    return (
        field.title,
        f"`{field.name}`",
        field.meaning,
        _holds(field),
        "yes" if field.required else "",
    )


def _holds(field: Field) -> str:
    parts: list[str] = [field.kind]
    if field.unit:
        parts.append(f"in {field.unit}")
    if field.vocabulary:
        parts.append(f"from [{field.vocabulary.name}](vocabularies.md#{_anchor(field)})")
    if field.read_from:
        parts.append(f"read from `{field.read_from}`")
    if field.kind is Kind.SPAN:
        parts.append(f"gives `{field.gives}`, counted from `{field.since}`")
    return ", ".join(parts)


def _anchor(field: Field) -> str:
    return field.vocabulary.name.replace(" ", "-") if field.vocabulary else ""


def _findings() -> Iterable[str]:
    yield "# Findings"
    yield _WRITTEN
    yield "What the app may say about an uploaded file. All findings of a file are shown at once."
    for severity in Severity:
        yield f"## {severity.capitalize()}"
        yield _grid(
            ("Key", "Finding", "Message", "What to do"),
            [
                (f"`{kind.key}`", kind.title, _with_blanks(kind.template), kind.remedy)
                for kind in CATALOG.values()
                if kind.severity is severity
            ],
        )


def _with_blanks(template: str) -> str:
    """The sentence with its blanks in italics: “Row *row* of *sheet*”."""
    return re.sub(r"\{(\w+)\}", r"*\1*", template)


def _glossary() -> Iterable[str]:
    yield "# Glossary"
    yield _WRITTEN
    yield _grid(
        ("Term", "In code", "Meaning"),
        [(f"**{term.term}**", _codes(term.code), term.meaning) for term in GLOSSARY],
    )


def _vocabularies() -> Iterable[str]:
    yield "# Vocabularies"
    yield _WRITTEN
    yield "Spellings are compared without regard to case, spaces and punctuation."
    for vocabulary in VOCABULARIES:
        yield f"## {vocabulary.name.capitalize()}"
        yield _grid(
            ("Word", "Meaning", "Also written"),
            [(f"**{w.key}**", w.meaning, ", ".join(w.spellings)) for w in vocabulary.words],
        )


def _indicators() -> Iterable[str]:
    from arp.measures.indicator import Question
    from arp.measures.registry import INDICATORS
    from arp.views.definition_words import parts_of

    yield "# Indicators"
    yield _WRITTEN
    for question in Question:
        entries = [entry for entry in INDICATORS.values() if entry.question is question]
        if entries:
            yield f"## {question}"
        for entry in entries:
            yield f"### {entry.name} (`{entry.key}`)"
            facts = (
                ("Why it matters", entry.why),
                ("How it is calculated", entry.words),
                ("Numerator", parts_of(entry).numerator),
                ("Denominator", parts_of(entry).denominator),
                ("Unit", entry.unit),
                ("Better", entry.better),
                ("About", entry.about),
                ("Needs", f"{_codes(entry.needs)} of `{entry.grain}`"),
                ("To measure it", entry.to_measure_it),
                ("Source", entry.source),
                ("Caveat", entry.caveat),
                ("Reviewed", f"{entry.reviewed_on}; next by {entry.next_review_on}"),
            )
            yield "\n".join(f"- **{what}**: {says}" for what, says in facts if says)


def _grid(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _codes(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _plain(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
