"""A reading beside its page: it comes to its end, is refused, or is given up."""

from __future__ import annotations

import subprocess
import time

import pytest

from arp.intake.reading import reader
from arp.intake.reading.background import Reading
from arp.intake.sheet import Workbook
from arp.words.findings import Finding
from tests.intake import ugly


def over(reading: Reading) -> Reading:
    assert reading.wait(60)
    return reading


def test_a_file_is_read_while_its_page_waits() -> None:
    outcome = over(Reading("October.xlsx", ugly.xlsx())).outcome()
    assert isinstance(outcome, Workbook)
    assert outcome.file_name == "October.xlsx"


def test_a_refusal_is_the_outcome() -> None:
    outcome = over(Reading("October.xlsx", b"")).outcome()
    assert isinstance(outcome, Finding)
    assert outcome.kind.key == "empty_file"


def test_a_reading_that_is_given_up_ends_its_child(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[subprocess.Popen[bytes]] = []
    started = subprocess.Popen

    def slow(command: list[str], **how: object) -> subprocess.Popen[bytes]:
        children.append(started(["sleep", "60"], **how))  # type: ignore[call-overload]
        return children[-1]

    monkeypatch.setattr(reader.subprocess, "Popen", slow)
    reading = Reading("October.xlsx", ugly.xlsx())
    assert not reading.wait(0.3)
    begun = time.monotonic()
    reading.cancel()
    assert over(reading).outcome() is None
    assert time.monotonic() - begun < 5
    assert [child.poll() is not None for child in children] == [True]


def test_what_nobody_expected_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.gate, "notes_on_name", lambda *_: 1 / 0)
    reading = over(Reading("October.xlsx", ugly.xlsx()))
    with pytest.raises(ZeroDivisionError):
        reading.outcome()
