import json
from datetime import date

from arp.measures.settings import Settings


def stored(section: str, name: str, valid_from: str | None = None, **value: object) -> dict:
    day = date.fromisoformat(valid_from) if valid_from else None
    row = {"section": section, "name": name, "valid_from": day, "valid_to": None}
    return row | {"value": json.dumps(value)}


def test_a_later_entry_ends_the_one_before_and_leaves_the_past_as_it_was() -> None:
    settings = Settings(
        [
            stored("targets", "x", "2026-02-01", target=20),
            stored("targets", "x", target=30),
        ]
    )
    assert settings.on("targets", date(2026, 1, 31)) == [{"target": 30}]
    assert settings.on("targets", date(2026, 2, 1)) == [{"target": 20}]


def test_an_entry_holds_up_to_and_with_its_last_day() -> None:
    row = stored("targets", "x", target=30) | {"valid_to": date(2026, 1, 31)}
    settings = Settings([row])
    assert settings.on("targets", date(2026, 1, 31))
    assert not settings.on("targets", date(2026, 2, 1))


def test_a_name_in_full_comes_before_a_pattern_and_the_longer_pattern_first() -> None:
    names = ("C*", "CRT*", "CRT9")
    settings = Settings([stored("units", name, unit=name) for name in names])
    matched = {unit: [entry.name for entry in settings.matching("units", unit)] for unit in
               ("crt9", "CRT1", "CCD1", "P1")}  # fmt: skip
    assert matched == {"crt9": ["CRT9"], "CRT1": ["CRT*"], "CCD1": ["C*"], "P1": []}


def test_a_section_without_entries_is_empty() -> None:
    assert Settings([]).entries("teams") == []
